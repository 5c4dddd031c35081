import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // One province and two stations serve all tests of a worker; two cores carry one worker.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  // A click that waits for what never comes is a failure, not the end of the test's time.
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    // Every act with pictures and network. Copying the page before and after every key took half of a spec's time: a
    // failure that needs those too is run again with `LT_TRACE=dom`.
    trace: { mode: 'retain-on-failure', snapshots: process.env['LT_TRACE'] === 'dom' },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{e2e,domain,contract,drivers,main,preload,renderer,province,simulation,scripts,bench}/**/*.test.{ts,tsx}',
    ],
    // Real processes, pseudo-terminals and databases: slow on a machine with two cores, never endless.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No module keeps state, so a process may run one file after the other: starting one for each took longer than
    // most of the tests. Vitest's own choice on two cores is a single worker.
    isolate: false,
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

/** `npm run faults`: real processes and files at fault. One file after another: they kill what others would need. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/faults/**/*.faults.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    fileParallelism: false,
  },
});

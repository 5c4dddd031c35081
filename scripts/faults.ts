/** `npm run faults [-- NAME]`: the tests of real faults (docs/faults.md), or those whose file or name contains NAME. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './start/options.ts';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'e2e/faults/vitest.config.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

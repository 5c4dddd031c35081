/** `npm test`: everything, in the order in which a failure is cheapest to see. Ends with the first failure's code. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './start/browser.ts';
import { root } from './start/options.ts';
import { buildPage } from './start/page.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/** Every environment has its own tsconfig, so that `window` in `domain/` does not compile. */
const rooms = [
  'domain',
  'contract',
  'drivers',
  'main',
  'preload',
  'renderer',
  'province',
  'simulation',
  'e2e',
  'bench',
  '.',
];

const bin = (name: string, ...args: readonly string[]): readonly string[] => [
  join(root, 'node_modules', '.bin', name),
  ...args,
];
const node = (file: string, ...args: readonly string[]): readonly string[] => [
  process.execPath,
  join(root, file),
  ...args,
];

const steps: readonly Step[] = [
  { name: 'format', command: bin('oxfmt', '--check', '.') },
  { name: 'lint', command: bin('oxlint', '--deny-warnings') },
  ...rooms
    .filter((room) => existsSync(join(root, room, 'tsconfig.json')))
    .map((room) => ({ name: `types: ${room}`, command: bin('tsc', '-p', join(room, 'tsconfig.json')) })),
  {
    name: 'boundaries',
    command: bin('depcruise', '--config', '.dependency-cruiser.cjs', '--', '.'),
  },
  { name: 'dead code', command: bin('knip') },
  { name: 'unit, property and integration tests', command: bin('vitest', 'run') },
  { name: 'packaging', command: node('scripts/package-check.ts') },
  { name: 'end to end', command: bin('playwright', 'test', '--config', 'e2e/playwright.config.ts') },
];

const only = process.argv[2];
const chosen = only === undefined ? steps : steps.filter(({ name }) => name.startsWith(only));
if (chosen.some(({ name }) => name === 'end to end')) {
  buildPage();
  if (findBrowser() === null) {
    process.stderr.write(
      'The end-to-end tests need Chromium, Chrome or Edge. On Debian: apt-get install chromium\n',
    );
    process.exit(1);
  }
}

const failed: string[] = [];
for (const { name, command } of chosen) {
  const started = performance.now();
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program.includes('.bin'),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (status !== 0) failed.push(name);
}
process.stdout.write(`\n${chosen.length - failed.length} passed, ${failed.length} failed\n`);
if (failed.length > 0) process.stdout.write(`failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

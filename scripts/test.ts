/**
 * `npm test [-- NAME]`: everything, or the steps whose names begin with NAME, in the order in which a failure is
 * cheapest to see. A failure does not keep the later steps from running. Ends with 1 when any failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findBrowser } from './start/browser.ts';
import { root } from './start/options.ts';
import { buildPage } from './start/page.ts';

interface Step {
  readonly name: string;
  /** A script with its arguments, for this Node. */
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

const manifest = z.object({ bin: z.record(z.string(), z.string()) });

/** A program of a package, run by this Node: what npm puts into `.bin` is a shell script on Windows. */
function bin(packageName: string, name: string, ...args: readonly string[]): readonly string[] {
  const home = join(root, 'node_modules', packageName);
  const file = manifest.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))).bin[name];
  if (file === undefined) throw new Error(`${packageName} has no program ${name}.`);
  return [join(home, file), ...args];
}

const steps: readonly Step[] = [
  { name: 'format', command: bin('oxfmt', 'oxfmt', '--check', '.') },
  { name: 'lint', command: bin('oxlint', 'oxlint', '--deny-warnings') },
  ...rooms.flatMap((room) =>
    // Tests of the rooms without Node or a DOM may use Node: they have a tsconfig of their own.
    ['tsconfig.json', 'tsconfig.tests.json']
      .map((name) => join(room, name))
      .filter((file) => existsSync(join(root, file)))
      .map((file) => ({ name: `types: ${file}`, command: bin('typescript', 'tsc', '-p', file) })),
  ),
  {
    name: 'boundaries',
    command: bin('dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.cjs', '--', '.'),
  },
  { name: 'dead code', command: bin('knip', 'knip') },
  { name: 'unit, property and integration tests', command: bin('vitest', 'vitest', 'run') },
  { name: 'packaging', command: ['scripts/package-check.ts'] },
  {
    name: 'end to end',
    command: bin('@playwright/test', 'playwright', 'test', '--config', 'e2e/playwright.config.ts'),
  },
];

const only = process.argv[2];
const chosen = only === undefined ? steps : steps.filter(({ name }) => name.startsWith(only));
if (chosen.length === 0) {
  process.stderr.write(
    `No step begins with "${only}". There are:\n${steps.map(({ name }) => `  ${name}\n`).join('')}`,
  );
  process.exit(2);
}
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
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (status !== 0) failed.push(name);
}
process.stdout.write(`\n${chosen.length - failed.length} passed, ${failed.length} failed\n`);
if (failed.length > 0) process.stdout.write(`failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

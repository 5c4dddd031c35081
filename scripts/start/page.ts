import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './options.ts';

/** Where the built page is. */
export const pageFolder = join(root, 'dist', 'renderer');
const stamp = join(pageFolder, '.sources');

/**
 * Builds the page when its sources have changed since the last build. About two seconds, in a process of its own:
 * the bundler would keep hundreds of megabytes for as long as the station runs.
 */
export function buildPage(): void {
  const sources = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Lưu Thông: building the page…\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`The page could not be built (code ${status}).`);
  writeFileSync(stamp, sources);
}

function sourcesHash(): string {
  const files = globSync(
    ['renderer/**/*', 'contract/**/*.ts', 'domain/**/*.ts', 'vite.config.ts', 'package-lock.json'],
    { cwd: root, withFileTypes: true },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

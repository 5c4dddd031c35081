import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './options.ts';

/** Where the built page is. */
export const pageFolder = join(root, 'dist', 'renderer');
const stamp = join(pageFolder, '.sources');

/** Builds the page when its sources have changed since the last build. About two seconds. */
export async function buildPage(): Promise<void> {
  const sources = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Lưu Thông: building the page…\n');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
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

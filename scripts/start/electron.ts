import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './options.ts';

const home = join(root, 'node_modules', 'electron');

/** Electron's binary, or null: it is a download of its own, not part of the npm package. */
export function findElectron(): string | null {
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(home, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Bundles the shell and the processes it starts. Once for all windows. */
export async function prepareElectron(): Promise<void> {
  // Loaded here: the bundler is large, and most starts do not need it.
  const { buildShell } = await import('../build/build-shell.ts');
  await buildShell();
}

/** Opens a station in a window of its own. */
export function openElectron(binary: string, folder: string): ChildProcess {
  return spawn(binary, [root, '--data', folder], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

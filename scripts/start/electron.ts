import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './options.ts';

/** True when Electron's binary is installed: it is a download of its own, not part of the npm package. */
export function hasElectron(): boolean {
  const home = join(root, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  return existsSync(pathFile) && existsSync(join(home, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

/** Opens a station in the Electron window, built from source by Forge. */
export function startElectron(folder: string): ChildProcess {
  const forge = join(root, 'node_modules', '@electron-forge', 'cli', 'dist', 'electron-forge.js');
  return spawn(process.execPath, [forge, 'start', '--', '--data', folder], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What SQLite makes anew from the other files; the process that had it open is gone. */
const notCopied = /-shm$/u;

/**
 * Copies a station's files as they are, whoever has them open: what a process leaves behind that ends without a word,
 * or what an image of its disk holds.
 */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (!notCopied.test(name)) cpSync(join(from, name), join(to, name));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

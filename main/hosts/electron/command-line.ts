import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CoreSettings } from './core-messages.ts';

export interface ShellFolders {
  /** Chromium's own files. The single-instance lock is taken on it, so two data folders are two programs. */
  readonly browser: string;
  readonly settings: CoreSettings;
}

/**
 * Reads `--data DIR`; anything else on the line belongs to Chromium. `appData` is the user's application folder.
 * Without `--data` everything is below `appData/luu-thong` (ASCII, unlike the product name: old tools on Windows
 * still break on the other letters).
 */
export function readCommandLine(line: readonly string[], appData: string): ShellFolders {
  const { data } = parseArgs({
    args: [...line],
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  }).values;
  if (typeof data === 'string' && data !== '') {
    const dataDir = resolve(data);
    return { browser: join(dataDir, 'browser'), settings: { dataDir } };
  }
  const own = join(appData, 'luu-thong');
  return { browser: own, settings: { dataDir: join(own, 'station') } };
}

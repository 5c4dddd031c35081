import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/**
 * Builds what Electron runs into `.vite/build`, for a start from source: `electron . --data DIR` then opens the
 * page the web host serves (`dist/renderer`). About a second. Packaging builds the same through Forge.
 */
export async function buildShell(): Promise<void> {
  for (const part of ['shell', 'preload', 'processes']) {
    await build({ root, configFile: join(root, `vite.${part}.config.ts`), logLevel: 'warn' });
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataFolderBusy, holdDataFolder } from './data-folder-lock.ts';

it('lets one holder in at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const release = holdDataFolder(folder);
  expect(() => holdDataFolder(folder, 0)).toThrow(DataFolderBusy);
  release();
  const releaseAgain = holdDataFolder(folder, 0);
  releaseAgain();
  rmSync(folder, { recursive: true });
});

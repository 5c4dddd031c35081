import { rmSync } from 'node:fs';
import type { Sqlite } from '../sqlite.ts';
import { isCorrupt, openSqlite } from '../sqlite.ts';
import { mirrorSchema, mirrorVersion } from './schema.ts';

/**
 * Opens or makes the mirror at `path`. One that is damaged or of another version is replaced by an empty one.
 * `doubtful`: the last run did not end by itself. `hurt`: damage was found in it, which a check of pages need not find
 * again.
 */
export function openMirrorDb(
  path: string,
  { doubtful, hurt }: { readonly doubtful: boolean; readonly hurt: boolean },
): { readonly mirrorDb: Sqlite; readonly replaced: boolean } {
  const opened = hurt ? null : tryOpenMirror(path, doubtful);
  if (opened) return { mirrorDb: opened, replaced: false };
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const replaced = tryOpenMirror(path, false);
  if (!replaced) throw new Error(`A new mirror cannot be opened at ${path}.`);
  return { mirrorDb: replaced, replaced: true };
}

/** The full page check costs seconds on a large file, so only an unclean exit or found damage asks for it. */
function tryOpenMirror(path: string, check: boolean): Sqlite | null {
  let db: Sqlite | null = null;
  try {
    db = openSqlite(path, 'normal');
    const usable = hasMirrorSchema(db) && (!check || db.pragma('quick_check(1)', { simple: true }) === 'ok');
    if (usable) return db;
    db.close();
    return null;
  } catch (error) {
    // Windows does not delete a file that is open, and a damaged mirror has to be deleted.
    db?.close();
    if (isCorrupt(error)) return null;
    throw error;
  }
}

/** Makes the tables of a new file. A file of another version is no use: what it held is fetched again. */
function hasMirrorSchema(db: Sqlite): boolean {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version !== 0) return version === mirrorVersion;
  db.transaction(() => {
    db.exec(mirrorSchema);
    db.pragma(`user_version = ${mirrorVersion}`);
  })();
  return true;
}

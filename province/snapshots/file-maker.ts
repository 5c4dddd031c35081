import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { frameHead, frameRawBytes } from '../../contract/sync/snapshot-frames.ts';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import { purgeHistory } from '../../main/store/mirror/history.ts';
import { indexTitles, rowWriter } from '../../main/store/mirror/rows.ts';
import { mirrorSchema, mirrorVersion } from '../../main/store/mirror/schema.ts';

/** A row of the feed as a library sees it, in the order of the feed; `null` as text says that it is gone. */
export interface SnapshotLine {
  readonly pos: number;
  readonly entity: string;
  readonly id: string;
  /** JSON. */
  readonly text: string;
  /** Oldest protocol whose stations understand the row. */
  readonly protocol: number;
}

/** Where the feed stood when the last line was read. */
export interface SnapshotPlace {
  readonly epoch: string;
  readonly pos: number;
  /** Day by which returned loans are forgotten. */
  readonly today: CivilDate;
}

export interface MadeFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly rawBytes: number;
}

/** Writes one snapshot: a mirror as a station would have it that has read the feed so far. Synchronous: for a thread. */
export interface FileMaker {
  take(lines: readonly SnapshotLine[]): void;
  /** Finishes and puts the file in its place, whole or not at all. Throws when the mirror is not sound. */
  finish(place: SnapshotPlace): MadeFile;
  /** Leaves nothing behind. */
  abandon(): void;
}

/** Pages that SQLite may keep while it loads (kB): the order of the feed is not that of the tables. */
const cacheKilobytes = 200_000;
/** On mirrors the fastest level makes smaller files than the default one, in a quarter of the time. */
const level = 1;

/** Names of what stands in the folder while a snapshot is made; what a killed process leaves begins the same. */
const unfinished = '.making';

export function fileMaker(folder: string, file: string): FileMaker {
  const loading = join(folder, `${file}${unfinished}.load`);
  const packed = join(folder, `${file}${unfinished}.db`);
  const sent = join(folder, `${file}${unfinished}.zst`);
  const remove = (): void => {
    for (const path of [loading, packed, sent]) rmSync(path, { force: true });
  };
  remove();
  const db = new Database(loading);
  // A file that is thrown away when anything goes wrong needs no journal.
  db.pragma('journal_mode = off');
  db.pragma('synchronous = off');
  db.pragma(`cache_size = -${cacheKilobytes}`);
  db.exec(mirrorSchema);
  db.pragma(`user_version = ${mirrorVersion}`);
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master
       where type = 'index' and sql is not null and tbl_name in ('item', 'biblio', 'loan')`,
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index ${name}`);
  // Words of titles that are gone or renamed would stay in an index that grows along.
  const writer = rowWriter(db, { titles: false });
  const park = db.prepare('insert or replace into parked(pos, entity, id, row, min) values (?, ?, ?, ?, ?)');
  const takeAll = db.transaction((lines: readonly SnapshotLine[]) => {
    for (const line of lines) {
      const { pos, entity, id, text, protocol } = line;
      if (isEntity(entity) && text === 'null') {
        writer.drop(entity, id);
        continue;
      }
      const row = isEntity(entity) ? readRow(entity, text) : null;
      if (row) writer.put(row);
      else park.run(pos, entity, id, text, protocol);
    }
  });
  return {
    take: (lines) => takeAll(lines),
    finish({ epoch, pos, today }) {
      db.transaction(() => {
        for (const { sql } of indexes) db.exec(sql);
        indexTitles(db);
        purgeHistory(db, today);
        db.prepare('update feed_state set epoch = ?, cursor = ?').run(epoch, pos);
      })();
      // Into another file: what was replaced or taken back meanwhile stays behind in the pages of this one.
      db.prepare('vacuum into ?').run(packed);
      db.close();
      checkSound(packed);
      const made = packInto(packed, sent);
      renameSync(sent, join(folder, file));
      remove();
      return made;
    },
    abandon: () => {
      db.close();
      remove();
    },
  };
}

/** The row as a station would read it; null where this version cannot: a station of this version could not either. */
function readRow(entity: keyof typeof rowSchemas, text: string): EntityRow | null {
  const parsed = rowSchemas[entity].safeParse(JSON.parse(text));
  // The schema of an entity gives rows of that entity.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return parsed.success ? ({ entity, row: parsed.data } as EntityRow) : null;
}

/** Here, once, instead of at every station: there the hash says that the file is this one. */
function checkSound(path: string): void {
  const db = new Database(path, { readonly: true });
  const found = db.pragma('quick_check(1)', { simple: true });
  db.close();
  if (found !== 'ok') throw new Error(`the snapshot is not sound: ${String(found)}`);
}

function packInto(from: string, to: string): MadeFile {
  const hash = createHash('sha256');
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx');
  try {
    const raw = Buffer.alloc(frameRawBytes);
    let bytes = 0;
    for (;;) {
      const read = readFully(source, raw);
      if (read === 0) break;
      const frame = zstdCompressSync(raw.subarray(0, read), {
        params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: 1 },
      });
      for (const part of [frameHead(frame.length), frame]) {
        hash.update(part);
        writeFully(target, part);
        bytes += part.length;
      }
    }
    fsyncSync(target);
    return { sha256: hash.digest('hex'), bytes, rawBytes: statSync(from).size };
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function readFully(file: number, into: Buffer): number {
  let read = 0;
  while (read < into.length) {
    const more = readSync(file, into, read, into.length - read, null);
    if (more === 0) break;
    read += more;
  }
  return read;
}

function writeFully(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

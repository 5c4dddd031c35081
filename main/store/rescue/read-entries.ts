import Database from 'better-sqlite3';
import type { PushLine } from '../../../contract/sync/protocol.ts';
import { linkHash } from '../journal/chain.ts';
import { envelopeOf } from '../journal/whole-links.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Stretch, Told } from './tell-journal.ts';

/** A fact as it lies in the journal. */
export interface RescuedEntry {
  readonly station: string;
  readonly inc: string;
  readonly seq: number;
  readonly at: string;
  readonly line: PushLine;
}

/** What a line says of its place. */
export function entryOf(line: PushLine): RescuedEntry {
  const { station, inc, seq, at } = envelopeOf(line.bytes);
  return { station, inc, seq, at, line };
}

/** Entry by entry, each where it belongs; at the first that is not, null, and no more. */
export function* readEntries(
  db: Sqlite,
  { station }: Told,
  { inc, base, from, to, prev }: Stretch,
): Generator<RescuedEntry | null> {
  const select = readable(() =>
    db.prepare<[number], PushLine>('select bytes, prev, hash from journal where entry = ?'),
  );
  let last = prev;
  for (let place = from; place <= to; place += 1) {
    const line = readable(() => select?.get(place));
    const entry = line?.prev === last && linkHash(line.prev, line.bytes) === line.hash ? entryOf(line) : null;
    if (entry?.station !== station || entry.inc !== inc || entry.seq !== place - base) return yield null;
    yield entry;
    last = entry.line.hash;
  }
}

/** Null for what the file cannot give any more: a page that contradicts itself, a sector that reads nothing. */
function readable<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

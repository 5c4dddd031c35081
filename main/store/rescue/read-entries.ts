import Database from 'better-sqlite3';
import type { PushLine } from '../../../contract/sync/protocol.ts';
import { linkHash } from '../journal/chain.ts';
import { envelopeOf } from '../journal/whole-links.ts';
import type { Sqlite } from '../sqlite.ts';

/** A fact as it lies in the journal. */
export interface RescuedEntry {
  readonly inc: string;
  readonly seq: number;
  readonly at: string;
  readonly line: PushLine;
}

/** Entries of the journal, both ends included. */
interface EntryRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the end of a damaged journal is not known: so many entries in a row that cannot be read, and the rest is not
 * looked for. A page of the file holds about five.
 */
const mostDamageInRow = 2_000;

/** Entries that the province has not confirmed, as far as the file can say; with `all`, those it has too. */
export function entryRanges(db: Sqlite, all: boolean): readonly EntryRange[] {
  const present = read(() =>
    db
      .prepare<[], { base: number; acked: number | null }>(
        'select base, (select seq from ack) as acked from identity',
      )
      .get(),
  );
  const past = read(() =>
    db
      .prepare<[], { base: number; confirmed: number; acked: number }>(
        'select base, confirmed, acked from past_incarnation order by base',
      )
      .all(),
  );
  // What cannot say what was confirmed is sent whole: the province skips what it has.
  if (!present) return [{ from: 1, to: Number.MAX_SAFE_INTEGER }];
  return [
    ...(past ?? []).map(({ base, confirmed, acked }) => ({
      from: base + (all ? 0 : acked) + 1,
      to: base + confirmed,
    })),
    { from: present.base + (all ? 0 : (present.acked ?? 0)) + 1, to: Number.MAX_SAFE_INTEGER },
  ];
}

/** Whose journal it is; null where the file cannot say. */
export function journalOwner(
  db: Sqlite,
): { readonly station: string; readonly incarnation: string; readonly epoch: string | null } | null {
  return (
    read(() =>
      db
        .prepare<[], { station: string; incarnation: string; epoch: string | null }>(
          'select station, incarnation, (select epoch from ack) as epoch from identity',
        )
        .get(),
    ) ?? null
  );
}

/** Entry by entry, so that a damaged page costs what is on it; null for an entry that cannot be read or trusted. */
export function* readEntries(db: Sqlite, { from, to }: EntryRange): Generator<RescuedEntry | null> {
  const select = read(() =>
    db.prepare<[number], PushLine>('select bytes, prev, hash from journal where entry = ?'),
  );
  if (!select) return;
  const last =
    read(() => db.prepare<[], { last: number | null }>('select max(entry) as last from journal').get())
      ?.last ?? null;
  let lost = 0;
  for (let entry = from; entry <= Math.min(to, last ?? Number.MAX_SAFE_INTEGER); entry += 1) {
    const row = read(() => select.get(entry));
    const sound: PushLine | null = row && linkHash(row.prev, row.bytes) === row.hash ? row : null;
    if (last === null && (row === undefined || lost >= mostDamageInRow)) break;
    if (!sound) {
      lost += 1;
      // Not told yet where the end is not known: the last of them may be no entries at all.
      if (last !== null) yield null;
      continue;
    }
    if (last === null) for (; lost > 0; lost -= 1) yield null;
    lost = 0;
    const { inc, seq, at } = envelopeOf(sound.bytes);
    yield { inc, seq, at, line: sound };
  }
  // At least one: whatever was there.
  if (last === null && lost > 0) yield null;
}

/** Null for what the file cannot give any more: a page that contradicts itself, a sector that reads nothing. */
function read<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

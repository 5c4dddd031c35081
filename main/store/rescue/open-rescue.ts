import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RescueDamage } from '../../../contract/sync/rescue.ts';
import { rawRows } from '../journal/raw-pages.ts';
import { readableLinks } from '../journal/whole-links.ts';
import { openJournalToRead } from './open-journal.ts';
import type { RescuedEntry } from './read-entries.ts';
import { readEntries } from './read-entries.ts';
import { salvagedEntries } from './salvaged-entries.ts';
import type { Told } from './tell-journal.ts';
import { lengths, stretches, tellJournal } from './tell-journal.ts';

/** Rows that are looked at before others may have the thread. */
const rowsAtOnce = 2_000;

/** Incarnation and sequence of a row are its second and third column. */
const columnsOfPlace = 3;

/** A journal as it can be read. */
export interface RescueSource {
  readonly told: Told | null;
  /** Null where nothing is wrong with the journal. */
  readonly damage: RescueDamage | null;
  /** May be gone through twice. Null where it turns out that something is wrong after all. */
  entries(): Iterable<RescuedEntry | null>;
  close(): void;
}

/**
 * The ways to read the journal at `path`, to be tried in their order: as SQLite gives it, where all of it is where it
 * should be; else everything in its files that proves itself, as salvage finds it.
 */
export async function openRescue(path: string, all: boolean): Promise<readonly (() => RescueSource)[]> {
  // Looked at first: what is committed meanwhile may be in what SQLite reads, and must not be in this alone.
  const seen = await placesIn(path);
  const opened = openJournalToRead(path);
  const told = opened && tellJournal(opened.db);
  const aside = told?.isSalvaged === true || existsSync(`${path}.salvage`) ? asideOf(path) : [];
  const salvaged = (): RescueSource => {
    const { entries, damage } = salvagedEntries([...aside, path], told, all);
    return { told, damage, entries: () => entries, close: () => {} };
  };
  const wanted = opened && told && stretches(opened.db, told, all);
  if (!wanted || aside.length > 0 || holdsMore(path, told, seen)) {
    opened?.close();
    return [salvaged];
  }
  const { db, close } = opened;
  function* entries(from: Told): Generator<RescuedEntry | null> {
    for (const stretch of wanted ?? []) yield* readEntries(db, from, stretch);
  }
  return [() => ({ told, damage: null, entries: () => entries(told), close }), salvaged];
}

/** True where anything of a journal is, be it one that was being put in the place of a damaged one. */
export function hasJournal(path: string): boolean {
  return [path, `${path}-wal`, `${path}.salvage`].some((file) => existsSync(file) && statSync(file).size > 0);
}

/** The highest sequence of each incarnation that any page of the file says to have, whether SQLite finds it or not. */
async function placesIn(path: string): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  let looked = 0;
  for (const [, inc, seq] of rawRows(path, columnsOfPlace)) {
    looked += 1;
    if (looked % rowsAtOnce === 0) await setImmediate();
    if (typeof inc === 'string' && typeof seq === 'number')
      places.set(inc, Math.max(seq, places.get(inc) ?? 0));
  }
  return places;
}

/** True when the file has whole entries that the journal does not know of: a page of its tree was lost. */
function holdsMore(path: string, told: Told, seen: ReadonlyMap<string, number>): boolean {
  const known = lengths(told);
  const isKnown = (inc: string, seq: number): boolean => seq <= (known.get(inc) ?? 0);
  if ([...seen].every(([inc, seq]) => isKnown(inc, seq))) return false;
  const { prefix, behind } = readableLinks(path);
  return [...prefix, ...behind].some(({ inc, seq }) => !isKnown(inc, seq));
}

/** What a salvage has left beside the journal: the newest damaged one, and the new one before it is in its place. */
function asideOf(path: string): readonly string[] {
  const begins = `${basename(path)}.damaged-`;
  const numbers = readdirSync(dirname(path)).flatMap((name) => {
    const number = name.startsWith(begins) ? /^\d+/.exec(name.slice(begins.length)) : null;
    return number ? [Number(number[0])] : [];
  });
  const newest = numbers.length > 0 ? [`${path}.damaged-${Math.max(...numbers)}`] : [];
  return [...newest, `${path}.salvage`];
}

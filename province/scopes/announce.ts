import type { Transaction } from 'kysely';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { Part } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { rowKey } from '../projection/held-rows.ts';
import { namedBy } from './about.ts';
import { dependentsOf, movedBetween } from './dependents.ts';
import type { Known } from './known.ts';
import { knownAfter, readKnown } from './known.ts';
import type { Line } from './lines.ts';
import { lineOf, writeLines } from './lines.ts';
import { restrictTitles } from './titles.ts';

export interface Announcement {
  /** The statements that put the rows into the feed. */
  readonly parts: readonly Part[];
  /** Head of the feed after them. */
  readonly head: number;
}

/**
 * Puts rows into the feed after `head`, each with its audience; and once more those rows whose audience follows: what
 * is about a copy that became restricted, or about a reader who has moved. To be called before the rows are written,
 * with the feed locked.
 */
export async function announce(
  trx: Transaction<ProvinceSchema>,
  head: number,
  rows: readonly RowRef[],
): Promise<Announcement> {
  if (rows.length === 0) return { parts: [], head };
  const before = await readKnown(trx, namedBy(rows));
  const { known, changed, parts } = await restrictTitles(trx, before, knownAfter(before, rows));
  const moved = { ...movedBetween(before, known), titles: changed };
  const followers = await followersOf(trx, rows, moved, (one) =>
    knownAfter({ ...one, titles: withTitles(one.titles, changed, known.titles) }, rows),
  );
  const lines = [...rows.map((row) => lineOf(row, known)), ...followers];
  return { parts: [...parts, ...writeLines(head, lines)], head: head + lines.length };
}

async function followersOf(
  trx: Transaction<ProvinceSchema>,
  rows: readonly RowRef[],
  moved: Parameters<typeof dependentsOf>[1],
  afterwards: (before: Known) => Known,
): Promise<readonly Line[]> {
  const told = new Set(rows.map(rowKey));
  const dependents = (await dependentsOf(trx, moved)).filter((row) => !told.has(rowKey(row)));
  if (dependents.length === 0) return [];
  const before = await readKnown(trx, namedBy(dependents));
  const after = afterwards(before);
  return dependents.flatMap((row) => {
    const line = lineOf(row, after);
    return audience(line) === audience(lineOf(row, before)) ? [] : [line];
  });
}

function withTitles(
  titles: Known['titles'],
  changed: readonly string[],
  now: Known['titles'],
): Known['titles'] {
  const all = new Map(titles);
  for (const title of changed) {
    const libraries = now.get(title);
    if (libraries) all.set(title, libraries);
    else all.delete(title);
  }
  return all;
}

function audience({ full_for, reduced }: Line): string {
  return JSON.stringify([full_for, reduced]);
}

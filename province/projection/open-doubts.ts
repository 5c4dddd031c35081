import type { Transaction } from 'kysely';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Doubt } from '../sync/intake.ts';
import type { ExceptionColumns } from './exceptions.ts';
import { factExceptionColumns, factExceptionRow } from './exceptions.ts';
import type { HeldRow } from './held-rows.ts';
import { presentRow } from './held-rows.ts';
import type { Refold } from './refold.ts';
import { refold } from './refold.ts';
import { readStreams } from './stream-view.ts';

export interface OpenedDoubts {
  readonly columns: readonly ExceptionColumns[];
  readonly published: readonly HeldRow[];
  /** What somebody said about them before they came: after a restore facts arrive in any order. */
  readonly refold: Refold;
}

/** What is to be written of a refold and of the doubts that came with it. */
export function withDoubts(folded: Refold, doubts: OpenedDoubts | null): Refold {
  if (!doubts) return folded;
  return {
    ...folded,
    projected: [...folded.projected, ...doubts.refold.projected],
    opened: [...folded.opened, ...doubts.columns],
  };
}

/**
 * Exceptions about facts that are not open yet. The feed must be locked. Asks only when there are any. `arriving` are
 * facts that come with them and are not stored yet: one of them may say already what was done.
 */
export async function openDoubts(
  trx: Transaction<ProvinceSchema>,
  doubts: readonly Doubt[],
  arriving: readonly PlacedFact[] = [],
): Promise<OpenedDoubts | null> {
  if (doubts.length === 0) return null;
  const rows = new Map(
    doubts.toReversed().map(({ exception: doubt, library }) => {
      const row = factExceptionRow(doubt, library);
      return [row.id, { doubt, row }];
    }),
  );
  const view = await readStreams(
    trx,
    [...rows.values()].map(({ row }) => row.stream),
  );
  const known = new Set(view.published.map(({ id }) => id));
  const fresh = [...rows.values()].filter(({ row }) => !known.has(row.id));
  const published = fresh.map(({ row }) => ({ entity: 'exception', id: row.id, stream: row.stream, row }));
  const folded = refold(
    fresh.map(({ row }) => row.stream),
    { ...view, published },
    arriving,
  );
  const changed = new Set(folded.changes.map(({ id }) => id));
  const untouched = fresh.filter(({ row }) => !changed.has(row.id));
  return {
    columns: fresh.map(({ doubt }) => factExceptionColumns(doubt)),
    published,
    refold: {
      ...folded,
      changes: [...folded.changes, ...untouched.map(({ row }) => presentRow({ entity: 'exception', row }))],
    },
  };
}

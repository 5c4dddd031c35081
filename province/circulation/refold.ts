import type { Transaction } from 'kysely';
import type { CirculationException } from '../../domain/circulation/fold.ts';
import { foldItem } from '../../domain/circulation/fold.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { upsertRows } from '../database/upsert.ts';
import { storedFact } from '../sync/read-fact.ts';
import { recordItemExceptions } from './exceptions.ts';
import { sameLoan, toLoanColumns } from './loan-columns.ts';

/**
 * Makes the loans and exceptions of `items` what all their facts say, and returns the loans that changed.
 * The feed must be locked: a fact of the same copy must not commit beside this.
 */
export async function refoldItems(
  trx: Transaction<ProvinceSchema>,
  items: readonly string[],
): Promise<readonly Loan[]> {
  if (items.length === 0) return [];
  const facts = await readItemFacts(trx, items);
  const histories = [...facts].map(([item, placed]) => ({ item, placed, history: foldItem(placed) }));
  const stored = await trx.selectFrom('loan').selectAll().where('item', 'in', items).execute();
  const storedById = new Map(stored.map((loan) => [loan.id, loan]));
  const changed = histories
    .flatMap(({ history }) => history.loans)
    .filter((loan) => !sameLoan(storedById.get(loan.id), loan));
  await upsertRows(trx, 'loan', changed.map(toLoanColumns));
  await recordItemExceptions(
    trx,
    items,
    histories.flatMap(({ history, placed }) =>
      history.exceptions.map((exception) => ({ ...exception, occurredAt: occurredAt(exception, placed) })),
    ),
  );
  return changed;
}

async function readItemFacts(
  trx: Transaction<ProvinceSchema>,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly PlacedFact[]>> {
  const rows = await trx
    .selectFrom('fact')
    .select(['item', 'bytes', 'effective_at'])
    .where('item', 'in', items)
    .execute();
  return Map.groupBy(
    rows.map(({ bytes, effective_at }) => ({ fact: storedFact(bytes), effective: effective_at.getTime() })),
    ({ fact }) => fact.body.item,
  );
}

/** The disagreement exists since its latest fact; the loan it names may be one nobody has reported. */
function occurredAt(exception: CirculationException, placed: readonly PlacedFact[]): number {
  return Math.max(
    ...placed.filter(({ fact }) => exception.facts.includes(fact.id)).map(({ effective }) => effective),
  );
}

import type { Expression, Kysely } from 'kysely';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { ProvinceSchema } from '../database/schema.ts';
import { behindMark } from '../rescue/behind-name.ts';
import type { Journal } from '../sync/journal.ts';
import type { Lease } from './receipt-numbers.ts';
import { seriesOf } from './receipt-numbers.ts';

/** What a station has to number receipts with. */
export interface ReceiptSituation {
  /** True once the station itself has called; never for a journal that the province goes on with in its place. */
  readonly greeted: boolean;
  /** Series of its library. */
  readonly series: string;
  /** Its ranges of that series that are not used up. */
  readonly leases: readonly Lease[];
}

interface ReceiptAnswer {
  readonly receipts: {
    readonly greeted: boolean;
    readonly code: string;
    readonly leases: readonly Lease[];
  } | null;
}

/** The column `receipts` of a statement that reads a journal's situation: `receiptSituation` reads its answer. */
export function receiptColumn(station: Expression<string>, inc: Expression<string>) {
  const eb = expressionBuilder<ProvinceSchema>();
  return jsonObjectFrom(
    eb
      .selectFrom('station')
      .leftJoin('published as library', (join) =>
        join.onRef('library.id', '=', 'station.library').on('library.entity', '=', 'library'),
      )
      .where('station.station', '=', station)
      .select((own) => [
        own
          .and([own('station.app', 'is not', null), sql<boolean>`position(${behindMark} in ${inc}) = 0`])
          .$castTo<boolean>()
          .as('greeted'),
        // A library that nobody has published yet is known by its id.
        own.fn.coalesce(sql<string | null>`library.row->>'code'`, 'station.library').as('code'),
        jsonArrayFrom(
          own
            .selectFrom('receipt_lease')
            .select(['series', 'year', 'first', 'last', 'used'])
            .whereRef('receipt_lease.station', '=', 'station.station')
            .where('receipt_lease.inc', '=', inc)
            .whereRef('used', '<', 'last'),
        ).as('leases'),
      ]),
  ).as('receipts');
}

export function receiptSituation({ receipts }: ReceiptAnswer): ReceiptSituation {
  const series = seriesOf(receipts?.code ?? '');
  return {
    greeted: receipts?.greeted ?? false,
    series,
    leases: receipts?.leases.filter((lease) => lease.series === series) ?? [],
  };
}

export async function readReceiptSituation(
  db: Kysely<ProvinceSchema>,
  { station, inc }: Journal,
): Promise<ReceiptSituation> {
  return receiptSituation(
    await db
      .selectFrom('feed_head')
      .select((eb) => [receiptColumn(eb.val(station), eb.val(inc))])
      .executeTakeFirstOrThrow(),
  );
}

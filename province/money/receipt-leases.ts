import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import type { Part } from '../database/rows.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Journal } from '../sync/journal.ts';
import { announce } from '../scopes/announce.ts';
import { lockFeed } from '../sync/feed.ts';
import type { SeriesBook } from './receipt-numbers.ts';
import { nextRange, yearsInNeed } from './receipt-numbers.ts';
import type { ReceiptSituation } from './receipt-situation.ts';
import { readReceiptSituation } from './receipt-situation.ts';

/** A range that is given out. */
export type NewLease = Insertable<ProvinceSchema['receipt_lease']>;

/** A receipt number that a payment names. */
interface UsedNumber {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

/** Leased numbers that payments name. An undone payment has used its number too: a receipt with it was printed. */
export function usedNumbers(facts: readonly Fact[]): readonly UsedNumber[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'payment.taken' || fact.body.receipt.kind !== 'leased') return [];
    const { series, year, number } = fact.body.receipt;
    return [{ series, year, number }];
  });
}

/** The situation after the station has used more numbers. A number outside its ranges says nothing about them. */
export function withUsed(situation: ReceiptSituation, numbers: readonly UsedNumber[]): ReceiptSituation {
  const leases = situation.leases.map((lease) => {
    const inIt = numbers.filter(
      ({ series, year, number }) =>
        series === lease.series && year === lease.year && number >= lease.first && number <= lease.last,
    );
    return { ...lease, used: Math.max(lease.used, ...inIt.map(({ number }) => number)) };
  });
  return { ...situation, leases };
}

/** The statement that notes which numbers of its ranges the station has used. */
export function noteUsed(station: string, numbers: readonly UsedNumber[]): readonly Part[] {
  if (numbers.length === 0) return [];
  return [
    sql`
      update receipt_lease set used = told.used from (
        select id, max(number) as used from receipt_lease
        join jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as named(series text, year bigint, number int)
          on named.series = receipt_lease.series and named.year = receipt_lease.year
          and number between first and last
        where station = ${station} group by id
      ) as told where receipt_lease.id = told.id and receipt_lease.used < told.used`,
  ];
}

/**
 * Ranges for a station that runs out of numbers. The feed must be locked: that is what keeps two stations from ever
 * having the same number; `taken` are ranges that are given out but not written yet. `now` is the server's clock in
 * ms.
 */
export async function leaseWhereNeeded(
  trx: Transaction<ProvinceSchema>,
  { station, inc }: Journal,
  { series, leases }: ReceiptSituation,
  now: number,
  taken: readonly NewLease[] = [],
): Promise<readonly NewLease[]> {
  const years = yearsInNeed(leases, now);
  if (years.length === 0) return [];
  const books = await readBooks(trx, series, years);
  return years.flatMap((year) => {
    const book = withTaken(
      books(year),
      taken.filter((lease) => lease.series === series && lease.year === year),
    );
    const range = nextRange(book, year);
    if (!range) return [];
    return [
      { id: randomUUID(), station, inc, series, year, ...range, used: range.first - 1, epoch: book.epoch },
    ];
  });
}

function withTaken(book: SeriesBook, taken: readonly NewLease[]): SeriesBook {
  const lasts = taken.map(({ last }) => last);
  return {
    ...book,
    given: Math.max(book.given, ...lasts),
    givenInEpoch: Math.max(book.givenInEpoch, ...lasts),
  };
}

async function readBooks(
  trx: Transaction<ProvinceSchema>,
  series: string,
  years: readonly number[],
): Promise<(year: number) => SeriesBook> {
  const { number, began_at, given } = await trx
    .selectFrom('epoch')
    .orderBy('number', 'desc')
    .limit(1)
    .select((eb) => [
      'number',
      'began_at',
      jsonArrayFrom(
        eb
          .selectFrom('receipt_lease')
          .where('series', '=', series)
          .where('year', '=', eb.fn.any(eb.val(years)))
          .groupBy('year')
          .select((lease) => [
            'year',
            lease.fn.max('last').as('last'),
            lease.fn.max('last').filterWhereRef('receipt_lease.epoch', '=', 'epoch.number').as('inEpoch'),
          ]),
      ).as('given'),
    ])
    .executeTakeFirstOrThrow();
  return (year) => {
    const ofYear = given.find((book) => book.year === year);
    return {
      epoch: number,
      epochBegan: began_at.getTime(),
      given: ofYear?.last ?? 0,
      givenInEpoch: ofYear?.inEpoch ?? 0,
    };
  };
}

/** The statements that write new ranges into the book, and as rows that stations can fetch. */
export function writeLeases(leases: readonly NewLease[]): readonly Part[] {
  return [
    ...insertRows('receipt_lease', leases),
    ...insertRows(
      'published',
      leaseRows(leases).map(({ entity, id, row }) => ({ entity, id, stream: null, row })),
    ),
  ];
}

/** What stations are told of new ranges. */
export function leaseRows(leases: readonly NewLease[]): readonly RowRef[] {
  return leases.map(({ id, station, inc, series, year, first, last }) => ({
    entity: 'receipt-range',
    id,
    row: { id, station, series, year, from: first, to: last, ...(typeof inc === 'string' ? { inc } : {}) },
  }));
}

/** Sees to it that a station that calls has numbers for its receipts. `now` is the server's clock in ms. */
export async function provideNumbers(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  now: number,
): Promise<void> {
  const { leases } = await readReceiptSituation(db, journal);
  if (yearsInNeed(leases, now).length === 0) return;
  await db.transaction().execute(async (trx) => {
    const head = await lockFeed(trx);
    // Read again under the lock: the same station may have called twice.
    const situation = await readReceiptSituation(trx, journal);
    const fresh = await leaseWhereNeeded(trx, journal, situation, now);
    const { parts } = await announce(trx, head, leaseRows(fresh));
    await runTogether(trx, [...writeLeases(fresh), ...parts]);
  });
}

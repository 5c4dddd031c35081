import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { readFeed } from '../sync/feed.ts';
import { timeZone } from './words.ts';

const newestLoans = 30;
const newestExceptions = 20;

/** What the overview shows. No query here touches the patron table or a loan's patron. */
export type Overview = Awaited<ReturnType<typeof readOverview>>;
export type LibraryLine = Overview['libraries'][number];
export type StationLine = Overview['stations'][number];
export type LoanLine = Overview['loans'][number];
export type ExceptionLine = Overview['exceptions'][number];

/** Reads the overview as of `now`, ms since the Unix epoch. */
export async function readOverview(db: Kysely<ProvinceSchema>, now: number) {
  const instant = new Date(now).toISOString();
  const today: CivilDate = civilDateAt(instant, timeZone);
  const midnight = Temporal.PlainDate.from(today).toZonedDateTime(timeZone).toInstant().toString();
  return {
    now,
    today,
    feed: await readFeed(db),
    libraries: await readLibraries(db, midnight),
    stations: await readStations(db),
    loans: await readLoans(db),
    exceptions: await readExceptions(db),
    exceptionsInAll: await countExceptions(db),
  };
}

async function readLibraries(db: Kysely<ProvinceSchema>, midnight: string) {
  return db
    .selectFrom('library')
    .select((eb) => [
      'library.id',
      'library.name',
      'library.kind',
      eb
        .selectFrom('loan')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('loan.library', '=', 'library.id')
        .where('loan.returned_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('open'),
      eb
        .selectFrom('fact')
        .innerJoin('loan', 'loan.id', 'fact.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('fact.effective_at', '>=', sql<Date>`${midnight}::timestamptz`)
        .whereRef('loan.library', '=', 'library.id')
        .$asScalar()
        .$notNull()
        .as('today'),
    ])
    .orderBy('library.name')
    .execute();
}

async function readStations(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('station')
    .leftJoin('library', 'library.id', 'station.library')
    .select((eb) => [
      'station.station',
      'station.desk',
      'station.last_seen as lastSeen',
      'station.app',
      eb.fn.coalesce('library.name', 'station.library').as('library'),
      eb
        .selectFrom('journal_entry')
        .select('journal_entry.seq')
        .whereRef('journal_entry.station', '=', 'station.station')
        .whereRef('journal_entry.inc', '=', 'station.inc')
        .orderBy('journal_entry.seq', 'desc')
        .limit(1)
        .as('acked'),
    ])
    .orderBy('station.station')
    .execute();
}

async function readLoans(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('fact')
    .innerJoin('loan', 'loan.id', 'fact.id')
    .leftJoin('item', 'item.id', 'loan.item')
    .leftJoin('biblio', 'biblio.id', 'item.biblio')
    .leftJoin('library', 'library.id', 'loan.library')
    .select((eb) => [
      'biblio.title',
      // A copy the province has not heard of is known by what the desk read from its label.
      eb.fn.coalesce('item.barcode', sql<string | null>`fact.body->>'barcode'`).as('barcode'),
      eb.fn.coalesce('library.name', 'loan.library').as('library'),
      'loan.station',
      'fact.effective_at as lentAt',
      'loan.due',
      'loan.renewals',
      'loan.returned_at as returnedAt',
    ])
    .orderBy('fact.effective_at', 'desc')
    .orderBy('fact.seq', 'desc')
    .limit(newestLoans)
    .execute();
}

async function readExceptions(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('exception')
    .leftJoin('item', 'item.id', 'exception.item')
    .leftJoin('biblio', 'biblio.id', 'item.biblio')
    .select([
      'exception.rule',
      'exception.occurred_at as occurredAt',
      'biblio.title',
      'item.barcode',
      sql<string | null>`(
        select string_agg(distinct fact.station, ', ') from fact
        where fact.id in (select jsonb_array_elements_text(exception.facts))
      )`.as('stations'),
    ])
    .orderBy('exception.occurred_at', 'desc')
    .orderBy('exception.id')
    .limit(newestExceptions)
    .execute();
}

async function countExceptions(db: Kysely<ProvinceSchema>): Promise<number> {
  const { n } = await db
    .selectFrom('exception')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { Entity } from '../../domain/catalogue/rows.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { readFeed } from '../sync/feed.ts';
import { timeZone } from './words.ts';

const newestLoans = 30;
const newestExceptions = 20;

/** What the overview shows. No query here touches a patron's row or the reader that another row names. */
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
    counts: await readCounts(db),
    libraries: await readLibraries(db, midnight),
    stations: await readStations(db),
    loans: await readLoans(db),
    exceptions: await readExceptions(db),
  };
}

/** What waits for somebody. */
async function readCounts(db: Kysely<ProvinceSchema>) {
  const rowsOf = (entity: Entity, where: RawBuilder<boolean>) =>
    db
      .selectFrom('current_row')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('entity', '=', entity)
      .where(where)
      .$asScalar()
      .$notNull();
  return db
    .selectNoFrom((eb) => [
      rowsOf('hold', sql`row->'state'->>'status' in ('pending', 'in-transit', 'waiting')`).as('openHolds'),
      rowsOf('hold', sql`row->'state'->>'status' = 'waiting'`).as('waiting'),
      rowsOf('payment', sql`row->>'status' = 'reported'`).as('reportedTransfers'),
      eb
        .selectFrom('exception')
        .select((exception) => exception.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('exceptions'),
    ])
    .executeTakeFirstOrThrow();
}

async function readLibraries(db: Kysely<ProvinceSchema>, midnight: string) {
  return db
    .selectFrom('current_row as library')
    .where('library.entity', '=', 'library')
    .select((eb) => [
      'library.id',
      sql<string>`library.row->>'name'`.as('name'),
      sql<string>`library.row->>'kind'`.as('kind'),
      eb
        .selectFrom('current_row as loan')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('loan.entity', '=', 'loan')
        .where(sql<boolean>`loan.row->>'library' = library.id`)
        .where(sql<boolean>`loan.row->>'returnedAt' is null and loan.row->>'lostAt' is null`)
        .$asScalar()
        .$notNull()
        .as('open'),
      eb
        .selectFrom('fact')
        .innerJoin('projection as loan', (join) =>
          join.onRef('loan.id', '=', 'fact.id').on('loan.entity', '=', 'loan'),
        )
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('fact.kind', '=', 'loan.checked-out')
        .where('fact.effective_at', '>=', sql<Date>`${midnight}::timestamptz`)
        .where(sql<boolean>`loan.row->>'library' = library.id`)
        .$asScalar()
        .$notNull()
        .as('today'),
    ])
    .orderBy('name')
    .execute();
}

async function readStations(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('station')
    .leftJoin('current_row as library', (join) =>
      join.onRef('library.id', '=', 'station.library').on('library.entity', '=', 'library'),
    )
    .select((eb) => [
      'station.station',
      'station.desk',
      'station.last_seen as lastSeen',
      'station.app',
      eb.fn.coalesce(sql<string | null>`library.row->>'name'`, 'station.library').as('library'),
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
    .innerJoin('projection as loan', (join) =>
      join.onRef('loan.id', '=', 'fact.id').on('loan.entity', '=', 'loan'),
    )
    .leftJoin('current_row as biblio', (join) =>
      join.on(sql<boolean>`biblio.id = loan.row->>'biblio'`).on('biblio.entity', '=', 'biblio'),
    )
    .leftJoin('current_row as library', (join) =>
      join.on(sql<boolean>`library.id = loan.row->>'library'`).on('library.entity', '=', 'library'),
    )
    .where('fact.kind', '=', 'loan.checked-out')
    .select([
      sql<string | null>`biblio.row->>'title'`.as('title'),
      sql<string>`loan.row->>'barcode'`.as('barcode'),
      sql<string>`coalesce(library.row->>'name', loan.row->>'library')`.as('library'),
      'fact.station',
      'fact.effective_at as lentAt',
      sql<string>`loan.row->>'due'`.as('due'),
      sql<number>`(loan.row->'renewals')::int`.as('renewals'),
      sql<string | null>`loan.row->>'returnedAt'`.as('returnedAt'),
      sql<string | null>`loan.row->>'lostAt'`.as('lostAt'),
    ])
    .orderBy('fact.effective_at', 'desc')
    .orderBy('fact.seq', 'desc')
    .limit(newestLoans)
    .execute();
}

async function readExceptions(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('exception')
    .leftJoin('current_row as item', (join) =>
      join.onRef('item.id', '=', 'exception.item').on('item.entity', '=', 'item'),
    )
    .leftJoin('current_row as biblio', (join) =>
      join.on(sql<boolean>`biblio.id = item.row->>'biblio'`).on('biblio.entity', '=', 'biblio'),
    )
    .select([
      'exception.rule',
      'exception.occurred_at as occurredAt',
      sql<string | null>`biblio.row->>'title'`.as('title'),
      sql<string | null>`item.row->>'barcode'`.as('barcode'),
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

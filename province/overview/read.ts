import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { Entity } from '../../domain/catalogue/rows.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { ackedOf } from '../stations/acked.ts';
import { silentStations } from '../stations/silent.ts';
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
    silent: await silentStations(db, now),
    loans: await readLoans(db),
    exceptions: await readExceptions(db),
  };
}

/** What waits for somebody. */
async function readCounts(db: Kysely<ProvinceSchema>) {
  const rowsOf = (entity: Entity, where: RawBuilder<boolean>) =>
    db
      .selectFrom('projection')
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
        .selectFrom('current_row')
        .select((exception) => exception.fn.countAll<number>().as('n'))
        .where(isOpenException)
        .$asScalar()
        .$notNull()
        .as('exceptions'),
    ])
    .executeTakeFirstOrThrow();
}

async function readLibraries(db: Kysely<ProvinceSchema>, midnight: string) {
  const open = db
    .selectFrom('current_row')
    .where('entity', '=', 'loan')
    .where(sql<boolean>`row->>'returnedAt' is null and row->>'lostAt' is null`)
    .select((eb) => [sql<string>`row->>'library'`.as('library'), eb.fn.countAll<number>().as('n')])
    .groupBy('library');
  const today = db
    .selectFrom('fact')
    .innerJoin('projection as loan', (join) =>
      join.onRef('loan.id', '=', 'fact.id').on('loan.entity', '=', 'loan'),
    )
    .where('fact.kind', '=', 'loan.checked-out')
    .where('fact.effective_at', '>=', sql<Date>`${midnight}::timestamptz`)
    .select((eb) => [sql<string>`loan.row->>'library'`.as('library'), eb.fn.countAll<number>().as('n')])
    .groupBy('library');
  return db
    .selectFrom('published as library')
    .leftJoin(open.as('open'), 'open.library', 'library.id')
    .leftJoin(today.as('today'), 'today.library', 'library.id')
    .where('library.entity', '=', 'library')
    .select((eb) => [
      'library.id',
      sql<string>`library.row->>'name'`.as('name'),
      sql<string>`library.row->>'kind'`.as('kind'),
      eb.fn.coalesce('open.n', sql<number>`0`).as('open'),
      eb.fn.coalesce('today.n', sql<number>`0`).as('today'),
    ])
    .orderBy('name')
    .execute();
}

async function readStations(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('station')
    .leftJoin('published as library', (join) =>
      join.onRef('library.id', '=', 'station.library').on('library.entity', '=', 'library'),
    )
    .select((eb) => [
      'station.station',
      'station.desk',
      'station.last_seen as lastSeen',
      'station.app',
      eb.fn.coalesce(sql<string | null>`library.row->>'name'`, 'station.library').as('library'),
      ackedOf(eb).as('acked'),
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
    .leftJoin('published as library', (join) =>
      join.on(sql<boolean>`library.id = loan.row->>'library'`).on('library.entity', '=', 'library'),
    )
    .where('fact.kind', '=', 'loan.checked-out')
    .select([
      sql<string | null>`${rowOf('biblio', sql`loan.row->>'biblio'`)}->>'title'`.as('title'),
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
  const newest = db
    .selectFrom('current_row')
    .where(isOpenException)
    .select([
      'id',
      sql<string>`row->>'rule'`.as('rule'),
      sql<Date>`(row->>'openedAt')::timestamptz`.as('opened'),
      sql`row->'sides'`.as('sides'),
      sql<Exception['missing'] | null>`row->'missing'`.as('missing'),
      rowOf('item', sql`current_row.row->>'item'`).as('item'),
    ])
    .orderBy('opened', 'desc')
    .orderBy('id')
    .limit(newestExceptions);
  return db
    .selectFrom(newest.as('exception'))
    .select([
      'exception.rule',
      'exception.opened as occurredAt',
      'exception.missing',
      sql<string | null>`${rowOf('biblio', sql`exception.item->>'biblio'`)}->>'title'`.as('title'),
      sql<string | null>`exception.item->>'barcode'`.as('barcode'),
      sql<string | null>`(
        select string_agg(distinct side->>'station', ', ') from jsonb_array_elements(exception.sides) as side
      )`.as('stations'),
    ])
    .orderBy('exception.opened', 'desc')
    .orderBy('exception.id')
    .execute();
}

/** Of `current_row`: facts disagree, and nobody has said yet what was done about it. */
const isOpenException = sql<boolean>`entity = 'exception' and row->>'resolved' is null`;

/** One row as it is now. Through the view `current_row`, a join would read every row of the kind. */
function rowOf(entity: Entity, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(
    (select row from projection where entity = ${entity} and id = ${id}),
    (select row from published where entity = ${entity} and id = ${id})
  )`;
}

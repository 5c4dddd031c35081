import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { silentStations } from '../stations/silent.ts';
import { readFeed } from '../sync/feed.ts';
import { labelled, metric } from './metrics.ts';

/** Upper bounds (s) of the ages by which stations are counted: a minute, an hour, a day, a week, any. */
const ages = [60, 3600, 86_400, 604_800, Number.POSITIVE_INFINITY] as const;

/** What the database says of the province at `now` (ms), in the text format of Prometheus. Names nobody. */
export async function stateMetrics(db: Kysely<ProvinceSchema>, now: number): Promise<string> {
  const { head } = await readFeed(db);
  const stations = await db.selectFrom('station').select(['last_seen', 'revoked_at']).execute();
  const exceptions = await db
    .selectFrom('current_row')
    .where(sql<boolean>`entity = 'exception' and row->>'resolved' is null`)
    .select((eb) => [sql<string>`row->>'rule'`.as('rule'), eb.fn.countAll<number>().as('n')])
    .groupBy('rule')
    .execute();
  const silent = await silentStations(db, now);
  const seen = stations.flatMap(({ last_seen, revoked_at }) =>
    last_seen === null || revoked_at !== null ? [] : [(now - last_seen.getTime()) / 1000],
  );
  return [
    ...metric('feed_head', 'gauge', 'Position of the last row of the change feed.', [['', head]]),
    ...metric(
      'stations_seen',
      'gauge',
      'Stations that called within so many seconds.',
      ages.map((age) => [
        labelled({ within: Number.isFinite(age) ? String(age) : '+Inf' }),
        seen.filter((seconds) => seconds <= age).length,
      ]),
    ),
    ...metric(
      'stations_silent',
      'gauge',
      'Stations that said a day ago or longer that they have facts to send, and sent none since.',
      [['', silent.length]],
    ),
    ...metric('stations', 'gauge', 'Enrolled stations.', [
      ['', stations.filter(({ revoked_at }) => revoked_at === null).length],
    ]),
    ...metric(
      'exceptions_open',
      'gauge',
      'Exceptions that wait for somebody, by rule.',
      exceptions.map(({ rule, n }) => [labelled({ rule }), n]),
    ),
  ].join('\n');
}

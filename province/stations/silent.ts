import type { Kysely } from 'kysely';
import { ackedOf } from './acked.ts';
import type { ProvinceSchema } from '../database/schema.ts';

/** A station that has not called for this long (ms) though it has acts to send: a day of the library is over. */
const silentAfter = 24 * 3_600_000;

export interface SilentStation {
  readonly station: string;
  /** Facts it said it has and has not sent. */
  readonly waiting: number;
}

/**
 * Stations from which facts are missing that the province knows of, at `now` (ms). It is of the clock and not of the
 * facts, so it is no exception that a feed could tell: whoever runs the province sees it, and it goes when they call.
 */
export async function silentStations(
  db: Kysely<ProvinceSchema>,
  now: number,
): Promise<readonly SilentStation[]> {
  const stations = await db
    .selectFrom('station')
    .where('revoked_at', 'is', null)
    .where('last_seen', '<', new Date(now - silentAfter))
    .where('told_seq', 'is not', null)
    .select((eb) => ['station.station', 'station.told_seq as told', ackedOf(eb).as('acked')])
    .execute();
  return stations.flatMap(({ station, told, acked }) => {
    const waiting = (told ?? 0) - (acked ?? 0);
    return waiting > 0 ? [{ station, waiting }] : [];
  });
}

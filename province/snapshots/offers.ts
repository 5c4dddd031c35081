import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { HelloRequest, HelloResponse } from '../../contract/sync/protocol.ts';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import { mirrorVersion } from '../../main/store/mirror/schema.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { FeedState } from '../sync/feed.ts';
import { readIncluded } from '../sync/journal.ts';
import type { OpenMaker } from './make.ts';
import { makeSnapshot } from './make.ts';
import type { ReadySnapshot, SnapshotShelf } from './shelf.ts';
import { snapshotShelf } from './shelf.ts';
import { threadMaker } from './thread-maker.ts';

/** When a snapshot is the shorter way, in positions of the feed. */
export interface SnapshotDistances {
  /** A station that has rows takes the feed when it is no further behind than this. */
  readonly behind: number;
  /** A station without rows takes the feed when there are no more than these. */
  readonly empty: number;
}

const usualDistances: SnapshotDistances = { behind: 200_000, empty: 5_000 };

export interface SnapshotParts {
  readonly db: Kysely<ProvinceSchema>;
  readonly folder: string;
  readonly now: () => number;
  readonly logger: Logger;
  readonly distances?: SnapshotDistances;
  /** A thread for each, unless told. */
  readonly openMaker?: OpenMaker;
}

/** The snapshots of a province: made when a station needs one, and again while stations ask for them. */
export interface Snapshots {
  readonly shelf: Pick<SnapshotShelf, 'find'>;
  /** What `hello` answers about snapshots. Never waits for one. */
  offer(asked: SnapshotAsked): Promise<Pick<HelloResponse, 'snapshot' | 'snapshotSoon'>>;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface SnapshotAsked {
  readonly hello: HelloRequest;
  readonly library: string;
  readonly feed: FeedState;
  /** True when the station has to fetch everything again. */
  readonly rebuild: boolean;
}

const lookAgainMs = 15 * 60_000;
/** The day by which history is forgotten; the zone of every library here. */
const zone = 'Asia/Ho_Chi_Minh';

export function provinceSnapshots(parts: SnapshotParts): Snapshots {
  const { db, folder, now, logger, distances = usualDistances } = parts;
  const shelf = snapshotShelf(db, folder);
  const stopped = new AbortController();
  const wanted = new Set<string>();
  let working: Promise<void> = Promise.resolve();

  const make = async (library: string): Promise<void> => {
    if (stopped.signal.aborted) return;
    const id = randomUUID();
    const file = `${id}.zst`;
    const began = performance.now();
    const today = civilDateAt(new Date(now()).toISOString(), zone);
    const { signal } = stopped;
    const maker = parts.openMaker?.(folder, file) ?? threadMaker(folder, file, signal);
    const made = await makeSnapshot({ db, library, today, maker, signal });
    if (!made) return;
    const madeAt = new Date(now());
    await shelf.add({ ...made, id, library, file, madeAt, offeredAt: madeAt });
    const { pos, bytes, rawBytes } = made;
    logger.info(
      { library, pos, bytes, rawBytes, ms: Math.round(performance.now() - began) },
      'snapshot made',
    );
  };
  /** One after another: each takes a core and the memory of a large cache. */
  const order = (library: string): void => {
    if (wanted.has(library) || stopped.signal.aborted) return;
    wanted.add(library);
    working = working
      .then(() => make(library))
      .catch((error: unknown) => logger.error({ err: error, library }, 'a snapshot could not be made'))
      .finally(() => wanted.delete(library));
  };
  const lookAfter = async (): Promise<void> => {
    await shelf.tidy(now());
    const head = (await db.selectFrom('feed_head').select('pos').executeTakeFirstOrThrow()).pos;
    for (const { library, pos } of await shelf.wanted(now()))
      if (head - pos > distances.behind / 2) order(library);
  };
  const look = (): void => {
    if (wanted.size > 0) return;
    working = working
      .then(lookAfter)
      .catch((error: unknown) => logger.error({ err: error }, 'snapshots could not be looked after'));
  };
  look();
  const timer = setInterval(look, lookAgainMs).unref();

  const offerOf = async (
    { id, pos, sha256, bytes, rawBytes, madeAt }: ReadySnapshot,
    hello: HelloRequest,
  ) => ({
    id,
    pos,
    sha256,
    bytes,
    rawBytes,
    includes: await readIncluded(db, { station: hello.station, inc: hello.inc }, pos),
    madeAt: madeAt.toISOString(),
  });

  return {
    shelf,
    offer: async ({ hello, library, feed, rebuild }) => {
      if (hello.mirror !== mirrorVersion || hello.protocol < feed.minReader) return {};
      const cursor = rebuild || hello.epoch === null ? 0 : hello.cursor;
      const worthwhile = cursor === 0 ? distances.empty : distances.behind;
      if (feed.head - cursor <= worthwhile) return {};
      const newest = await shelf.newest(library);
      if (!newest || newest.pos - cursor <= worthwhile / 2) {
        order(library);
        return { snapshotSoon: true };
      }
      // What it lacks comes over the feed; the next station shall have less to fetch.
      if (feed.head - newest.pos > distances.behind / 2) order(library);
      await shelf.noteOffer(newest.id, now());
      return { snapshot: await offerOf(newest, hello) };
    },
    idle: () => working,
    close: async () => {
      clearInterval(timer);
      stopped.abort();
      await working;
    },
  };
}

import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import pino from 'pino';
import { z } from 'zod';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import { createServer } from '../../province/server.ts';
import { keyIdOf } from '../../province/stations/public-key.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { fileMaker } from '../../province/snapshots/file-maker.ts';
import type { OpenMaker } from '../../province/snapshots/make.ts';
import type { SnapshotDistances, Snapshots } from '../../province/snapshots/offers.ts';
import { provinceSnapshots } from '../../province/snapshots/offers.ts';
import { beginEpoch } from '../../province/sync/epoch.ts';
import { compact } from '../../province/upkeep/compact.ts';
import { readFeed } from '../../province/sync/feed.ts';
import type { HeadSignal } from '../../province/sync/head-signal.ts';
import { createHeadSignal } from '../../province/sync/head-signal.ts';
import type { Broken } from '../invariants/broken.ts';
import type { StationKey } from '../../main/sync/station-key.ts';
import type { Defect } from '../defects/defect.ts';
import type { VirtualTime } from '../machine/virtual-time.ts';
import type { Send, WireRequest } from '../machine/wire.ts';
import { intoServer } from '../machine/wire.ts';
import { watchDoor } from './door.ts';
import { announceUnknown } from './announce-unknown.ts';
import type { Dump } from './dump.ts';
import { dump, restore } from './dump.ts';

/** The province as the world sees it: the real server over a real database, without a socket. */
export interface Province {
  readonly db: Kysely<ProvinceSchema>;
  readonly signal: HeadSignal;
  readonly send: Send;
  /** Requests that it let in, as somebody on the line could have kept them. */
  heard(): readonly WireRequest[];
  /** Epoch in force. */
  epoch(): string;
  /** The last sequence of a journal that is committed here; 0 for none. Known without asking: it watches the wire. */
  held(station: string, inc: string): number;
  publish(rows: Iterable<EntityRow>): Promise<void>;
  /** A row of a kind that no station knows, as a newer province would announce it. */
  announceUnknown(id: string): Promise<void>;
  /** Takes out of the feed what later lines have replaced, but for the newest `keep` positions. */
  compact(keep: number): Promise<void>;
  backUp(): Promise<void>;
  /** Puts the newest dump back, or one made `back` dumps before it; false when there is none. */
  restore(back: number): Promise<boolean>;
  close(): Promise<void>;
}

export interface ProvinceParts {
  /** Empty and migrated. */
  readonly db: Kysely<ProvinceSchema>;
  readonly time: VirtualTime;
  readonly defect: Defect;
  readonly rows: readonly EntityRow[];
  readonly stations: readonly EnrolledStation[];
  /** Where snapshots stand. */
  readonly folder: string;
  readonly distances: SnapshotDistances;
  readonly onBroken: (broken: Broken) => void;
}

interface EnrolledStation {
  readonly station: string;
  readonly library: string;
  readonly key: StationKey;
}

const dumpsKept = 3;

/** Fills the database and serves it. */
export async function openProvince(parts: ProvinceParts): Promise<Province> {
  const { db, time, defect, rows, stations } = parts;
  const signal = createHeadSignal();
  const logger = pino({ level: 'silent' });
  const snapshots = provinceSnapshots({
    db,
    folder: parts.folder,
    now: () => time.now(),
    logger,
    distances: parts.distances,
    openMaker: (snapshotFolder, file) => makerHere(snapshotFolder, file, defect.cutsSnapshots === true),
  });
  await snapshots.idle();
  await publishRows(db, rows);
  for (const { station, library, key } of stations)
    await enrolStation(db, { station, library, desk: 'Quầy 1', proof: { publicKey: key.publicKey } });
  for (const statement of defect.database ?? []) await sql.raw(statement).execute(db);
  let app = serverOver(parts, signal, snapshots);
  let { epoch } = await readFeed(db);
  let heads = new Map<string, number>();
  const dumps: Dump[] = [];
  const watched: Send = async (request) => {
    const answer = await intoServer(app)(request);
    // Made while no time passes: nothing else here waits for a thread.
    await snapshots.idle();
    const [, journal] = /^\/sync\/v1\/journals\/([^/?]+\/[^/?]+)/u.exec(request.target) ?? [];
    const acked = journal === undefined ? null : ackedIn(answer.body);
    if (journal !== undefined && acked !== null) heads.set(journal, acked);
    return answer;
  };
  const sign = (request: WireRequest): WireRequest => {
    const [, keyId] = /keyid="([^"]+)"/u.exec(request.headers['signature-input'] ?? '') ?? [];
    const named = stations.find(({ key }) => keyIdOf(key.publicKey) === keyId) ?? stations[0];
    return { ...request, headers: { ...request.headers, ...named?.key.sign(request, time.now()) } };
  };
  const door = watchDoor(defect.wire ? defect.wire(watched, db, sign) : watched, parts.onBroken);

  return {
    db,
    signal,
    send: door.send,
    heard: door.heard,
    epoch: () => epoch,
    held: (station, inc) => heads.get(`${station}/${inc}`) ?? 0,
    publish: async (rows) => signal.publish(await publishRows(db, rows)),
    announceUnknown: async (id) => signal.publish(await announceUnknown(db, id)),
    compact: async (keep) => void (await compact(db, keep)),
    backUp: async () => {
      dumps.push(await dump(db));
      if (dumps.length > dumpsKept) dumps.shift();
    },
    restore: async (back) => {
      const kept = dumps[Math.max(0, dumps.length - 1 - back)];
      if (!kept) return false;
      await app.close();
      await restore(db, kept);
      if (defect.keepsEpoch !== true) {
        await beginEpoch(db, 'restored');
        // The product reads the computer's clock for this; the world has its own.
        ({ epoch } = await readFeed(db));
        const began_at = new Date(time.now()).toISOString();
        await db.updateTable('epoch').set({ began_at }).where('id', '=', epoch).execute();
      }
      door.restarted();
      heads = await headsOf(db);
      app = serverOver(parts, signal, snapshots);
      return true;
    },
    close: async () => {
      await app.close();
      await snapshots.close();
    },
  };
}

/** Histories here are short: points of streams stand as close as they can. */
const spacing = { every: 3, behind: 1 };

function serverOver(
  { db: plain, time, defect }: ProvinceParts,
  signal: HeadSignal,
  snapshots: Snapshots,
): FastifyInstance {
  const db = defect.answers ? plain.withPlugin(defect.answers) : plain;
  const logger = pino({ level: 'silent' });
  const now = () => time.now();
  return createServer({ db, signal, now, logger, hosts: [], bearerKeys: false, snapshots, spacing });
}

/** A snapshot is made where it is asked for. */
function makerHere(folder: string, file: string, cut: boolean): ReturnType<OpenMaker> {
  const maker = fileMaker(folder, file);
  let finished = false;
  return {
    take: async (lines) => maker.take(cut ? lines.slice(0, -1) : lines),
    finish: async (place) => {
      const made = maker.finish(place);
      finished = true;
      return made;
    },
    end: async () => {
      if (!finished) maker.abandon();
    },
  };
}

const ackedAnswer = z.object({ acked: z.object({ seq: z.number() }) });

/** An answer to a push, whatever its status, says what is committed. */
function ackedIn(body: string): number | null {
  try {
    const answer = ackedAnswer.safeParse(JSON.parse(body));
    return answer.data?.acked.seq ?? null;
  } catch {
    return null;
  }
}

async function headsOf(db: Kysely<ProvinceSchema>): Promise<Map<string, number>> {
  const heads = await db
    .selectFrom('journal_entry')
    .select(({ fn }) => ['station', 'inc', fn.max('seq').as('seq')])
    .groupBy(['station', 'inc'])
    .execute();
  return new Map(heads.map(({ station, inc, seq }) => [`${station}/${inc}`, seq]));
}

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { mirrorVersion } from '../../main/store/mirror/schema.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { readFeed } from '../sync/feed.ts';

/** A snapshot that is ready here. */
export interface ReadySnapshot {
  readonly id: string;
  readonly library: string;
  readonly epoch: string;
  readonly pos: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly rawBytes: number;
  readonly file: string;
  readonly madeAt: Date;
  readonly offeredAt: Date;
}

/** What is there of snapshots: rows of the table whose file lies in this computer's folder. */
export interface SnapshotShelf {
  /** The newest of a library in this life of the database, for the mirrors of this version. */
  newest(library: string): Promise<ReadySnapshot | null>;
  /** One by its id, of a library. */
  find(library: string, id: string): Promise<(ReadySnapshot & { readonly path: string }) | null>;
  add(snapshot: ReadySnapshot): Promise<void>;
  noteOffer(id: string, now: number): Promise<void>;
  /** The newest of every library that stations still ask for. */
  wanted(now: number): Promise<readonly ReadySnapshot[]>;
  /** Takes away what nobody needs any more, rows and files. */
  tidy(now: number): Promise<void>;
}

const hour = 3_600_000;
/** How long one that a newer has replaced stays for stations that are still downloading it. */
const replacedFor = 6 * hour;
/** How long one stays that no station has been offered. */
const unaskedFor = 30 * 24 * hour;

export function snapshotShelf(db: Kysely<ProvinceSchema>, folder: string): SnapshotShelf {
  mkdirSync(folder, { recursive: true });
  const all = () =>
    db
      .selectFrom('snapshot')
      .select(['id', 'library', 'epoch', 'pos', 'sha256', 'bytes', 'raw_bytes as rawBytes', 'file'])
      .select(['made_at as madeAt', 'offered_at as offeredAt'])
      .where('mirror', '=', mirrorVersion);
  const ready = async (query: ReturnType<typeof all>): Promise<readonly ReadySnapshot[]> =>
    (await query.orderBy('pos', 'desc').execute()).filter(({ file }) => existsSync(join(folder, file)));
  const ofThisLife = async (): Promise<ReturnType<typeof all>> =>
    all().where('epoch', '=', (await readFeed(db)).epoch);

  return {
    newest: async (library) => (await ready((await ofThisLife()).where('library', '=', library)))[0] ?? null,
    find: async (library, id) => {
      const [found] = await ready(all().where('library', '=', library).where('id', '=', id));
      return found ? { ...found, path: join(folder, found.file) } : null;
    },
    add: async ({ rawBytes, madeAt, offeredAt, ...rest }) =>
      void (await db
        .insertInto('snapshot')
        .values({
          ...rest,
          mirror: mirrorVersion,
          raw_bytes: rawBytes,
          made_at: madeAt.toISOString(),
          offered_at: offeredAt.toISOString(),
        })
        .execute()),
    noteOffer: async (id, now) =>
      void (await db
        .updateTable('snapshot')
        .set({ offered_at: new Date(now).toISOString() })
        .where('id', '=', id)
        .execute()),
    wanted: async (now) => newestOfEach(await ready(await ofThisLife())).filter((one) => isAsked(one, now)),
    tidy: async (now) => {
      const kept = await ready(await ofThisLife());
      const newest = new Set(newestOfEach(kept));
      const needed = kept.filter((one) =>
        newest.has(one) ? isAsked(one, now) : now - one.madeAt.getTime() < replacedFor,
      );
      const ids = needed.map(({ id }) => id);
      await db
        .deleteFrom('snapshot')
        .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
        .execute();
      const files = new Set(needed.map(({ file }) => file));
      for (const file of readdirSync(folder)) if (!files.has(file)) removeUnlessOpen(join(folder, file));
    },
  };
}

function newestOfEach(newestFirst: readonly ReadySnapshot[]): readonly ReadySnapshot[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ library }) => !seen.has(library) && seen.add(library));
}

function isAsked({ offeredAt }: ReadySnapshot, now: number): boolean {
  return now - offeredAt.getTime() < unaskedFor;
}

/** Windows keeps a file that is being sent; the next time it goes. */
function removeUnlessOpen(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code !== 'ENOSPC')) throw error;
  }
}

import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { writeHeadFile } from '../audit/head-files.ts';
import { readHeads } from '../audit/heads.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { readFeed } from '../sync/feed.ts';
import { compact, keptPositions } from './compact.ts';

/** Two o'clock at night in Vietnam, as ms after midnight UTC. */
const nightly = 19 * 3_600_000;
const day = 24 * 3_600_000;

/** Milliseconds from `now` to the next two o'clock at night in Vietnam. */
export function untilNight(now: number): number {
  return day - ((((now - nightly) % day) + day) % day);
}

export interface Upkeep {
  readonly db: Kysely<ProvinceSchema>;
  /** Where the heads of the journals are written every night; null: nowhere. */
  readonly auditFolder: string | null;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is done every night: the heads of the journals into a file, the feed compacted. */
export async function keepUp({ db, auditFolder, now, logger }: Upkeep): Promise<void> {
  if (auditFolder !== null) {
    const { epoch } = await readFeed(db);
    const journals = await readHeads(db);
    logger.info({ file: writeHeadFile(auditFolder, { journals, epoch }, now()) }, 'audit head');
  }
  logger.info(await compact(db, keptPositions), 'feed compacted');
}

/** Does it every night until the returned function is called, which waits for what is being done. */
export function startUpkeep(upkeep: Upkeep): () => Promise<void> {
  let doing = Promise.resolve();
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(() => {
      doing = keepUp(upkeep)
        .catch((error: unknown) => upkeep.logger.error({ err: error }, 'the nightly upkeep failed'))
        .finally(wait);
    }, untilNight(upkeep.now())).unref();
  };
  wait();
  return async () => {
    clearTimeout(timer);
    await doing;
    clearTimeout(timer);
  };
}

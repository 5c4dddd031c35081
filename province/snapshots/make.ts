import type { Kysely } from 'kysely';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { readFeed } from '../sync/feed.ts';
import type { FileMaker, MadeFile } from './file-maker.ts';
import { libraryLines } from './library-lines.ts';

/** A `FileMaker` somewhere, as promises. */
export interface RemoteMaker {
  take(...task: Parameters<FileMaker['take']>): Promise<void>;
  finish(...task: Parameters<FileMaker['finish']>): Promise<MadeFile>;
  /** Leaves nothing behind of what is not finished, and ends. */
  end(): Promise<void>;
}

/** Begins a file in a folder. */
export type OpenMaker = (folder: string, file: string) => RemoteMaker;

export interface MakeSnapshot {
  readonly db: Kysely<ProvinceSchema>;
  readonly library: string;
  readonly today: CivilDate;
  readonly maker: RemoteMaker;
  readonly signal: AbortSignal;
}

export interface MadeSnapshot extends MadeFile {
  readonly epoch: string;
  readonly pos: number;
}

/**
 * Makes a file of what the stations of a library hold at the feed's present head. The feed is read page by page and
 * without a transaction: lines up to a committed head never change, so whoever pushes meanwhile waits for nothing.
 * Null when the epoch changed meanwhile or `signal` aborted; nothing is left then.
 */
export async function makeSnapshot(parts: MakeSnapshot): Promise<MadeSnapshot | null> {
  const { db, library, today, maker, signal } = parts;
  try {
    const feed = await readFeed(db);
    const { epoch, head } = feed;
    for await (const lines of libraryLines(db, library, feed)) {
      if (signal.aborted) return null;
      await maker.take(lines);
    }
    if ((await readFeed(db)).epoch !== epoch) return null;
    return { ...(await maker.finish({ epoch, pos: head, today })), epoch, pos: head };
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    await maker.end();
  }
}

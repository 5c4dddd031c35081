import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** What a measured station is told. */
export const stationToldSchema = z.discriminatedUnion('type', [
  /** Scan so many times. */
  z.object({ type: z.literal('scan'), scans: z.number(), pause: z.number() }),
  /** Catch up with the province, scanning meanwhile unless `pause` is null. */
  z.object({ type: z.literal('catch-up'), pause: z.number().nullable() }),
]);

const stationSaidSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('progress'), done: z.number() }),
  /** `scans`: ms from the code to the durable decision. */
  z.object({ type: z.literal('done'), seconds: z.number(), scans: z.array(z.number()) }),
]);
export type StationSaid = z.infer<typeof stationSaidSchema>;

interface Done {
  readonly seconds: number;
  readonly scans: readonly number[];
}

/** A station and the recorded feed it follows, each in a process of its own. */
export interface MeasuredStation {
  readonly pid: number;
  /** Tells the station to do something; `onProgress` hears how many changes it has applied. */
  tell(told: z.infer<typeof stationToldSchema>, onProgress?: (done: number) => void): Promise<Done>;
  stop(): Promise<void>;
}

/** Starts both, for a feed of `changes` changes about `titles` titles. */
export async function startMeasuredStation(
  folder: string,
  feed: { readonly titles: number; readonly changes: number },
): Promise<MeasuredStation> {
  const feedServer = start('feed-server.ts', [String(feed.titles), String(feed.changes)]);
  const { url } = z.object({ url: z.string() }).parse((await heard(feedServer))[0]);
  const station = start('station.ts', [folder, url]);
  stationSaidSchema.parse((await heard(station))[0]);
  return {
    pid: station.pid ?? 0,
    tell: async (told, onProgress = () => undefined) => {
      const { promise, resolve, reject } = Promise.withResolvers<Done>();
      const onExit = (): void => reject(new Error('the station ended'));
      const onMessage = (message: unknown): void => {
        const said = stationSaidSchema.parse(message);
        if (said.type === 'progress') onProgress(said.done);
        if (said.type === 'done') resolve(said);
      };
      station.on('message', onMessage).once('exit', onExit);
      station.send(told);
      return promise.finally(() => station.off('message', onMessage).off('exit', onExit));
    },
    stop: async () => {
      const ended = [station, feedServer].map(async (child) => once(child, 'exit'));
      station.kill();
      feedServer.kill();
      await Promise.all(ended);
    },
  };
}

function start(file: string, args: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

async function heard(child: ChildProcess): Promise<readonly unknown[]> {
  const ended = async (): Promise<never> => {
    await once(child, 'exit');
    throw new Error('a process of the bench ended before it was ready');
  };
  return Promise.race([once(child, 'message'), ended()]);
}

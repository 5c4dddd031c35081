import { Worker } from 'node:worker_threads';
import { entryPoint } from '../entry-points.ts';
import type { FeedState } from '../store/mirror/feed.ts';
import type { Incoming } from '../store/snapshot/incoming.ts';
import { discardSnapshot } from '../store/snapshot/incoming.ts';
import type { Remote } from './call.ts';
import { callVerbs } from './call.ts';
import type { ReaderVerbs } from './reader-verbs.ts';
import type { WriterVerbs } from './writer-verbs.ts';

/** A mirror that is downloaded whole, and takes the place of the one in use. */
export interface MirrorChange extends Omit<Remote<Incoming>, 'stop'> {
  /**
   * Takes the finished download into use; its rows stand at `place`. What is asked of the databases meanwhile waits
   * some milliseconds. False when it cannot be done; then the old mirror goes on.
   */
  adopt(place: FeedState): Promise<boolean>;
  /** Nothing more is to be downloaded: removes what there is. */
  discard(): Promise<void>;
}

/** Calls of the reader, which are held back while its file is exchanged. */
export interface HeldReader {
  readonly reader: Remote<ReaderVerbs>;
  /** Runs `work` while no call is under way and none begins. */
  without<T>(work: () => Promise<T>): Promise<T>;
}

export function heldReader(calls: Remote<ReaderVerbs>): HeldReader {
  let free: Promise<void> = Promise.resolve();
  const waiting = new Proxy(calls, {
    get: (of, verb) => {
      const call: unknown = Reflect.get(of, verb);
      if (typeof call !== 'function') return call;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        // The file may have been let go again while this waited.
        for (let seen: Promise<void> | null = null; seen !== free;) await (seen = free);
        return Reflect.apply(call, of, args);
      };
    },
  });
  return {
    reader: waiting,
    without: async (work) => {
      let release = (): void => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      // A file that somebody has open cannot be replaced on Windows.
      await calls.detach();
      try {
        return await work();
      } finally {
        await calls.attach();
        release();
      }
    },
  };
}

export function mirrorChange(
  folder: string,
  writer: Remote<WriterVerbs>,
  without: HeldReader['without'],
): MirrorChange & { close(): Promise<void> } {
  let thread: { readonly worker: Worker; readonly verbs: Remote<Incoming> } | null = null;
  /** The thread exists only while there is a download. */
  const verbs = (): Remote<Incoming> => {
    if (!thread) {
      const worker = new Worker(entryPoint('snapshot-worker'), { workerData: { folder } });
      thread = { worker, verbs: callVerbs<Incoming>(worker, { handOver: true }) };
    }
    return thread.verbs;
  };
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.verbs.stop().catch(() => {});
    await ending?.worker.terminate();
  };
  return {
    begin: (wanted) => verbs().begin(wanted),
    append: (bytes) => verbs().append(bytes),
    finish: () => verbs().finish(),
    adopt: async (place) => {
      // It has let the file go when it had finished; its end is nothing to wait for.
      const ending = end();
      try {
        while (!(await writer.prepareMirror(place)));
        return await without(() => writer.adoptMirror());
      } catch (error) {
        await writer.abandonMirror();
        throw error;
      } finally {
        await ending;
      }
    },
    discard: async () => {
      await end();
      discardSnapshot(folder);
    },
    close: end,
  };
}

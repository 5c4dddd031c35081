import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MadeFile } from './file-maker.ts';
import type { RemoteMaker } from './make.ts';
import type { ThreadStart, ThreadTask } from './thread.ts';

/** A maker in a thread of its own: SQLite and zstd stay out of the server's way. Ends at once when `signal` aborts. */
export function threadMaker(folder: string, file: string, signal: AbortSignal): RemoteMaker {
  const workerData: ThreadStart = { folder, file };
  const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData });
  // Without a listener a thread that fails would end the process; whoever waits for its answer hears of it too.
  thread.on('error', () => {});
  const ask = async (task: ThreadTask): Promise<MadeFile | null> => {
    const answered = once(thread, 'message', { signal });
    thread.postMessage(task);
    const [answer]: (MadeFile | null)[] = await answered;
    return answer ?? null;
  };
  let finished = false;
  return {
    take: async (lines) => void (await ask({ take: lines })),
    finish: async (place) => {
      const made = await ask({ finish: place });
      if (!made) throw new Error('the thread said nothing of its snapshot');
      finished = true;
      return made;
    },
    end: async () => {
      // A thread that has failed, or is to stop, leaves its files to the next tidying.
      if (!finished) await ask({ abandon: true }).catch(() => null);
      await thread.terminate();
    },
  };
}

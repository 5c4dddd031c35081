/** Entry of the thread that writes one snapshot: SQLite and zstd stay out of the server's way. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SnapshotLine, SnapshotPlace } from './file-maker.ts';
import { fileMaker } from './file-maker.ts';

export interface ThreadStart {
  readonly folder: string;
  readonly file: string;
}

/** Lines to take, or the end of them. Each is answered: with `MadeFile` in the end, with null before. */
export type ThreadTask =
  | { readonly take: readonly SnapshotLine[] }
  | { readonly finish: SnapshotPlace }
  | { readonly abandon: true };

const port = parentPort;
if (!port) throw new Error('Snapshots are written in a thread of their own.');
// `makeInThread` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { folder, file } = workerData as ThreadStart;
const maker = fileMaker(folder, file);

port.on('message', (task: ThreadTask) => {
  if ('take' in task) {
    maker.take(task.take);
    port.postMessage(null);
  } else if ('finish' in task) port.postMessage(maker.finish(task.finish));
  else {
    maker.abandon();
    port.postMessage(null);
  }
});

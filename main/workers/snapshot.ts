/** Entry of the thread that takes in a snapshot: hashing and unpacking hundreds of megabytes never delays a scan. */
import { parentPort, workerData } from 'node:worker_threads';
import { incomingSnapshot } from '../store/snapshot/incoming.ts';
import { serveVerbs } from './call.ts';

// `mirrorChange` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { folder } = workerData as { readonly folder: string };
if (!parentPort) throw new Error('Snapshots are taken in by a worker.');
const verbs = incomingSnapshot(folder);
serveVerbs(
  parentPort,
  () => verbs,
  () => null,
);

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OwnPatterns } from '../../domain/identifiers/default-patterns.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { OutcomeCode, Reason } from '../../domain/outcome.ts';
import { entryPoint } from '../entry-points.ts';
import type { Remote, WorkerFailure } from './call.ts';
import { callVerbs, workerEnded } from './call.ts';
import type { MirrorChange } from './mirror-change.ts';
import { heldReader, mirrorChange } from './mirror-change.ts';
import type { ReaderVerbs } from './reader-verbs.ts';
import type { WriterVerbs } from './writer-verbs.ts';

/** What a database worker needs to know. */
export interface WriterStart {
  readonly folder: string;
  readonly station: string;
  readonly library: string;
  readonly desk: string;
  readonly actor: string;
  /** Name of that person, to show; absent where nobody has given one. */
  readonly actorName?: string | undefined;
  readonly permissions: readonly Permission[] | 'all';
  readonly timeZone: string;
  /** Of the library's own numbers; the demonstration province's where they are not set. */
  readonly codes?: OwnPatterns | undefined;
}

/** First message of a worker: whether the databases could be opened. */
export type WorkerOpened =
  | { readonly opened: true; readonly notices: readonly Reason[] }
  | {
      readonly opened: false;
      readonly code: OutcomeCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

export interface Databases {
  readonly writer: Remote<WriterVerbs>;
  readonly reader: Remote<ReaderVerbs>;
  readonly mirror: MirrorChange;
  /** What was wrong with the files and was mended. */
  readonly notices: readonly Reason[];
  /** Resolves, with the reason, when a worker has died; never after `close` was called. Nothing works after it. */
  readonly ended: Promise<WorkerFailure>;
  close(): Promise<void>;
}

export type StartedDatabases =
  | { readonly ok: true; readonly databases: Databases }
  | {
      readonly ok: false;
      readonly code: OutcomeCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Starts the writer and then the reader (which needs the files the writer makes). */
export async function startDatabases(start: WriterStart): Promise<StartedDatabases> {
  const writer = await startWorker('writer-worker', start);
  if (!writer.opened.opened) {
    await writer.worker.terminate();
    return { ok: false, code: writer.opened.code, params: writer.opened.params };
  }
  const reader = await startWorker('reader-worker', start);
  const held = heldReader(callVerbs<ReaderVerbs>(reader.worker));
  const verbs = { writer: callVerbs<WriterVerbs>(writer.worker), reader: held.reader };
  const mirror = mirrorChange(start.folder, verbs.writer, held.without);
  let closing = false;
  const ended = new Promise<WorkerFailure>((resolve) => {
    for (const { worker } of [writer, reader])
      workerEnded(worker, (failure) => {
        if (!closing) resolve(failure);
      });
  });
  return {
    ok: true,
    databases: {
      ...verbs,
      mirror,
      notices: writer.opened.notices,
      ended,
      close: async () => {
        closing = true;
        await mirror.close();
        await verbs.reader.close();
        await verbs.writer.close();
        await Promise.all([reader.worker.terminate(), writer.worker.terminate()]);
      },
    },
  };
}

/** Room for short-lived values in a worker: V8's default of 48 MB is kept once it was needed. */
const youngGenerationMb = 8;

async function startWorker(
  name: 'writer-worker' | 'reader-worker',
  start: WriterStart,
): Promise<{ readonly worker: Worker; readonly opened: WorkerOpened }> {
  const worker = new Worker(entryPoint(name), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  });
  // `once` rejects when the worker dies before its first message.
  const [opened]: WorkerOpened[] = await once(worker, 'message');
  if (!opened) throw new Error(`Worker ${name} said nothing.`);
  return { worker, opened };
}

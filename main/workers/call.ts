import type { MessagePort, Worker } from 'node:worker_threads';
import type { OutcomeCode } from '../../domain/outcome.ts';

/** The synchronous verbs of a worker, over structured-cloneable values, seen from the other side. */
export type Remote<T extends object> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

interface Call {
  readonly id: number;
  readonly verb: string;
  readonly args: readonly unknown[];
}
type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code: OutcomeCode | null };

/** A verb that failed in the worker. `code` is set when the failure is one people are told about. */
export class WorkerFailure extends Error {
  readonly code: OutcomeCode | null;
  constructor(message: string, code: OutcomeCode | null) {
    super(message);
    this.name = 'WorkerFailure';
    this.code = code;
  }
}

/** Answers calls that arrive on `line`, one after the other, by the verbs there are at that moment. `codeOf` names failures people can act on. */
export function serveVerbs(
  line: MessagePort,
  verbs: () => object,
  codeOf: (error: unknown) => OutcomeCode | null,
): void {
  line.on('message', ({ id, verb, args }: Call) => {
    let answer: Answer;
    try {
      const run: unknown = Object.hasOwn(verbs(), verb) ? Reflect.get(verbs(), verb) : null;
      if (typeof run !== 'function') throw new Error(`No verb ${verb}.`);
      answer = { id, ok: true, value: Reflect.apply(run, null, args) };
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      answer = { id, ok: false, message, code: codeOf(error) };
    }
    line.postMessage(answer);
  });
}

/** Ends this worker when its answer is out: the core ends with it, and the start after that mends the databases. */
export function endSoon(): void {
  setImmediate(() => process.exit(1));
}

/** Tells why a worker has ended. May tell twice: that it failed, and that it is gone. */
export function workerEnded(worker: Worker, listener: (failure: WorkerFailure) => void): void {
  worker.on('error', (error) => listener(new WorkerFailure(String(error), null)));
  worker.on('exit', (code) =>
    listener(new WorkerFailure(`The database worker ended with code ${code}.`, null)),
  );
}

/**
 * Calls the verbs a worker serves. Calls still open when the worker ends are rejected. With `handOver`, bytes among the
 * arguments go over to the worker instead of being copied: the caller must not look at them again.
 */
export function callVerbs<T extends object>(worker: Worker, { handOver = false } = {}): Remote<T> {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  let ended: WorkerFailure | null = null;
  worker.on('message', (answer: Answer) => {
    const call = open.get(answer.id);
    open.delete(answer.id);
    if (answer.ok) call?.resolve(answer.value);
    else call?.reject(new WorkerFailure(answer.message, answer.code));
  });
  const end = (failure: WorkerFailure): void => {
    ended ??= failure;
    for (const call of open.values()) call.reject(ended);
    open.clear();
  };
  workerEnded(worker, end);
  const call = (verb: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      next += 1;
      open.set(next, { resolve, reject });
      worker.postMessage({ id: next, verb, args } satisfies Call, handOver ? args.flatMap(ownMemory) : []);
    });
  const remote = new Proxy(
    {},
    {
      get: (_target, verb) =>
        // A proxy that answers `then` would be taken for a promise by `await`.
        verb === 'then' || typeof verb === 'symbol' ? undefined : (...args: unknown[]) => call(verb, args),
    },
  );
  // The proxy answers exactly the verbs of `T`: both ends are started from the same file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return remote as Remote<T>;
}

/** The memory of bytes that share it with nothing else. */
function ownMemory(value: unknown): readonly ArrayBuffer[] {
  if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return [];
  return value.byteLength === value.buffer.byteLength ? [value.buffer] : [];
}

import type { SyncStatus } from '../../contract/workstation/station.ts';
import { protocolVersion } from '../../contract/sync/protocol.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Answer, Refusal, SyncPorts } from './ports.ts';

/** Rows per page: small enough that applying one never delays a scan noticeably. */
const pageRows = 500;
/** Wait between checks when nothing pokes us (ms). */
const heartbeat = 30_000;
/** Back-off after a failure: doubled from the first to the last, times 0.5–1 at random (ms). */
const firstRetry = 500;
const lastRetry = 30_000;

export interface SyncEngine {
  /** Something happened here or there: look now. */
  wake(): void;
  status(): Promise<SyncStatus>;
  /** Runs until `signal` aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export interface SyncEngineParts extends SyncPorts {
  readonly app: string;
  readonly onStatus: (status: SyncStatus) => void;
  /** Called after rows of the feed were applied. */
  readonly onRows: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** A cycle that could not be finished. */
class Interrupted extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.name = 'Interrupted';
    this.refusal = refusal;
  }
}

/**
 * Keeps a station and the province equal: push what happened here, pull what happened elsewhere. Each step
 * can be repeated at any time; nothing here decides anything about a loan. Specification:
 * `docs/sync-protocol.md`.
 */
export function syncEngine(parts: SyncEngineParts): SyncEngine {
  const { clock, net, disk, random } = parts;
  let state: SyncStatus['state'] = 'never';
  let lastError: OutcomeCode | null = null;
  let progress: SyncStatus['progress'] = null;
  let greeted = false;
  let woken = new AbortController();
  let retry = firstRetry;

  const status = async (): Promise<SyncStatus> => {
    const { feed, unsent } = await disk.syncPosition();
    return {
      state,
      unsent: unsent.count,
      oldestUnsentAt: unsent.oldestAt,
      freshAt: feed.freshAt,
      lastError,
      progress,
    };
  };
  const tell = async (): Promise<void> => parts.onStatus(await status());
  const take = <T>(answer: Answer<T>): T => {
    if (!answer.ok) throw new Interrupted(answer.refusal);
    return answer.value;
  };

  const greet = async (): Promise<void> => {
    const position = await disk.syncPosition();
    const sentAt = clock.wall();
    const hello = take(
      await net.hello({
        station: position.station,
        inc: position.incarnation,
        app: parts.app,
        protocol: protocolVersion,
        epoch: position.feed.epoch,
        cursor: position.feed.cursor,
        journal: position.head,
        now: clock.now(),
      }),
    );
    const roundTrip = clock.wall() - sentAt;
    await disk.setClockOffset(Date.parse(hello.now) - (sentAt + roundTrip / 2));
    const ours = await disk.journalHashAt(hello.acked.seq);
    if (hello.action === 'forked' || ours !== hello.acked.hash) throw new Interrupted({ kind: 'forked' });
    // The province is right about what it holds: after a restore it may hold less than it once confirmed.
    await disk.acknowledge({ ...hello.acked, epoch: hello.epoch });
    if (position.feed.epoch !== null && position.feed.epoch !== hello.epoch) await disk.clearMirror();
    epoch = hello.epoch;
    greeted = true;
  };
  let epoch = '';

  const push = async (): Promise<void> => {
    for (;;) {
      const lines = await disk.nextPush();
      if (lines.length === 0) return;
      const { incarnation } = await disk.syncPosition();
      const answer = take(await net.push(incarnation, lines));
      if (answer.epoch !== epoch) throw new Interrupted({ kind: 'epoch', epoch: answer.epoch });
      await disk.acknowledge({ ...answer.acked, epoch: answer.epoch });
      await tell();
    }
  };

  const pull = async (): Promise<void> => {
    for (;;) {
      const { feed, incarnation } = await disk.syncPosition();
      const page = take(await net.changes({ epoch, cursor: feed.cursor, inc: incarnation, limit: pageRows }));
      const { end, rows } = page;
      const fresh = end.more ? feed.freshAt : clock.now();
      await disk.applyPage(rows, {
        epoch: end.epoch,
        cursor: end.cursor,
        includes: end.includes,
        freshAt: fresh,
      });
      if (rows.length > 0) parts.onRows();
      if (!end.more) return;
      state = 'catching-up';
      progress = { done: end.cursor, total: end.head };
      await tell();
    }
  };

  const cycle = async (): Promise<void> => {
    if (!greeted) await greet();
    await push();
    await pull();
    progress = null;
    state = 'online';
    lastError = null;
    retry = firstRetry;
  };

  const interrupted = (error: unknown): void => {
    greeted = false;
    progress = null;
    if (!(error instanceof Interrupted)) parts.onFailure(error);
    const kind = error instanceof Interrupted ? error.refusal.kind : 'unreachable';
    state = stateOf[kind];
    lastError = errorOf[kind];
  };

  /** Waits until woken, or for `milliseconds` at most. */
  const rest = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    await clock.sleep(milliseconds, AbortSignal.any([woken.signal, signal]));
    if (woken.signal.aborted) woken = new AbortController();
  };

  const wake = (): void => woken.abort();

  return {
    wake,
    status,
    async run(signal) {
      let listening: Promise<void> | null = null;
      const listen = (): void => {
        listening ??= net
          .poke(wake, signal)
          .catch(parts.onFailure)
          .finally(() => {
            listening = null;
            greeted = false;
            wake();
          });
      };
      while (!signal.aborted) {
        let wait = heartbeat;
        try {
          await cycle();
          listen();
        } catch (error) {
          if (signal.aborted) return;
          interrupted(error);
          wait = retry * (0.5 + random() / 2);
          retry = Math.min(retry * 2, lastRetry);
        }
        await tell().catch(parts.onFailure);
        await rest(wait, signal);
      }
    },
  };
}

const stateOf: Readonly<Record<Refusal['kind'], SyncStatus['state']>> = {
  unreachable: 'offline',
  unauthorized: 'refused',
  protocol: 'refused',
  epoch: 'catching-up',
  gap: 'catching-up',
  forked: 'forked',
};

const errorOf: Readonly<Record<Refusal['kind'], OutcomeCode | null>> = {
  unreachable: 'LT-4101',
  unauthorized: 'LT-4104',
  protocol: 'LT-4105',
  epoch: 'LT-4102',
  gap: null,
  forked: 'LT-4103',
};

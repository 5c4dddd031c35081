import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { PushLine, PushResponse } from '../../contract/sync/protocol.ts';
import { protocolVersion, pushLimits } from '../../contract/sync/protocol.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Answer, Refusal } from './ports.ts';
import { pagesAhead } from './pages-ahead.ts';
import { errorOf, stateOf } from './refusal-state.ts';
import type { SyncEngine, SyncEngineParts } from './engine-parts.ts';
import { snapshotTaking } from './snapshot-taking.ts';

/** Rows per page: small enough that applying one never delays a scan noticeably. */
const pageRows = 250;
/** Wait between checks when nothing pokes us (ms). */
const heartbeat = 30_000;
/** A journal that is a copy even under a new name is a riddle: then the station stops sending and says so. */
const forksAtOnce = 2;
/** Back-off after a failure: doubled from the first to the last, times 0.5–1 at random (ms). */
const firstRetry = 500;
const lastRetry = 30_000;
/** A stream of hints that lived as long as this (ms) was a good one: its end is news, and it is asked again at once. */
const goodStream = 30_000;
/**
 * Facts by which a push grows after one that arrived; one that did not is halved. On a slow line a whole push
 * takes longer than an exchange may, so its size has to find what the line carries.
 */
const pushGrowth = 32;

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
  /** True while rows are missing and the province is asked whether a snapshot is ready now. */
  let askingAgain = false;
  let epoch = '';
  let forkable = true;
  let outdated = false;
  let pushFacts: number = pushLimits.facts;
  let woken = new AbortController();
  let retry = firstRetry;
  let streamRetry = firstRetry;

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
  const snapshots = snapshotTaking({
    ...parts,
    send: () => push(),
    onProgress: (done, total) => {
      state = 'catching-up';
      progress = { done, total, unit: 'bytes' };
      return tell();
    },
  });
  const jittered = (milliseconds: number): number => milliseconds * (0.5 + random() / 2);

  /** Greets; goes on under another name, and greets again, when the journal turns out to be a copy. */
  const greet = async (): Promise<Refusal | null> => {
    for (let forks = 0; ; forks += 1) {
      const refusal = await sayHello();
      if (refusal?.kind !== 'forked') return refusal;
      if (forks === forksAtOnce) forkable = false;
      if (!forkable) return refusal;
      await disk.forkJournal(epoch);
    }
  };

  const sayHello = async (): Promise<Refusal | null> => {
    const position = await disk.syncPosition();
    const sentAt = clock.wall();
    const sent = clock.monotonic();
    const answer = await net.hello({
      station: position.station,
      inc: position.incarnation,
      app: parts.app,
      protocol: protocolVersion,
      epoch: position.feed.epoch,
      cursor: position.feed.cursor,
      journal: position.head,
      now: clock.now(),
      mirror: snapshots.mirror(),
    });
    if (!answer.ok) return answer.refusal;
    const hello = answer.value;
    snapshots.heard(hello);
    const roundTrip = clock.monotonic() - sent;
    await disk.setClockOffset(Date.parse(hello.now) - (sentAt + roundTrip / 2));
    const ours = await disk.journalHashAt(hello.acked.seq);
    const forked = hello.action === 'forked' || ours !== hello.acked.hash;
    // The province is right about what it holds: after a restore it may hold less than it once confirmed.
    if (!forked) await disk.acknowledge({ ...hello.acked, epoch: hello.epoch });
    const stale = hello.action === 'rebuild' || position.feed.epoch !== hello.epoch;
    // What a snapshot will replace is better than nothing meanwhile.
    if (position.feed.epoch !== null && stale && !snapshots.isOffered()) await disk.clearMirror();
    epoch = hello.epoch;
    outdated = (hello.minReader ?? protocolVersion) > protocolVersion;
    greeted = !forked;
    return forked ? { kind: 'forked' } : null;
  };

  const send = async (incarnation: string, lines: readonly PushLine[]): Promise<Answer<PushResponse>> => {
    const answer = await net.push(incarnation, lines);
    if (!answer.ok) {
      if (answer.refusal.kind === 'unreachable') pushFacts = Math.max(1, Math.floor(lines.length / 2));
      return answer;
    }
    if (answer.value.epoch !== epoch)
      return { ok: false, refusal: { kind: 'epoch', epoch: answer.value.epoch } };
    pushFacts = Math.min(pushFacts + pushGrowth, pushLimits.facts);
    return answer;
  };

  const push = async (): Promise<Refusal | null> => {
    for (;;) {
      const lines = await disk.nextPush(pushFacts);
      if (lines.length === 0) return null;
      const { incarnation } = await disk.syncPosition();
      const answer = await send(incarnation, lines);
      if (!answer.ok) return answer.refusal;
      const { epoch: answered, acked } = answer.value;
      // More than we have, or something else: a copy of this journal went on where ours ends.
      if ((await disk.journalHashAt(acked.seq)) !== acked.hash) return { kind: 'forked' };
      await disk.acknowledge({ ...acked, epoch: answered });
      await tell();
    }
  };

  /** Journals that forks have left: a restored province may hold less of them than it once confirmed. */
  const pushPast = async (): Promise<Refusal | null> => {
    for (;;) {
      const past = await disk.nextPastPush(pushFacts);
      if (past === null) return null;
      const answer = await send(past.incarnation, past.lines);
      if (answer.ok) await disk.acknowledgePast(past.incarnation, answer.value.acked.seq);
      // The other copy has filled these sequences anew: what we hold of them goes under a name of our own.
      else if (answer.refusal.kind === 'forked') {
        await disk.adoptPast(past.incarnation, epoch);
        return greet();
      } else return answer.refusal;
      await tell();
    }
  };

  const pull = async (forked: boolean): Promise<Refusal | null> => {
    const changes = pagesAhead((ask) => net.changes(ask));
    for (;;) {
      const { feed, incarnation, ack, head } = await disk.syncPosition();
      const filling = feed.freshAt === null;
      const asked = { epoch, cursor: feed.cursor, inc: incarnation, limit: pageRows, filling };
      const answer = await changes(asked);
      if (!answer.ok) {
        if (answer.refusal.kind === 'compacted') await disk.clearMirror();
        return answer.refusal;
      }
      const { end, rows } = answer.value;
      // What comes after our own head is a copy's: the next fact made here must not pass for included.
      const includes = Math.max(Math.min(end.includes, head.seq), feed.includes);
      await disk.applyPage(rows, {
        epoch: end.epoch,
        cursor: end.cursor,
        // The sequences of a copied journal are another station's facts from where the two part.
        includes: forked ? Math.min(includes, ack.seq) : includes,
        freshAt: end.more ? feed.freshAt : clock.now(),
      });
      if (rows.length > 0) parts.onRows();
      if (!end.more) return null;
      if (snapshots.isDue()) {
        greeted = false;
        askingAgain = true;
        wake();
        return null;
      }
      state = 'catching-up';
      progress = { done: end.cursor, total: end.head };
      await tell();
    }
  };

  /** Rows of another life of the province that were kept for a snapshot go when there will be none. */
  const takeSnapshot = async () => {
    const { taken, refusal } = await snapshots.take();
    if (taken) parts.onRows();
    else if (!refusal) {
      const { feed } = await disk.syncPosition();
      if (feed.epoch !== null && feed.epoch !== epoch) await disk.clearMirror();
    }
    return refusal;
  };

  /** Downloads never wait for uploads: whatever became of the push, the pull follows. The push's refusal counts. */
  const cycle = async (): Promise<Refusal | null> => {
    askingAgain = false;
    const greeting = greeted ? null : await greet();
    if (greeting !== null && greeting.kind !== 'forked') return greeting;
    const pushing = greeting ?? (await push()) ?? (await pushPast());
    // A province that stands still costs an exchange's patience here and once more below: the pill does not wait.
    if (pushing?.kind === 'unreachable') {
      settle(pushing);
      await tell();
    }
    const downloading = greeting ? null : await takeSnapshot();
    if (downloading) return downloading;
    const pulling = await pull(pushing?.kind === 'forked');
    return pushing ?? pulling;
  };

  const settle = (refusal: Refusal | null): void => {
    progress = null;
    if (refusal === null) retry = firstRetry;
    else greeted = false;
    state = refusal !== null ? stateOf[refusal.kind] : askingAgain ? 'catching-up' : 'online';
    const trouble = snapshots.trouble() ?? (outdated ? 'LT-4107' : null);
    lastError = refusal === null ? trouble : errorOf[refusal.kind];
  };

  /** Takes hints until the stream ends; after one that did not last, some time passes before this is over. */
  const hear = async (signal: AbortSignal): Promise<void> => {
    const since = clock.monotonic();
    await net.poke(wake, signal).catch(parts.onFailure);
    if (clock.monotonic() - since > goodStream) {
      streamRetry = firstRetry;
      return;
    }
    const wait = jittered(streamRetry);
    streamRetry = Math.min(streamRetry * 2, lastRetry);
    await clock.sleep(wait, signal);
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
        listening ??= hear(signal).finally(() => {
          listening = null;
          greeted = false;
          wake();
        });
      };
      while (!signal.aborted) {
        let wait = heartbeat;
        const refusal = await cycle().catch((error: unknown): Refusal => {
          parts.onFailure(error);
          return { kind: codeOf(error) === 'LT-3102' ? 'no-room' : 'unreachable' };
        });
        if (signal.aborted) return;
        settle(refusal);
        if (refusal === null) listen();
        else {
          wait = jittered(retry);
          retry = Math.min(retry * 2, lastRetry);
        }
        await tell().catch(parts.onFailure);
        await rest(wait, signal);
      }
    },
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

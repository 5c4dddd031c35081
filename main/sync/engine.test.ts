import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import { genesisHash } from '../../domain/facts/fact.ts';
import { scanAt, testContext, testKey } from '../testing/desk-context.ts';
import { openStore } from '../store/store.ts';
import { testFolder } from '../testing/folders.ts';
import { smallLibrary } from '../testing/small-library.ts';
import type { WriterVerbs } from '../workers/writer-verbs.ts';
import { writerVerbs } from '../workers/writer-verbs.ts';
import { syncEngine } from './engine.ts';
import type { Answer, ProvinceNet, Refusal, SyncClock, SyncPorts } from './ports.ts';

/** How long every exchange takes on the virtual wire (ms). */
const wire = 10;

/** Time that passes only when the test says so, and only when nothing else is left to do. */
function virtualTime(): { readonly clock: SyncClock; pass(milliseconds: number): Promise<void> } {
  let now = Date.parse('2026-11-22T08:00:00.000+07:00');
  const sleepers = new Set<{ readonly at: number; wake(): void }>();
  return {
    clock: {
      wall: () => now,
      monotonic: () => now,
      now: () => new Date(now).toISOString(),
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          const wake = (): void => {
            sleepers.delete(sleeper);
            resolve();
          };
          const sleeper = { at: now + milliseconds, wake };
          sleepers.add(sleeper);
          if (signal.aborted) wake();
          else signal.addEventListener('abort', wake, { once: true });
        }),
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        await turn();
        const [next] = [...sleepers].sort((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        now = next.at;
        next.wake();
      }
      now = end;
    },
  };
}

const refuse = (kind: Exclude<Refusal['kind'], 'epoch' | 'gap'>) =>
  ({ ok: false, refusal: { kind } }) as const;

/** A province that takes everything; a test changes what it is about. */
function province(clock: SyncClock): ProvinceNet {
  let acked = { seq: 0, hash: genesisHash };
  const answer = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
  return {
    hello: () => answer({ epoch: 'e1', acked, head: 7, now: clock.now(), action: 'proceed' }),
    push: (_incarnation, lines) => {
      acked = { seq: acked.seq + lines.length, hash: lines.at(-1)?.hash ?? acked.hash };
      return answer({ epoch: 'e1', acked });
    },
    changes: () => answer({ rows: [], end: { epoch: 'e1', cursor: 7, head: 7, more: false, includes: 0 } }),
    snapshot: () => answer('gone'),
    poke: (_onHead, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  };
}

interface Running {
  readonly verbs: WriterVerbs;
  /** Names of the exchanges, in order. */
  readonly asked: string[];
  pass(milliseconds: number): Promise<void>;
  wake(): void;
  status(): Promise<SyncStatus>;
}

/** A running engine over a real store with `facts` facts in it, and over `changed` parts of the net. */
function running(facts: number, changed: (net: ProvinceNet) => Partial<ProvinceNet>): Running {
  const { store } = openStore(testFolder(), 'ST-1');
  const verbs = writerVerbs(testContext(store), testKey);
  const rows = smallLibrary.map((row) => ({ known: true, row }) as const);
  verbs.applyPage(rows, { epoch: 'e1', cursor: 1, includes: 0, freshAt: null });
  for (let fact = 0; fact < facts; fact += 1) scanAt(store, 'VV.1', fact % 2 === 0 ? 'patron-THE-1' : null);
  const { clock, pass } = virtualTime();
  const usual = province(clock);
  const net = { ...usual, ...changed(usual) };
  const asked: string[] = [];
  const over = async <T>(name: string, exchange: Promise<T>): Promise<T> => {
    asked.push(name);
    await clock.sleep(wire, new AbortController().signal);
    return exchange;
  };
  const disk: SyncPorts['disk'] = {
    syncPosition: async () => verbs.syncPosition(),
    nextPush: async (most) => verbs.nextPush(most),
    acknowledge: async (ack) => verbs.acknowledge(ack),
    nextPastPush: async (most) => verbs.nextPastPush(most),
    acknowledgePast: async (inc, acked) => verbs.acknowledgePast(inc, acked),
    forkJournal: async (epoch) => verbs.forkJournal(epoch),
    adoptPast: async (inc, epoch) => verbs.adoptPast(inc, epoch),
    journalHashAt: async (seq) => verbs.journalHashAt(seq),
    applyPage: async (page, state) => verbs.applyPage(page, state),
    clearMirror: async () => verbs.clearMirror(),
    setClockOffset: async (offset) => verbs.setClockOffset(offset),
  };
  const failures: unknown[] = [];
  const engine = syncEngine({
    clock,
    net: {
      hello: (request) => over('hello', net.hello(request)),
      push: (incarnation, lines) => over(`push ${lines.length}`, net.push(incarnation, lines)),
      changes: (ask) => over('changes', net.changes(ask)),
      snapshot: (ask) => over('snapshot', net.snapshot(ask)),
      poke: (onHead, signal) => over('poke', net.poke(onHead, signal)),
    },
    disk,
    snapshots: null,
    random: () => 1,
    app: 'test',
    onStatus: () => {},
    onRows: () => {},
    onFailure: (error) => failures.push(error),
  });
  const stopped = new AbortController();
  const ended = engine.run(stopped.signal);
  onTestFinished(async () => {
    stopped.abort();
    await pass(wire);
    await ended;
    store.close();
    expect(failures).toStrictEqual([]);
  });
  return { verbs, asked, pass, wake: engine.wake, status: engine.status };
}

const count = (asked: readonly string[], name: string): number =>
  asked.filter((exchange) => exchange === name).length;

describe('a stream of hints that ends at once', () => {
  it('is asked again more and more slowly while the heartbeat goes on', async () => {
    const { asked, pass, status } = running(0, () => ({ poke: () => Promise.resolve() }));
    await pass(60_000);
    // After 0.5, 1, 2, 4, 8, 16 and 30 s.
    expect(count(asked, 'poke')).toBeLessThanOrEqual(8);
    expect(count(asked, 'hello')).toBeLessThanOrEqual(10);
    expect((await status()).state).toBe('online');
    const before = count(asked, 'changes');
    await pass(60_000);
    expect(count(asked, 'changes') - before).toBeGreaterThanOrEqual(2);
  });

  it('is asked at once when it had lived, and its end makes the station look', async () => {
    let end = (): void => {};
    const { asked, pass } = running(0, () => ({
      poke: () => new Promise((resolve) => (end = resolve)),
    }));
    await pass(45_000);
    expect([count(asked, 'hello'), count(asked, 'poke')]).toStrictEqual([1, 1]);
    end();
    await pass(100);
    expect([count(asked, 'hello'), count(asked, 'poke')]).toStrictEqual([2, 2]);
  });
});

describe('a journal that another computer has gone on with', () => {
  it('believes no confirmation of what it has not written, and no row of it either', async () => {
    const { verbs, asked, pass } = running(2, (net) => ({
      // The copy sent a third fact under this name.
      push: async (incarnation, lines) => {
        await net.push(incarnation, lines);
        return { ok: true, value: { epoch: 'e1', acked: { seq: 3, hash: '3'.repeat(64) } } };
      },
      changes: async () => ({
        ok: true,
        value: { rows: [], end: { epoch: 'e1', cursor: 7, head: 7, more: false, includes: 3 } },
      }),
    }));
    await pass(100);
    expect(asked.slice(0, 3)).toStrictEqual(['hello', 'push 2', 'changes']);
    expect(verbs.syncPosition()).toMatchObject({ ack: { seq: 0 }, feed: { includes: 0 } });
  });
});

describe('a push that is refused', () => {
  for (const [kind, state] of [
    ['unreachable', 'offline'],
    ['protocol', 'refused'],
    ['forked', 'forked'],
  ] as const)
    it(`does not keep the rows of others away, and is still told (${kind})`, async () => {
      const { verbs, pass, status } = running(1, () => ({ push: () => Promise.resolve(refuse(kind)) }));
      await pass(100);
      expect(verbs.syncPosition().feed.cursor).toBe(7);
      expect(await status()).toMatchObject({ state, unsent: 1, progress: null });
    });

  it('by silence is told before the rows of others are asked for, which may be silent too', async () => {
    let giveUp = (): void => {};
    const { asked, pass, status } = running(1, () => ({
      push: () => Promise.resolve(refuse('unreachable')),
      changes: () => new Promise((resolve) => (giveUp = () => resolve(refuse('unreachable')))),
    }));
    await pass(100);
    expect(asked).toContain('changes');
    expect(await status()).toMatchObject({ state: 'offline', lastError: 'LT-4101' });
    giveUp();
  });

  it('is not tried by a journal that is a copy under every name; it still fetches and shows its own acts', async () => {
    const { verbs, asked, pass, status } = running(1, (net) => ({
      hello: async (request) => {
        const answer = await net.hello(request);
        return answer.ok ? { ok: true, value: { ...answer.value, action: 'forked' } } : answer;
      },
      // Sequence 1 of this incarnation is the other computer's.
      changes: async () => ({
        ok: true,
        value: { rows: [], end: { epoch: 'e1', cursor: 7, head: 7, more: false, includes: 1 } },
      }),
    }));
    await pass(100);
    expect(asked).toStrictEqual(['hello', 'hello', 'hello', 'changes']);
    expect(await status()).toMatchObject({ state: 'forked', lastError: 'LT-4103' });
    const { incarnation } = verbs.syncPosition();
    await pass(120_000);
    expect(verbs.syncPosition().incarnation).toBe(incarnation);
    expect(verbs.syncPosition().feed).toMatchObject({ cursor: 7, includes: 0 });
  });
});

describe('a feed that was compacted past the station', () => {
  it('is fetched from the beginning, and asked for as such until all of it is here', async () => {
    const asks: { readonly cursor: number; readonly filling: boolean }[] = [];
    const { verbs, pass, status } = running(0, (net) => ({
      changes: async (ask) => {
        asks.push({ cursor: ask.cursor, filling: ask.filling });
        if (ask.cursor === 1) return refuse('compacted');
        const end = { epoch: 'e1', cursor: ask.cursor + 3, head: 7, more: ask.cursor === 0, includes: 0 };
        return ask.cursor < 3 ? { ok: true, value: { rows: [], end } } : net.changes(ask);
      },
    }));
    await pass(20_000);
    expect(asks).toStrictEqual([
      { cursor: 1, filling: true },
      { cursor: 0, filling: true },
      { cursor: 3, filling: true },
    ]);
    expect(verbs.syncPosition().feed).toMatchObject({ cursor: 7, epoch: 'e1' });
    await pass(40_000);
    expect(asks.at(-1)).toStrictEqual({ cursor: 7, filling: false });
    expect(await status()).toMatchObject({ state: 'online', lastError: null });
  });
});

describe('a province with rows of a later protocol', () => {
  it('is told to staff as a program to be updated; everything goes on', async () => {
    const { pass, status } = running(2, (net) => ({
      hello: async (request) => {
        const answer = await net.hello(request);
        return answer.ok ? { ok: true, value: { ...answer.value, minReader: 99 } } : answer;
      },
    }));
    await pass(1000);
    expect(await status()).toMatchObject({ state: 'online', unsent: 0, lastError: 'LT-4107' });
  });
});

describe('a slow line', () => {
  it('carries a long queue in pieces as large as it can take', async () => {
    const most = 40;
    const { verbs, asked, pass } = running(300, (net) => ({
      push: (incarnation, lines) =>
        lines.length > most ? Promise.resolve(refuse('unreachable')) : net.push(incarnation, lines),
    }));
    await pass(10 * 60_000);
    expect(verbs.syncPosition().unsent).toStrictEqual({ count: 0, oldestAt: null });
    expect(asked.slice(1, 7).filter((name) => name !== 'changes' && name !== 'hello')).toStrictEqual([
      'push 300',
      'push 150',
    ]);
  });

  it('is given whole pushes again when it has become a fast one', async () => {
    let slow = true;
    const { asked, pass } = running(200, (net) => ({
      push: (incarnation, lines) =>
        slow ? Promise.resolve(refuse('unreachable')) : net.push(incarnation, lines),
    }));
    await pass(3 * 60_000);
    slow = false;
    asked.length = 0;
    await pass(60_000);
    const pushes = asked.filter((name) => name.startsWith('push'));
    expect(pushes[0]).toBe('push 1');
    expect(pushes.length).toBeLessThan(6);
  });
});

import { describe, expect, it } from 'vitest';
import type { HelloResponse, SnapshotOffer } from '../../contract/sync/protocol.ts';
import type { MirrorChange } from '../workers/mirror-change.ts';
import type { Answer, ProvinceNet, Refusal } from './ports.ts';
import type { SnapshotTaking } from './snapshot-taking.ts';
import { snapshotTaking } from './snapshot-taking.ts';

const MiB = 1024 * 1024;
const unreachable = { ok: false, refusal: { kind: 'unreachable' } } as const;

const offer: SnapshotOffer = {
  id: 'snapshot-1',
  pos: 900,
  sha256: 'a'.repeat(64),
  bytes: 10 * MiB + 5,
  rawBytes: 40 * MiB,
  includes: 7,
  madeAt: '2026-11-22T08:00:00.000Z',
};

const hello: HelloResponse = {
  epoch: 'e1',
  acked: { seq: 0, hash: '0'.repeat(64) },
  head: 1000,
  now: '2026-11-22T08:00:00.000Z',
  action: 'proceed',
  snapshot: offer,
};

interface Situation {
  readonly taking: SnapshotTaking;
  /** Ranges that were asked for, and what became of the files. */
  readonly done: string[];
  /** Answers that come instead of bytes, by the number of the request. */
  readonly instead: Map<number, Answer<Uint8Array | 'gone'>>;
  readonly told: (readonly [number, number])[];
  /** Milliseconds since it began. */
  passed: number;
  pushRefused: Refusal | null;
  /** How far the clock goes with every part (ms). */
  tick: number;
}

/** A station that takes in what comes; `verdict` is what it thinks of the whole. */
function situation(verdict: Awaited<ReturnType<MirrorChange['finish']>> = null): Situation {
  let held = 0;
  const done: string[] = [];
  const instead: Situation['instead'] = new Map();
  const told: (readonly [number, number])[] = [];
  const snapshots: MirrorChange = {
    begin: async () => held,
    append: async (bytes) => {
      held += bytes.length;
      return null;
    },
    finish: async () => verdict,
    adopt: async (place) => {
      done.push(`adopted ${place.cursor}/${place.includes}`);
      return true;
    },
    discard: async () => {
      held = 0;
      done.push('discarded');
    },
  };
  const net: Pick<ProvinceNet, 'snapshot'> = {
    snapshot: async ({ from, to }) => {
      done.push(`${from}-${to}`);
      made.passed += made.tick;
      return instead.get(done.length) ?? { ok: true, value: new Uint8Array(to - from) };
    },
  };
  const made: Omit<Situation, 'taking'> = { done, instead, told, passed: 0, pushRefused: null, tick: 0 };
  const taking = snapshotTaking({
    clock: { monotonic: () => made.passed },
    // Nothing else of the net is asked for a snapshot.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    net: net as ProvinceNet,
    snapshots,
    send: async () => made.pushRefused,
    onProgress: async (now, total) => void told.push([now, total]),
  });
  return Object.assign(made, { taking });
}

describe('taking a snapshot', () => {
  it('asks for parts that grow, says how far it is, and takes it into use where its rows stand', async () => {
    const { taking, done, told } = situation();
    taking.heard(hello);
    expect(await taking.take()).toStrictEqual({ taken: true, refusal: null });
    expect(done).toStrictEqual([
      `0-${MiB}`,
      `${MiB}-${3 * MiB}`,
      `${3 * MiB}-${7 * MiB}`,
      `${7 * MiB}-${offer.bytes}`,
      'adopted 900/7',
      'discarded',
    ]);
    expect(told.map(([now]) => now)).toStrictEqual([0, MiB, 3 * MiB, 7 * MiB, offer.bytes]);
    expect([taking.isOffered(), taking.trouble()]).toStrictEqual([false, null]);
    expect(await taking.take()).toStrictEqual({ taken: false, refusal: null });
  });

  it('goes on from what is here after the line broke, in smaller parts', async () => {
    const { taking, done, instead } = situation();
    taking.heard(hello);
    instead.set(3, unreachable);
    expect((await taking.take()).refusal?.kind).toBe('unreachable');
    expect(taking.isOffered()).toBe(true);
    taking.heard(hello);
    expect((await taking.take()).taken).toBe(true);
    expect(done.slice(2, 4)).toStrictEqual([`${3 * MiB}-${7 * MiB}`, `${3 * MiB}-${5 * MiB}`]);
  });

  it('lets the desk send meanwhile, and stops when that is refused', async () => {
    const made = situation();
    made.taking.heard(hello);
    made.pushRefused = { kind: 'unauthorized' };
    made.tick = 1_000;
    expect((await made.taking.take()).refusal?.kind).toBe('unauthorized');
    expect(made.done).not.toContain('discarded');
  });

  it('throws away what is broken, says so, tries once more, and then takes the feed for half an hour', async () => {
    const made = situation('broken');
    const { taking } = made;
    for (const next of [true, false]) {
      taking.heard(hello);
      expect(await taking.take()).toStrictEqual({ taken: false, refusal: null });
      expect(taking.trouble()).toBe('LT-4131');
      expect([taking.isOffered(), taking.mirror() !== undefined]).toStrictEqual([false, next]);
    }
    expect(made.done.filter((one) => one === 'discarded')).toHaveLength(2);
    made.passed += 30 * 60_000;
    expect(taking.mirror()).toBeDefined();
  });

  it('takes the feed at once where the disk has no room', async () => {
    const { taking } = situation('disk-full');
    taking.heard(hello);
    expect((await taking.take()).taken).toBe(false);
    expect([taking.trouble(), taking.mirror()]).toStrictEqual(['LT-4132', undefined]);
  });

  it('lets go of one that the province has no more', async () => {
    const { taking, done, instead } = situation();
    taking.heard(hello);
    instead.set(2, { ok: true, value: 'gone' });
    expect(await taking.take()).toStrictEqual({ taken: false, refusal: null });
    expect(done.at(-1)).toBe('discarded');
    expect([taking.isOffered(), taking.trouble()]).toStrictEqual([false, null]);
  });

  it('asks again while one is being made, and offers a copied journal none', () => {
    const made = situation();
    const { snapshot: _, ...without } = hello;
    made.taking.heard({ ...without, snapshotSoon: true });
    expect(made.taking.isDue()).toBe(false);
    made.passed += 15_000;
    expect(made.taking.isDue()).toBe(true);
    made.taking.heard({ ...hello, action: 'forked' });
    expect([made.taking.isDue(), made.taking.isOffered()]).toStrictEqual([false, false]);
  });
});

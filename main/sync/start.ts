import { setTimeout as delay } from 'node:timers/promises';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { StationConfig } from '../config.ts';
import type { StationClock } from '../services/station-clock.ts';
import type { Databases } from '../workers/start.ts';
import { syncEngine } from './engine.ts';
import type { StationProof } from './http-net.ts';
import { httpNet } from './http-net.ts';
import { provinceLine } from './province-line.ts';
import { stationKey } from './station-key.ts';
import type { ProvinceNet, SyncClock } from './ports.ts';

/** Sync of a running station. */
export interface StationSync {
  wake(): void;
  status(): Promise<SyncStatus>;
  stop(): Promise<void>;
}

export interface StartSync {
  readonly config: Pick<StationConfig, 'station' | 'province'>;
  readonly databases: Pick<Databases, 'writer' | 'mirror'>;
  /** The secret of the station's key; null when it has none that this computer can read. Asked for once. */
  readonly openSecret: () => Promise<string | null>;
  readonly app: string;
  readonly clock: Pick<StationClock, 'now'>;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onRows: () => void;
  readonly onFailure: (error: unknown) => void;
}

export function startSync(parts: StartSync): StationSync {
  const { province, station } = parts.config;
  const stopped = new AbortController();
  const engine = syncEngine({
    ...parts,
    clock: wallClock(parts.clock),
    net: province
      ? httpNet(
          provinceLine(province.url, province.spki ?? null),
          { station, proof: once(() => proofOf(parts)) },
          stopped.signal,
        )
      : notEnrolled,
    disk: parts.databases.writer,
    snapshots: parts.databases.mirror,
    random: Math.random,
  });
  const running = engine.run(stopped.signal);
  return {
    wake: engine.wake,
    status: engine.status,
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

function wallClock(station: Pick<StationClock, 'now'>): SyncClock {
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    now: () => station.now(),
    sleep: async (milliseconds, signal) => {
      // Being woken early is the normal way out of a sleep, not an error.
      await delay(milliseconds, undefined, { signal }).catch(() => {});
    },
  };
}

/** The key decides; the bearer secret of before speaks only for a station that has none. */
async function proofOf({ config, openSecret, onFailure }: StartSync): Promise<StationProof | null> {
  const secret = await openSecret().catch((error: unknown) => {
    onFailure(error);
    return null;
  });
  const key = secret === null ? null : stationKey(secret);
  if (key) return { key };
  const bearer = config.province?.key;
  return bearer === undefined ? null : { bearer };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** A station without an address journals and waits. */
const notEnrolled: ProvinceNet = {
  hello: () => Promise.resolve({ ok: false, refusal: { kind: 'unreachable' } }),
  push: () => Promise.resolve({ ok: false, refusal: { kind: 'unreachable' } }),
  changes: () => Promise.resolve({ ok: false, refusal: { kind: 'unreachable' } }),
  snapshot: () => Promise.resolve({ ok: false, refusal: { kind: 'unreachable' } }),
  poke: () => Promise.resolve(),
};

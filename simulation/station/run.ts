import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { Dice } from '../../domain/demo/random.ts';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import { libraryKey } from '../../main/services/patrons/library-key.ts';
import { recoverSlips } from '../../main/services/printing/slip-acts.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { openStore } from '../../main/store/store.ts';
import { syncEngine } from '../../main/sync/engine.ts';
import { httpNet } from '../../main/sync/http-net.ts';
import type { ProvinceNet, SyncPorts } from '../../main/sync/ports.ts';
import type { WriterVerbs } from '../../main/workers/writer-verbs.ts';
import { writerVerbs } from '../../main/workers/writer-verbs.ts';
import type { Defect } from '../defects/defect.ts';
import type { Network } from '../machine/network.ts';
import type { Send } from '../machine/wire.ts';
import { lineOver } from '../machine/wire.ts';
import type { VirtualTime } from '../machine/virtual-time.ts';
import { strange } from './earlier-version.ts';
import { mirrorTaking } from './mirror-taking.ts';
import type { Machine, Running } from './machine.ts';

export const timeZone = 'Asia/Ho_Chi_Minh';
/** Nothing real is ever sealed with it. */
const key = libraryKey(new Uint8Array(32).fill(7));

export interface RunParts {
  readonly machine: Machine;
  readonly time: VirtualTime;
  readonly network: Network;
  /** To the province's server. */
  readonly send: Send;
  readonly dice: Dice;
  readonly defect: Defect;
  /** Ends the process: called between any two things that it does. */
  readonly onCrash: () => void;
  /** The disk is full from here on. */
  readonly onFull: (file: 'journal' | 'mirror') => void;
  /** After the engine has called one of the writer's verbs. */
  readonly onVerb: (name: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Starts the station program on a machine: its real store, its real services, its real engine. */
export function startStation(parts: RunParts): Running {
  const { machine, time, dice, defect } = parts;
  const { store: opened } = openStore(machine.folder, machine.station);
  const store = defect.store ? defect.store(opened) : opened;
  const wrong = wrongClock(machine, time);
  const clock = stationClock(timeZone, wrong);
  const context = {
    store,
    clock,
    library: machine.library,
    desk: 'Quầy 1',
    actor: `nv-${machine.station}`,
    permissions: machine.permissions,
    timeZone,
    codes: defaultCodePatterns,
  };
  recoverSlips(context);
  store.tagTasks.interrupt();
  const verbs = writerVerbs(context, key);
  let alive = true;
  let state: SyncStatus['state'] = 'never';
  const stopped = new AbortController();
  /** True when the process ends here. */
  const ends = (): boolean => {
    if (!alive || machine.crashIn === null) return !alive;
    machine.crashIn -= 1;
    if (machine.crashIn >= 0) return false;
    parts.onCrash();
    return true;
  };
  const fills = (): void => {
    const { fullIn } = machine;
    if (!alive || fullIn === null) return;
    fullIn.calls -= 1;
    if (fullIn.calls >= 0) return;
    machine.fullIn = null;
    parts.onFull(fullIn.file);
  };
  /** A step of the process: before it and after it the process may be gone. */
  const step: Step = async (work) => {
    fills();
    if (ends()) return never();
    const done = await work();
    return ends() ? never() : done;
  };
  const planted = defect.verbs ? defect.verbs(verbs, dice, parts.onCrash) : verbs;
  // A program of the version before knows of none; a defect's store is one object and follows no exchange of files.
  const taking = machine.earlier || defect.store ? null : mirrorTaking(machine.folder, planted, step);
  const engine = syncEngine({
    clock: {
      ...wrong,
      now: () => clock.now(),
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          const wake = (): void => {
            cancel();
            if (alive) resolve();
          };
          const cancel = time.after(milliseconds, wake);
          if (signal.aborted) wake();
          else signal.addEventListener('abort', wake, { once: true });
        }),
    },
    net: overNetwork(parts, stopped.signal, step),
    disk: asPorts(planted, step, parts.onVerb),
    snapshots: taking?.port ?? null,
    partSizes,
    random: () => dice.below(1_000) / 1_000,
    app: 'simulation',
    onStatus: (status) => {
      ({ state } = status);
    },
    onRows: () => {},
    onFailure: parts.onFailure,
  });
  void engine.run(stopped.signal);
  return {
    store,
    verbs,
    context,
    state: () => state,
    wake: engine.wake,
    isAlive: () => alive,
    kill: () => {
      alive = false;
      stopped.abort();
      taking?.end();
      opened.mirrorDb.close();
      opened.journalDb.close();
    },
  };
}

/** The mirrors here are small: they come in several parts, and programs end between two of them. */
const partSizes = { first: 2_000, shortest: 500, longest: 8_000 };

function wrongClock(machine: Machine, time: VirtualTime) {
  return { wall: () => time.now() + machine.skew, monotonic: () => time.now() };
}

const never = <T>(): Promise<T> => new Promise<T>(() => {});

type Step = <T>(work: () => T | Promise<T>) => Promise<T>;

/** Every verb as the engine calls it: a promise, before and after which the process may end. */
function asPorts(verbs: WriterVerbs, step: Step, onVerb: RunParts['onVerb']): SyncPorts['disk'] {
  const called = new Proxy(verbs, {
    get:
      (of, name) =>
      (...args: readonly unknown[]) =>
        step(() => {
          const answer: unknown = Reflect.apply(Reflect.get(of, name), of, args);
          onVerb(String(name));
          return answer;
        }),
  });
  // The same names with the same arguments and answers, as promises: what `callVerbs` makes of a worker.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return called as unknown as SyncPorts['disk'];
}

function overNetwork(parts: RunParts, stopped: AbortSignal, step: Step): ProvinceNet {
  const { machine, network, time, defect, dice } = parts;
  const { station, key } = machine;
  // Another program comes with another start.
  const { earlier } = machine;
  const send: Send = (request) => network.exchange(machine.name, () => parts.send(request));
  const real = httpNet(
    lineOver(earlier ? strange(send) : send),
    { station, proof: async () => ({ key }), clock: wrongClock(machine, time) },
    stopped,
  );
  // A stream has no end that `inject` could give; a hint is no answer of the protocol.
  const wired = {
    ...real,
    poke: (onHead: (head: number) => void, signal: AbortSignal) =>
      network.hints(machine.name, onHead, signal),
  };
  const seen = defect.net ? defect.net(wired, dice) : wired;
  return {
    hello: (request) => step(() => seen.hello(request)),
    push: (incarnation, lines) => step(() => seen.push(incarnation, lines)),
    changes: (ask) => step(() => seen.changes(ask)),
    snapshot: (ask) => step(() => seen.snapshot(ask)),
    poke: (onHead, signal) => seen.poke(onHead, signal),
  };
}

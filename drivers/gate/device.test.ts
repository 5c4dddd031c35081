import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../main/testing/free-port.ts';
import { buildNotification, type BufferedTag } from '../rfid/feig/build-records.ts';
import { buildFeigAnswer } from '../rfid/feig/codec.ts';
import { emulatedLine, type EmulatedLine } from '../testing/emulated-line.ts';
import { createListeners } from '../transport/listeners.ts';
import { openLine } from '../transport/open.ts';
import type { GateConfig } from './config.ts';
import { createGateDevice } from './device.ts';
import { createCallingGate, createPolledGate, type CallingGate, type PolledGate } from './emulator.ts';
import type { GateEvent } from './event.ts';

const patient = { timeout: 15_000, interval: 5 };
const closers: (() => void)[] = [];
const moment = new Date('2026-11-25T19:00:00.000Z');

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const book = (idd: string, antenna = 1, ms = 100): BufferedTag => ({
  idd,
  transponderType: 3,
  antenna,
  time: [19, 0, ms],
});
const first = 'E004010012345678';
const second = 'E004010012345679';

interface Started {
  readonly events: GateEvent[];
  readonly states: string[];
  readonly trouble: string[];
  readonly uids: () => readonly (string | null)[];
  becomes(state: string): Promise<boolean>;
}

function start(change: Partial<GateConfig> & Pick<GateConfig, 'mode' | 'transport'>): Started {
  const events: GateEvent[] = [];
  const states: string[] = [];
  const trouble: string[] = [];
  const device = createGateDevice({
    config: {
      id: 'gate',
      kind: 'gate',
      name: 'Cổng an ninh',
      address: 255,
      directions: { record: null, antennas: [] },
      quietMs: 5_000,
      counters: null,
      ...change,
    },
    openLine,
    listeners,
    onHealth: (health, problem) => states.push(problem === null ? health : `${health} ${problem}`),
    onEvent: (event) => events.push(event),
    onTrouble: (reason) => trouble.push(reason),
    now: () => moment,
  });
  closers.push(() => device.close());
  return {
    events,
    states,
    trouble,
    uids: () => events.flatMap((event) => (event.type === 'alarm' ? event.items.map(({ uid }) => uid) : [])),
    becomes: (state) => vi.waitUntil(() => states.at(-1) === state, patient),
  };
}

const strangers: string[] = [];
const listeners = createListeners((address) => strangers.push(address));

const heard = (started: Started, count: number): Promise<boolean> =>
  vi.waitUntil(() => started.events.length >= count, patient);

describe('a gate that calls', () => {
  const mode = { kind: 'notification', peer: null, acknowledge: true, keepAliveMs: null } as const;

  async function gate(
    change: Partial<GateConfig> = {},
  ): Promise<Started & { readonly gate: CallingGate; readonly port: number }> {
    const port = await freePort();
    const started = start({ mode, transport: { kind: 'listen', host: '127.0.0.1', port }, ...change });
    const emulator = createCallingGate('127.0.0.1', port, 150);
    closers.push(() => emulator.close());
    await started.becomes('ready');
    return { ...started, gate: emulator, port };
  }

  test('tells an alarm with its tags, and is acknowledged', async () => {
    const started = await gate();
    started.gate.alarm([book(first), book(second)]);
    await vi.waitUntil(() => started.gate.acknowledged() === 1, patient);
    expect(started.events).toEqual([
      {
        type: 'alarm',
        at: '2026-11-25T19:00:00.000Z',
        direction: null,
        antenna: 1,
        items: [
          { uid: first, technology: 'hf', blocks: null, blockSize: null },
          { uid: second, technology: 'hf', blocks: null, blockSize: null },
        ],
      },
    ]);
    expect(started.states).toEqual(['connecting', 'ready']);
  });

  test('a repeated record is one alarm; the same tag at a second antenna too', async () => {
    const started = await gate({ mode: { ...mode, acknowledge: false } });
    started.gate.alarm([book(first, 1), book(first, 2)]);
    await heard(started, 1);
    await vi.waitUntil(() => started.gate.sent() >= 3, patient);
    started.gate.unplug();
    await started.becomes('lost unreachable');
    await started.becomes('ready');
    await vi.waitUntil(() => started.gate.sent() >= 5, patient);
    started.gate.send(buildNotification([book(second)]));
    await heard(started, 2);
    expect(started.uids()).toEqual([first, second]);
  });

  test('says which way, by the record or by the antenna, as the site set it up', async () => {
    const started = await gate({
      directions: { record: { in: 1, out: 2 }, antennas: [{ antenna: 4, direction: 'in' }] },
    });
    started.gate.alarm([{ ...book(first), direction: 2 }]);
    started.gate.alarm([book(second, 4)]);
    await heard(started, 2);
    expect(started.events).toMatchObject([{ direction: 'out' }, { direction: 'in', antenna: 4 }]);
  });

  test('split, joined, noisy and damaged records: the damaged one is sent again, none is lost or doubled', async () => {
    const started = await gate();
    started.gate.wire.next(
      { kind: 'split', bytes: 1 },
      { kind: 'flip', at: 12 },
      { kind: 'before', bytes: Uint8Array.of(0x02, 0x00, 0x30, 0xff, 0x22, 0x00) },
      { kind: 'silence' },
    );
    const uids = Array.from({ length: 6 }, (_, index) => `E00401001234560${index}`);
    for (const uid of uids) started.gate.alarm([book(uid)]);
    await vi.waitUntil(() => started.gate.waiting() === 0, patient);
    expect(started.uids()).toEqual(uids);
  });

  test('unplugged in the middle of a record: it calls again and nothing is lost', async () => {
    const started = await gate();
    started.gate.wire.next({ kind: 'cut', after: 9 });
    started.gate.alarm([book(first)]);
    await started.becomes('lost unreachable');
    // While the line is away the gate may send it once more: then both copies are acknowledged, and told once.
    await vi.waitUntil(() => started.gate.acknowledged() >= 1 && started.gate.waiting() === 0, patient);
    expect(started.uids()).toEqual([first]);
    expect(started.states).toEqual(['connecting', 'ready', 'lost unreachable', 'ready']);
  });

  const keepAlive = { address: 0, command: 0x6e, status: 0, data: Uint8Array.of(1, 2), advanced: true };

  test('keep-alives are not acknowledged; when they stop, the gate is silent', async () => {
    const started = await gate({ mode: { ...mode, keepAliveMs: 200 } });
    started.gate.send(buildFeigAnswer(keepAlive) ?? new Uint8Array());
    await started.becomes('degraded silent');
    started.gate.send(buildFeigAnswer(keepAlive) ?? new Uint8Array());
    await started.becomes('ready');
    expect(started.gate.acknowledged()).toBe(0);
    expect(started.events).toEqual([]);
  });

  test('a record that does not add up is told to whoever repairs, and does not block the next', async () => {
    const started = await gate();
    const odd = { ...keepAlive, command: 0x22, data: Uint8Array.of(0x31, 0, 9, 1) };
    started.gate.send(buildFeigAnswer(odd) ?? new Uint8Array());
    started.gate.alarm([book(first)]);
    await heard(started, 1);
    expect(started.trouble).toEqual(['a record of the gate is not understood: 31000901']);
    expect(started.uids()).toEqual([first]);
  });

  test('counters are read only where the site says they stand', async () => {
    const data = Uint8Array.of(0, 0, 0, 5, 0, 0, 1, 2);
    const frame = buildFeigAnswer({ ...keepAlive, command: 0x77, data }) ?? new Uint8Array();
    const field = (offset: number) => ({ offset, bytes: 4 }) as const;
    const layout = { command: 0x77, in: field(0), out: field(4), lowByteFirst: false, ask: null };
    const counting = await gate({ counters: layout });
    counting.gate.send(frame);
    counting.gate.send(frame);
    counting.gate.alarm([book(first)]);
    await heard(counting, 2);
    expect(counting.events.slice(0, 1)).toMatchObject([{ type: 'counts', in: 5, out: 258 }]);
    expect(counting.events).toHaveLength(2);
    const plain = await gate();
    plain.gate.send(frame);
    plain.gate.alarm([book(first)]);
    await heard(plain, 1);
    expect(plain.events).toMatchObject([{ type: 'alarm' }]);
  });

  test('two gates on one port are told apart by address, and strangers are sent away', async () => {
    const port = await freePort();
    const transport = { kind: 'listen', host: '127.0.0.1', port } as const;
    const here = start({ mode: { ...mode, peer: '127.0.0.2' }, transport });
    const there = start({ mode: { ...mode, peer: '127.0.0.3' }, transport });
    const gates = ['127.0.0.2', '127.0.0.3', '127.0.0.4'].map((address) =>
      createCallingGate('127.0.0.1', port, 150, address),
    );
    closers.push(() => gates.forEach((caller) => caller.close()));
    gates[0]?.alarm([book(first)]);
    gates[1]?.alarm([book(second)]);
    await heard(here, 1);
    await heard(there, 1);
    await vi.waitUntil(() => strangers.includes('127.0.0.4'), patient);
    expect([here.uids(), there.uids()]).toEqual([[first], [second]]);
  });

  test('a port that is taken is told, and used once it is free', async () => {
    const port = await freePort();
    const squatter = createServer();
    squatter.listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const started = start({ mode, transport: { kind: 'listen', host: '127.0.0.1', port } });
    await started.becomes('lost unreachable');
    expect(started.trouble.join(' ')).toContain('EADDRINUSE');
    squatter.close();
    const emulator = createCallingGate('127.0.0.1', port, 150);
    closers.push(() => emulator.close());
    await started.becomes('ready');
  });
});

describe.each(['serial', 'tcp'] as const)('a gate that is polled on a %s line', (kind) => {
  const mode = { kind: 'polled', pollMs: 10, timeoutMs: 150 } as const;

  async function gate(): Promise<Started & { readonly gate: PolledGate; readonly line: EmulatedLine }> {
    const line = await emulatedLine(kind, (bytes) => emulator.receive(bytes));
    const emulator = createPolledGate((bytes) => line.wire.send(bytes));
    closers.push(() => line.close());
    const started = start({ mode, transport: line.transport });
    await started.becomes('ready');
    return { ...started, gate: emulator, line };
  }

  test('its records are read, told once and cleared, whatever happens on the way', async () => {
    const started = await gate();
    const uids = Array.from({ length: 45 }, (_, index) => `E0040100123456${String(index + 10)}`);
    started.line.wire.next({ kind: 'split', bytes: 3 }, { kind: 'flip', at: 20 }, { kind: 'silence' });
    started.gate.buffer.push(...uids.map((uid) => book(uid)));
    await vi.waitUntil(() => started.gate.buffer.length === 0, patient);
    expect(started.uids()).toEqual(uids);
  });

  test('silence is told; so is a full memory, once', async () => {
    const started = await gate();
    started.line.wire.next({ kind: 'silence' });
    await started.becomes('degraded silent');
    await started.becomes('ready');
    started.gate.overflowed = true;
    started.gate.buffer.push(book(first));
    await heard(started, 2);
    expect(started.events).toMatchObject([{ type: 'missed' }, { type: 'alarm' }]);
  });

  test('unplugged and put back: told at once, records are still there', async () => {
    const started = await gate();
    started.line.unplug();
    await started.becomes('lost unreachable');
    started.gate.buffer.push(book(first));
    await started.line.plug();
    await started.becomes('ready');
    await heard(started, 1);
    expect(started.uids()).toEqual([first]);
  });
});

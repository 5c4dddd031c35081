import { afterEach, describe, expect, test, vi } from 'vitest';
import { createModbusSlave, type ModbusSlave } from '../modbus/emulator.ts';
import { createHidRelayEmulator } from '../relay/emulator.ts';
import { emulatedLine, type EmulatedLine } from '../testing/emulated-line.ts';
import type { OpenLine } from '../transport/line.ts';
import { openLine } from '../transport/open.ts';
import type { ModbusPassage, TurnstileConfig, TurnstileMethod } from './config.ts';
import { createTurnstileDevice, type TurnstileDevice } from './device.ts';
import { createOneTechEmulator, type OneTechEmulator } from './emulator.ts';

const patient = { timeout: 15_000, interval: 5 };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Started {
  readonly device: TurnstileDevice;
  readonly states: string[];
  readonly passages: string[];
  becomes(state: string): Promise<boolean>;
}

function start(
  transport: TurnstileConfig['transport'],
  method: TurnstileMethod,
  port: OpenLine = openLine,
): Started {
  const states: string[] = [];
  const passages: string[] = [];
  const device = createTurnstileDevice({
    config: { id: 'turnstile', kind: 'turnstile', name: 'Cổng xoay', transport, method },
    openLine: port,
    onHealth: (health, problem) => states.push(problem === null ? health : `${health} ${problem}`),
    onPassage: (direction) => passages.push(direction),
  });
  closers.push(() => void device.close());
  return {
    device,
    states,
    passages,
    becomes: (state) => vi.waitUntil(() => states.at(-1) === state, patient),
  };
}

describe.each(['serial', 'tcp'] as const)('ONE TECH on a %s line', (kind) => {
  async function gate(
    passTimeoutMs = 20_000,
  ): Promise<Started & { readonly gate: OneTechEmulator; readonly line: EmulatedLine }> {
    const line = await emulatedLine(kind, (bytes) => emulator.receive(bytes));
    const emulator = createOneTechEmulator((bytes) => line.wire.send(bytes));
    closers.push(() => line.close());
    const started = start(line.transport, { kind: 'one-tech', inward: 'B', passTimeoutMs });
    await started.becomes('ready');
    return { ...started, gate: emulator, line };
  }
  const isOpen = (emulator: OneTechEmulator, side: 'A' | 'B'): Promise<boolean> =>
    vi.waitUntil(() => emulator.open() === side, patient);

  test('opens the right side and says whether the person passed', async () => {
    const { device, gate: emulator } = await gate();
    const into = device.open('in');
    await isOpen(emulator, 'B');
    emulator.pass();
    expect(await into).toBe('passed');
    const out = device.open('out');
    await isOpen(emulator, 'A');
    emulator.reset();
    expect(await out).toBe('timed-out');
  });

  test('is not opened for a second person while it is open for one', async () => {
    const { device, gate: emulator } = await gate();
    const first = device.open('in');
    expect(await device.open('in')).toBe('busy');
    expect(await device.open('out')).toBe('busy');
    await isOpen(emulator, 'B');
    emulator.pass();
    expect(await first).toBe('passed');
    expect(emulator.openings()).toBe(1);
  });

  test('understands split answers behind noise; a free passage in between is not the answer', async () => {
    const { device, gate: emulator, line, passages } = await gate();
    const into = device.open('in');
    await isOpen(emulator, 'B');
    emulator.passFreely('A');
    await vi.waitUntil(() => passages.length === 1, patient);
    line.wire.next({ kind: 'before', bytes: Uint8Array.of(0xfe, 0x81, 0x02, 0xab) });
    emulator.pass();
    expect(await into).toBe('passed');
    const again = device.open('in');
    await isOpen(emulator, 'B');
    line.wire.next({ kind: 'split', bytes: 1 });
    emulator.pass();
    expect(await again).toBe('passed');
    expect(passages).toEqual(['out']);
  });

  test('a damaged answer is no answer, and a late passage is still told', async () => {
    const { device, gate: emulator, line, passages, becomes } = await gate(300);
    line.wire.next({ kind: 'flip', at: -1 });
    const into = device.open('in');
    await isOpen(emulator, 'B');
    emulator.pass();
    expect(await into).toBe('no-answer');
    await becomes('degraded silent');
    emulator.passFreely('B');
    await becomes('ready');
    expect(passages).toEqual(['in']);
  });

  test('unplugged while it is open: told at once, found again, usable again', async () => {
    const { device, gate: emulator, line, becomes } = await gate(60_000);
    const into = device.open('in');
    await isOpen(emulator, 'B');
    line.wire.next({ kind: 'cut', after: 3 });
    emulator.pass();
    expect(await into).toBe('line-lost');
    await becomes('lost unreachable');
    expect(await device.open('in')).toBe('line-lost');
    await line.plug();
    await becomes('ready');
    const again = device.open('in');
    await isOpen(emulator, 'B');
    emulator.pass();
    expect(await again).toBe('passed');
  });
});

test('a relay opens without anybody telling who passed', async () => {
  const board = createHidRelayEmulator('usbrelay', 'HW348', 2);
  const { device, becomes } = start(
    { kind: 'hid', vendorId: 0x16c0, productId: 0x05df },
    {
      kind: 'relay',
      drive: { kind: 'usb-hid', variant: 'usbrelay', serial: null },
      channels: { in: 2, out: null },
      pulseMs: 20,
    },
    board.openLine,
  );
  await becomes('ready');
  const first = device.open('in');
  expect(await device.open('in')).toBe('busy');
  expect(await first).toBe('unconfirmed');
  expect(await device.open('out')).toBe('unsupported');
  expect(board.history).toEqual(['+2', '-2']);
  board.unplug();
  expect(await device.open('in')).toBe('line-lost');
});

describe.each([
  ['serial', 'rtu'],
  ['tcp', 'tcp'],
] as const)('Modbus on a %s line', (kind, carriage) => {
  const contact = { source: 'discrete-input', address: 4, when: 'set' } as const;
  const counter = { source: 'holding-register', address: 0x6b, when: 'counts' } as const;

  async function gate(
    passage: Partial<ModbusPassage>,
    timing: { readonly passTimeoutMs: number; readonly timeoutMs: number } = {
      passTimeoutMs: 20_000,
      timeoutMs: 5_000,
    },
  ): Promise<
    Started & { readonly slave: ModbusSlave; readonly line: EmulatedLine; readonly coils: string[] }
  > {
    const coils: string[] = [];
    const line = await emulatedLine(kind, (bytes) => slave.receive(bytes));
    const slave = createModbusSlave({
      carriage,
      unit: 1,
      send: (bytes) => line.wire.send(bytes),
      onCoil: (coil, on) => coils.push(`${on ? '+' : '-'}${coil}`),
    });
    closers.push(() => line.close());
    const started = start(line.transport, {
      kind: 'modbus',
      carriage,
      unit: 1,
      in: { coil: 1, opens: 'pulse', pulseMs: 20, confirmation: contact, ...passage },
      out: null,
      pollMs: 10,
      ...timing,
    });
    await started.becomes('ready');
    coils.length = 0;
    return { ...started, slave, line, coils };
  }

  test('pulses its coil and sees the passage on an input', async () => {
    const { device, slave, coils } = await gate({});
    const into = device.open('in');
    await vi.waitUntil(() => coils.length === 2, patient);
    slave.inputs.set(4, true);
    expect(await into).toBe('passed');
    expect(coils).toEqual(['+1', '-1']);
    expect(await device.open('out')).toBe('unsupported');
  });

  test('an input that is still set from somebody before has to fall first', async () => {
    const { device, slave, coils } = await gate({});
    slave.inputs.set(4, true);
    const into = device.open('in');
    await vi.waitUntil(() => coils.length === 2, patient);
    const looks = slave.requests();
    await vi.waitUntil(() => slave.requests() > looks + 3, patient);
    slave.inputs.set(4, false);
    const lower = slave.requests();
    await vi.waitUntil(() => slave.requests() > lower + 2, patient);
    slave.inputs.set(4, true);
    expect(await into).toBe('passed');
  });

  test('counts passages on a register, and holds the coil until then', async () => {
    const { device, slave, coils } = await gate({ opens: 'hold', confirmation: counter });
    slave.holding.set(0x6b, 0xffff);
    const into = device.open('in');
    await vi.waitUntil(() => coils.length === 1, patient);
    slave.holding.set(0x6b, 0);
    expect(await into).toBe('passed');
    expect(coils).toEqual(['+1', '-1']);
  });

  test('nobody passes: the time is up and the coil is off', async () => {
    const { device, coils } = await gate({ opens: 'hold' }, { passTimeoutMs: 100, timeoutMs: 5_000 });
    expect(await device.open('in')).toBe('timed-out');
    expect(coils).toEqual(['+1', '-1']);
  });

  test('an answer that gets lost on the way is not a person who does not pass', async () => {
    const { device, slave, line, coils } = await gate({}, { passTimeoutMs: 20_000, timeoutMs: 100 });
    const into = device.open('in');
    await vi.waitUntil(() => coils.length === 2, patient);
    line.wire.next({ kind: 'silence' }, { kind: 'split', bytes: 2 });
    slave.inputs.set(4, true);
    expect(await into).toBe('passed');
  });

  test('is not opened when nobody could tell who passes', async () => {
    const { device, slave, coils } = await gate({});
    slave.refusal = 2;
    expect(await device.open('in')).toBe('refused');
    expect(coils).toEqual([]);
  });

  test('no confirmation set up: opened, and nobody says more', async () => {
    const { device, coils } = await gate({ confirmation: null });
    expect(await device.open('in')).toBe('unconfirmed');
    expect(coils).toEqual(['+1', '-1']);
  });

  test('unplugged while it is held open: told, and the coil is off once it is found again', async () => {
    const { device, slave, line, coils, becomes } = await gate({ opens: 'hold' });
    const into = device.open('in');
    await vi.waitUntil(() => coils.length === 1, patient);
    line.unplug();
    expect(await into).toBe('line-lost');
    expect(slave.coils.get(1)).toBe(true);
    await line.plug();
    await becomes('ready');
    expect(slave.coils.get(1)).toBe(false);
  });
});

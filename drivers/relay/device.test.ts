import { afterEach, describe, expect, test, vi } from 'vitest';
import { createModbusSlave } from '../modbus/emulator.ts';
import { emulatedLine, type EmulatedLine } from '../testing/emulated-line.ts';
import type { OpenLine } from '../transport/line.ts';
import { openLine } from '../transport/open.ts';
import type { RelayConfig, RelayDrive } from './config.ts';
import { createRelayDevice, type RelayDevice } from './device.ts';
import { createHidRelayEmulator, createLcusEmulator } from './emulator.ts';

const patient = { timeout: 15_000, interval: 5 };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Started {
  readonly device: RelayDevice;
  readonly states: string[];
  readonly trouble: string[];
  becomes(state: string): Promise<boolean>;
}

const onUsb = { kind: 'hid', vendorId: 0x16c0, productId: 0x05df } as const;

function start(
  transport: RelayConfig['transport'],
  drive: RelayDrive,
  port: OpenLine,
  more: Partial<RelayConfig> = {},
): Started {
  const states: string[] = [];
  const trouble: string[] = [];
  const device = createRelayDevice({
    config: {
      id: 'relay',
      kind: 'relay',
      name: 'Cửa',
      transport,
      drive,
      channels: 4,
      offAtStart: true,
      ...more,
    },
    openLine: port,
    onHealth: (health, problem) => states.push(problem === null ? health : `${health} ${problem}`),
    onTrouble: (reason) => trouble.push(reason),
  });
  closers.push(() => void device.close());
  return {
    device,
    states,
    trouble,
    becomes: (state) => vi.waitUntil(() => states.at(-1) === state, patient),
  };
}

describe('a USB HID relay', () => {
  const usb = { kind: 'usb-hid', variant: 'usbrelay', serial: 'HW348' } as const;

  test('is put on, off and pulsed; its state says whether it happened', async () => {
    const board = createHidRelayEmulator('usbrelay', 'HW348', 4);
    const { device, becomes } = start(onUsb, usb, board.openLine);
    await becomes('ready');
    expect(await device.set(2, true)).toEqual({ ok: true });
    expect([...board.on]).toEqual([2]);
    expect(await device.set(2, false)).toEqual({ ok: true });
    expect(await device.pulse(1, 20)).toEqual({ ok: true });
    expect(board.history).toEqual(['+2', '-2', '+1', '-1']);
    board.stuck = true;
    expect(await device.set(2, true)).toMatchObject({ ok: false, failure: 'unchanged' });
    expect(await device.set(5, true)).toMatchObject({ ok: false, failure: 'no-channel' });
  });

  test('a channel that is being pulsed takes no second command', async () => {
    const board = createHidRelayEmulator('usbrelay', 'HW348', 4);
    const { device, becomes } = start(onUsb, usb, board.openLine);
    await becomes('ready');
    const first = device.pulse(1, 50);
    expect(await device.pulse(1, 50)).toMatchObject({ failure: 'busy' });
    expect(await device.set(1, false)).toMatchObject({ failure: 'busy' });
    expect(await first).toEqual({ ok: true });
    expect(board.history).toEqual(['+1', '-1']);
  });

  test('closing ends a pulse: nothing stays on', async () => {
    const board = createHidRelayEmulator('usbrelay', 'HW348', 4);
    const { device, becomes } = start(onUsb, usb, board.openLine);
    await becomes('ready');
    const pulse = device.pulse(3, 60_000);
    await vi.waitUntil(() => board.on.has(3), patient);
    await device.close();
    expect(await pulse).toEqual({ ok: true });
    expect([...board.on]).toEqual([]);
  });

  test('unplugged during a pulse: the channel is put off as soon as it is found again', async () => {
    const board = createHidRelayEmulator('usbrelay', 'HW348', 4);
    const { device, becomes } = start(onUsb, usb, board.openLine, { offAtStart: false });
    await becomes('ready');
    const pulse = device.pulse(3, 60_000);
    await vi.waitUntil(() => board.on.has(3), patient);
    board.unplug();
    expect(await pulse).toMatchObject({ ok: false });
    expect([...board.on]).toEqual([3]);
    board.plug();
    await becomes('ready');
    expect([...board.on]).toEqual([]);
  });

  test('what a crashed program left on is put off at the start, unless the site forbids it', async () => {
    const board = createHidRelayEmulator('usbrelay', 'HW348', 4);
    const line = await board.openLine(onUsb, { onData: () => undefined, onClose: () => undefined });
    await line.write(Uint8Array.of(0, 0xff, 1, 0, 0, 0, 0, 0, 0));
    const left = start(onUsb, usb, board.openLine, { offAtStart: false });
    await left.becomes('ready');
    expect([...board.on]).toEqual([1]);
    const taken = start(onUsb, usb, board.openLine);
    await taken.becomes('ready');
    expect([...board.on]).toEqual([]);
  });

  test('another board than the one set up is not used', async () => {
    const board = createHidRelayEmulator('usbrelay', 'OTHER', 4);
    const { device, becomes, trouble } = start(onUsb, usb, board.openLine);
    await becomes('degraded faulty');
    expect(trouble).toEqual(['the board refuses, or is another one: OTHER']);
    expect(await device.pulse(1, 5)).toMatchObject({ ok: false, failure: 'line-lost' });
    expect(board.history).toEqual([]);
  });

  test('UCREATE boards tell nothing and are taken at their word', async () => {
    const board = createHidRelayEmulator('ucreate', '', 4);
    const drive = { kind: 'usb-hid', variant: 'ucreate', serial: null } as const;
    const { device, becomes } = start(onUsb, drive, board.openLine);
    await becomes('ready');
    expect(await device.pulse(4, 5)).toEqual({ ok: true });
    expect(board.history).toEqual(['+4', '-4']);
  });
});

describe.each(['serial', 'tcp'] as const)('an LCUS board on a %s line', (kind) => {
  test('is pulsed, lost and found', async () => {
    const board = createLcusEmulator();
    const line = await emulatedLine(kind, (bytes) => board.receive(bytes));
    closers.push(() => line.close());
    const { device, becomes } = start(line.transport, { kind: 'lcus' }, openLine);
    await becomes('ready');
    expect(await device.pulse(1, 10)).toEqual({ ok: true });
    await vi.waitUntil(() => board.history.length === 2, patient);
    line.unplug();
    await becomes('lost unreachable');
    expect(await device.pulse(1, 10)).toMatchObject({ failure: 'line-lost' });
    await line.plug();
    await becomes('ready');
    expect(await device.pulse(2, 10)).toEqual({ ok: true });
    await vi.waitUntil(() => board.history.length === 4, patient);
    expect(board.history).toEqual(['+1', '-1', '+2', '-2']);
  });
});

describe('a Modbus relay board on a serial line', () => {
  const modbus = { kind: 'modbus', carriage: 'rtu', unit: 1, firstCoil: 16, timeoutMs: 100 } as const;

  async function board(): Promise<{ slave: ReturnType<typeof createModbusSlave>; line: EmulatedLine }> {
    const line = await emulatedLine('serial', (bytes) => slave.receive(bytes));
    const slave = createModbusSlave({ carriage: 'rtu', unit: 1, send: (bytes) => line.wire.send(bytes) });
    closers.push(() => line.close());
    return { slave, line };
  }

  test('channels are coils from the first on', async () => {
    const { slave, line } = await board();
    slave.coils.set(18, true);
    const { device, becomes } = start(line.transport, modbus, openLine);
    await becomes('ready');
    expect(slave.coils.get(18)).toBe(false);
    expect(await device.set(3, true)).toEqual({ ok: true });
    expect(slave.coils.get(18)).toBe(true);
    slave.refusal = 4;
    expect(await device.set(1, true)).toEqual({ ok: false, failure: 'refused', detail: '4' });
  });

  test('an "off" that is not confirmed is sent again', async () => {
    const { slave, line } = await board();
    const { device, becomes } = start(line.transport, modbus, openLine);
    await becomes('ready');
    const pulse = device.pulse(1, 30);
    await vi.waitUntil(() => slave.coils.get(16) === true, patient);
    line.wire.next({ kind: 'silence' }, { kind: 'flip', at: -1 });
    expect(await pulse).toEqual({ ok: true });
    expect(slave.coils.get(16)).toBe(false);
  });

  test('a board that does not answer is told, and ready once it does', async () => {
    const { slave, line } = await board();
    line.wire.next({ kind: 'silence' });
    const { states, becomes } = start(line.transport, modbus, openLine);
    await becomes('degraded silent');
    await becomes('ready');
    expect(states).toEqual(['connecting', 'degraded silent', 'ready']);
    expect(slave.requests()).toBeGreaterThan(1);
  });
});

import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig, RfidFamily } from '../contract/devices/config.ts';
import type { FromDrivers } from '../contract/devices/drivers.ts';
import { createDeviceSet } from './device-set.ts';
import { factoryRfid, rfidLine } from '../contract/devices/factory.ts';
import { createInspection } from './inspection.ts';
import type { FaultyWire } from './emulator/faulty-wire.ts';
import { createPrinterEmulator } from './printer/emulator.ts';
import { createTagField, type TagField } from './rfid/emulator/field.ts';
import { createFeigEmulator } from './rfid/feig/emulator.ts';
import { createM100Emulator } from './rfid/m100/emulator.ts';
import { hfBook, patient } from './rfid/testing/run-device.ts';
import { createTslEmulator } from './rfid/tsl/emulator.ts';
import { emulatedLine, type EmulatedLine } from './testing/emulated-line.ts';
import { openLine } from './transport/open.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Emulator = (field: TagField, wire: FaultyWire) => { receive(bytes: Uint8Array): void };

async function lineTo(
  kind: 'serial' | 'tcp',
  create: Emulator,
): Promise<EmulatedLine & { readonly field: TagField }> {
  const field = createTagField();
  const line = await emulatedLine(kind, (bytes) => emulator.receive(bytes));
  const emulator = create(field, line.wire);
  closers.push(() => line.close());
  return { ...line, field };
}

function inspected() {
  const heard: FromDrivers[] = [];
  const log: string[] = [];
  const options = {
    openLine,
    send: (message: FromDrivers) => void heard.push(message),
    log: (line: string) => void log.push(line),
  };
  const devices = createDeviceSet(options);
  const inspection = createInspection(options, devices);
  closers.push(() => {
    inspection.close();
    devices.close();
  });
  const states = (id: string): string[] =>
    heard.flatMap((message) =>
      message.type === 'device' && message.state.id === id ? [message.state.health] : [],
    );
  return { inspection, heard, states };
}
const probedIn = (heard: readonly FromDrivers[]) =>
  heard.flatMap((message) => (message.type === 'probed' ? [message.probed] : []));

const reader = ({ transport }: EmulatedLine, family: RfidFamily = 'feig'): DeviceConfig => ({
  id: 'pad',
  kind: 'rfid',
  name: 'Bàn đọc',
  transport: transport.kind === 'serial' ? { ...transport, ...rfidLine[family] } : transport,
  family,
  settings: factoryRfid(family),
});
const feig: Emulator = (field, wire) => createFeigEmulator(field, (bytes) => wire.send(bytes));
const m100: Emulator = (field, wire) => createM100Emulator(field, (bytes) => wire.send(bytes));
const tsl: Emulator = (field, wire) => createTslEmulator(field, wire);
const printer: Emulator = (_, wire) => {
  const emulator = createPrinterEmulator({ dots: 576, paperDir: tmpdir(), onSlip: () => undefined });
  emulator.connect({ reply: (bytes) => wire.send(bytes), onDrain: () => undefined });
  return { receive: (bytes) => void emulator.receive(bytes) };
};
const nobody: Emulator = () => ({ receive: () => undefined });

describe('asking a line who hangs on it', () => {
  it.each([
    ['serial', 'a FEIG reader', feig, 'rfid', 'feig'],
    ['tcp', 'a FEIG reader', feig, 'rfid', 'feig'],
    ['serial', 'an M100 module', m100, 'rfid', 'm100'],
    ['serial', 'a TSL handheld', tsl, 'rfid', 'tsl'],
    ['serial', 'a receipt printer', printer, 'printer', undefined],
    ['tcp', 'a receipt printer', printer, 'printer', undefined],
  ] as const)('over %s finds %s', { timeout: 30_000 }, async (kind, _, emulator, found, family) => {
    const line = await lineTo(kind, emulator);
    const { inspection, heard } = inspected();
    await inspection.probe('j', line.transport);
    const [probed] = probedIn(heard);
    expect(probed).toMatchObject({ kind: found, suggestion: { kind: found, ...(family && { family }) } });
    expect(probed?.suggestion.transport).toMatchObject(
      line.transport.kind === 'serial' ? { path: line.transport.path } : line.transport,
    );
  });

  it.each(['serial', 'tcp'] as const)(
    'finds nobody on a silent %s line',
    { timeout: 40_000 },
    async (kind) => {
      const line = await lineTo(kind, nobody);
      const { inspection, heard } = inspected();
      await inspection.probe('j', line.transport);
      expect(heard).toEqual([{ type: 'probed', job: 'j', probed: null }]);
    },
  );

  it('finds nobody where there is no line', async () => {
    const { inspection, heard } = inspected();
    await inspection.probe('j', { kind: 'serial', path: '/dev/no-such-port', baudRate: 9_600 });
    await inspection.probe('k', { kind: 'pcsc', reader: '' });
    expect(probedIn(heard)).toEqual([null, null]);
  });

  it('borrows the line from the device that has it, and gives it back', { timeout: 30_000 }, async () => {
    const line = await lineTo('serial', feig);
    const { inspection, heard, states } = inspected();
    inspection.configure([reader(line)]);
    await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
    await inspection.probe('j', line.transport);
    expect(probedIn(heard)).toMatchObject([{ suggestion: { family: 'feig' } }]);
    await vi.waitUntil(() => states('pad').filter((state) => state === 'ready').length === 2, patient);
  });

  it('asks two lines one after the other', { timeout: 30_000 }, async () => {
    const one = await lineTo('tcp', feig);
    const two = await lineTo('tcp', feig);
    const { inspection, heard, states } = inspected();
    inspection.configure([reader(one)]);
    await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
    await Promise.all([inspection.probe('j', one.transport), inspection.probe('k', two.transport)]);
    expect(probedIn(heard)).toMatchObject([{ kind: 'rfid' }, { kind: 'rfid' }]);
    // The device has its line again only when that was asked.
    const order = heard.flatMap((message) => {
      if (message.type === 'probed') return [message.job];
      return message.type === 'device' && message.state.health === 'connecting' ? ['starts'] : [];
    });
    expect(order).toEqual(['starts', 'j', 'starts', 'k']);
    await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
  });
});

describe('a trial', () => {
  it(
    'takes the line from the device that has it, tells what happens, and gives it back',
    { timeout: 30_000 },
    async () => {
      const line = await lineTo('serial', feig);
      const { inspection, heard, states } = inspected();
      inspection.configure([reader(line)]);
      await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
      inspection.trial({ ...reader(line), id: 'trial' });
      const events = () => heard.flatMap((message) => (message.type === 'trial' ? [message.event] : []));
      line.field.put(hfBook('VV.000001', 1));
      await vi.waitUntil(() => events().some(({ type }) => type === 'tag'), patient);
      expect(events().find(({ type }) => type === 'tag')).toMatchObject({
        device: 'trial',
        tag: { code: 'VV.000001' },
      });
      // Whoever tries a reader lends nothing.
      expect(heard.some(({ type }) => type === 'tag')).toBe(false);
      inspection.trial(null);
      await vi.waitUntil(() => heard.some(({ type }) => type === 'tag'), patient);
      expect(states('pad').at(-1)).toBe('ready');
    },
  );
});

it('lists what is plugged in', { timeout: 30_000 }, async () => {
  const { inspection, heard } = inspected();
  await inspection.detect('j');
  expect(heard).toEqual([
    { type: 'detected', job: 'j', detected: { devices: expect.any(Array), problems: expect.any(Array) } },
  ]);
});

import { describe, expect, it } from 'vitest';
import type { DeviceKind } from '../../../../contract/devices/config.ts';
import { deviceSchema } from '../../../../contract/devices/config.ts';
import { factoryDevice } from '../../../../contract/devices/factory.ts';
import type { Draft } from './draft.ts';
import { draftOf, withValue } from './draft.ts';
import { checkDraft } from './faults.ts';
import { transportsOf } from './transports-of.ts';

const kinds: readonly DeviceKind[] = [
  'scanner',
  'printer',
  'rfid',
  'gate',
  'relay',
  'turnstile',
  'card-reader',
];

function printer(changes: Readonly<Record<string, Draft | undefined>> = {}): Draft {
  const named = { name: 'Máy in thử', 'transport.host': '10.0.0.9', ...changes };
  return Object.entries(named).reduce(
    (draft, [path, value]) => withValue(draft, path, value),
    draftOf(factoryDevice('printer', 'printer-1')),
  );
}

describe('a draft of a device', () => {
  it('is the device when nothing is wrong with it', () => {
    const { config, faults } = checkDraft(printer());
    expect(faults.size).toBe(0);
    expect(config).toStrictEqual({
      ...factoryDevice('printer', 'printer-1'),
      name: 'Máy in thử',
      transport: { kind: 'tcp', host: '10.0.0.9', port: 9_100 },
    });
  });

  it.each([
    ['name', '  ', { fault: 'empty' }],
    ['name', 'x'.repeat(65), { fault: 'long', limit: 64 }],
    ['transport.host', '', { fault: 'empty' }],
    ['transport.port', '', { fault: 'empty' }],
    ['transport.port', 'cổng', { fault: 'number' }],
    ['transport.port', 0, { fault: 'small', limit: 1 }],
    ['transport.port', 70_000, { fault: 'big', limit: 65_535 }],
  ] as const)('says what is wrong with %s as %j', (path, value, fault) => {
    const { config, faults } = checkDraft(printer({ [path]: value }));
    expect(config).toBeNull();
    expect(Object.fromEntries(faults)).toStrictEqual({ [path]: fault });
  });

  it('finds a fault deep inside, at its own path', () => {
    const gate = withValue(draftOf(factoryDevice('gate', 'gate-1')), 'name', 'Cổng');
    const wrong = withValue(gate, 'directions.antennas', [{ antenna: 300, direction: 'in' }]);
    expect(Object.fromEntries(checkDraft(wrong).faults)).toStrictEqual({
      'directions.antennas.0.antenna': { fault: 'big', limit: 255 },
    });
  });

  it('asks a HID scanner for its numbers', () => {
    const scanner = withValue(draftOf(factoryDevice('scanner', 'scanner-1')), 'name', 'Máy quét');
    const hid = withValue(scanner, 'transport', { kind: 'hid', vendorId: 0, productId: 0 });
    expect([...checkDraft(hid).faults.keys()]).toStrictEqual(['transport.vendorId']);
  });
});

describe.each(kinds)('a new %s', (kind) => {
  it('lacks nothing but its name and its line', () => {
    const { faults } = checkDraft(draftOf(factoryDevice(kind, `${kind}-1`)));
    const places = new Set(['name', 'transport.path', 'transport.host']);
    expect([...faults.keys()].filter((path) => !places.has(path))).toStrictEqual([]);
    expect(faults.get('name')).toStrictEqual({ fault: 'empty' });
  });

  it('hangs on a line that its form offers', () => {
    const device = factoryDevice(kind, `${kind}-1`);
    expect(transportsOf(draftOf(device))).toContain(device.transport.kind);
    expect(deviceSchema.options).toHaveLength(kinds.length);
  });
});

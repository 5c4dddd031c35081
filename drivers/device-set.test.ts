import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '../contract/devices/config.ts';
import type { FromDrivers } from '../contract/devices/drivers.ts';
import { createDeviceSet, type DeviceSet } from './device-set.ts';
import { factoryRfid } from '../contract/devices/factory.ts';
import { feig, hfBook, patient } from './rfid/testing/run-device.ts';
import { createTagField } from './rfid/emulator/field.ts';
import { emulatedLine, type EmulatedLine } from './testing/emulated-line.ts';
import { openLine } from './transport/open.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function deviceSet(): {
  readonly set: DeviceSet;
  readonly heard: FromDrivers[];
  states(id: string): string[];
} {
  const heard: FromDrivers[] = [];
  const set = createDeviceSet({ openLine, send: (message) => heard.push(message), log: () => undefined });
  closers.push(() => set.close());
  return {
    set,
    heard,
    states: (id) =>
      heard.flatMap((message) =>
        message.type === 'device' && message.state.id === id
          ? [[message.state.health, message.state.problem].filter(Boolean).join(' ')]
          : [],
      ),
  };
}
async function feigLine(): Promise<{
  readonly line: EmulatedLine;
  readonly field: ReturnType<typeof createTagField>;
}> {
  const field = createTagField();
  const line = await emulatedLine('tcp', (bytes) => reader.receive(bytes));
  const reader = feig.emulator(field, (bytes) => line.wire.send(bytes));
  closers.push(() => line.close());
  return { line, field };
}
const reader = (id: string, { transport }: EmulatedLine): DeviceConfig => ({
  id,
  kind: 'rfid',
  name: id,
  transport,
  family: 'feig',
  settings: factoryRfid('feig'),
});
const scanner = (id: string, { transport }: EmulatedLine): DeviceConfig => ({
  id,
  kind: 'scanner',
  name: id,
  transport,
  framing: { prefix: '', suffix: '\r', aim: 'auto' },
});

describe('the devices of a station', () => {
  it('do not share a line: the second says LT-2103, and runs once the first is gone', async () => {
    const { line } = await feigLine();
    const { set, states } = deviceSet();
    set.configure([reader('pad', line), scanner('gun', line)]);
    await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
    expect(states('gun')).toEqual(['lost LT-2103']);
    set.configure([scanner('gun', line)]);
    await vi.waitUntil(() => states('gun').at(-1) === 'ready', patient);
  });

  it('keep running when another is added, and say again how they are', async () => {
    const { line } = await feigLine();
    const other = await feigLine();
    const { set, states } = deviceSet();
    set.configure([reader('pad', line)]);
    await vi.waitUntil(() => states('pad').at(-1) === 'ready', patient);
    set.configure([reader('pad', line), reader('pad-2', other.line)]);
    await vi.waitUntil(() => states('pad-2').at(-1) === 'ready', patient);
    expect(states('pad')).toEqual(['connecting', 'ready', 'ready']);
  });

  it('secure what lies on them, answer once for a reader that is not there, and keep the last bytes', async () => {
    const { line, field } = await feigLine();
    const { set, heard } = deviceSet();
    set.configure([reader('pad', line)]);
    const book = hfBook('VV.000001', 1);
    field.put(book);
    await vi.waitUntil(() => heard.some(({ type }) => type === 'tag'), patient);
    set.secure('j1', 'pad', 'VV.000001', 'off');
    set.secure('j2', 'nobody', 'VV.000001', 'off');
    await set.settled();
    const secured = heard.filter((message) => message.type === 'secured');
    expect(secured.toSorted((one, two) => one.job.localeCompare(two.job))).toEqual([
      { type: 'secured', job: 'j1', tags: [{ address: book.uid, failure: null }] },
      { type: 'secured', job: 'j2', tags: [] },
    ]);
    set.bytes('j3', 'pad', 0);
    set.bytes('j4', 'nobody', 0);
    const bytes = heard.flatMap((message) => (message.type === 'bytes' ? [message.bytes.length > 0] : []));
    expect(bytes).toEqual([true, false]);
  });

  it('that are taken away leave nothing behind', async () => {
    const { line, field } = await feigLine();
    const { set, heard } = deviceSet();
    set.configure([reader('pad', line)]);
    const book = hfBook('VV.000001', 1);
    field.put(book);
    await vi.waitUntil(() => heard.some(({ type }) => type === 'tag'), patient);
    set.configure([]);
    await vi.waitUntil(() => heard.some(({ type }) => type === 'tags-left'), patient);
    expect(heard.at(-1)).toEqual({
      type: 'tags-left',
      device: 'pad',
      addresses: [book.uid],
      why: 'line-lost',
    });
  });
});

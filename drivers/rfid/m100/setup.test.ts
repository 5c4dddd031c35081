import { expect, it } from 'vitest';
import { defaultAirSettings, type SeenTag } from '../air.ts';
import { createTagField, uhfTag } from '../emulator/field.ts';
import { bytesOf, hexOf } from '../gen2.ts';
import { createM100Air } from './air.ts';
import type { M100Setup } from './setup.ts';
import { createM100Emulator } from './emulator.ts';

/** A module and its driver, joined directly. */
function joined(setup: M100Setup) {
  const sent: string[] = [];
  const told: SeenTag[] = [];
  const field = createTagField();
  const emulator = createM100Emulator(field, (bytes) => air.receive(bytes));
  const air = createM100Air(setup)(
    {
      write(bytes) {
        sent.push(hexOf(bytes));
        queueMicrotask(() => emulator.receive(bytes));
        return Promise.resolve();
      },
      onTags: (tags) => void told.push(...tags),
    },
    defaultAirSettings,
  );
  return { air, emulator, field, sent, told };
}

it('sets region and power only where they differ from what the module has', async () => {
  const { air, sent } = joined({ region: 3, powerDbm: 20 });
  expect(await air.identify()).toMatchObject({ ok: true, value: { model: 'M100 V1.00' } });
  expect(sent).toContain('BB00070001030B7E');
  // Published: reference/devices.md §3.2.
  expect(sent).toContain('BB00B6000207D08F7E');
  const before = sent.length;
  expect(await air.identify()).toMatchObject({ ok: true });
  expect(sent.slice(before).filter((hex) => /^BB00(07|B6)/u.test(hex))).toEqual([]);
});

it('leaves a module alone that nobody set up', async () => {
  const { air, sent } = joined({});
  expect(await air.identify()).toMatchObject({ ok: true });
  expect(sent.filter((hex) => /^BB00(07|08|B6|B7)/u.test(hex))).toEqual([]);
});

it('tells tags that nobody asked for', () => {
  const { emulator, field, told } = joined({});
  field.put(uhfTag(bytesOf('300030751FEB705C5904E3D50D70')));
  emulator.push();
  expect(told.map(({ address, rssi }) => [address, rssi])).toEqual([['30751FEB705C5904E3D50D70', -55]]);
});

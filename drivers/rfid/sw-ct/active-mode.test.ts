import { expect, it } from 'vitest';
import { defaultAirSettings, type SeenTag } from '../air.ts';
import { createTagField, uhfTag } from '../emulator/field.ts';
import { bytesOf } from '../gen2.ts';
import { createSwCtAir } from './air.ts';
import { createSwCtEmulator } from './emulator.ts';

it('tells tags of active mode, gives a receipt, and passes over heartbeats', async () => {
  const told: SeenTag[] = [];
  const field = createTagField();
  field.put(uhfTag(bytesOf('3000E2002075601001820480E064')));
  const emulator = createSwCtEmulator(field, (bytes) => air.receive(bytes));
  const air = createSwCtAir(
    {
      write(bytes) {
        queueMicrotask(() => emulator.receive(bytes));
        return Promise.resolve();
      },
      onTags: (tags) => void told.push(...tags),
    },
    defaultAirSettings,
  );
  const listed = air.inventory();
  emulator.heartbeat();
  emulator.push();
  expect(await listed).toMatchObject({ ok: true, value: [{ address: 'E2002075601001820480E064' }] });
  expect(told.map(({ address }) => address)).toEqual(['E2002075601001820480E064']);
  expect(emulator.receipts()).toBe(1);
});

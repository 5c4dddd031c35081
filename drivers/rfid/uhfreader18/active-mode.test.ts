import { expect, it } from 'vitest';
import { defaultAirSettings, type SeenTag } from '../air.ts';
import { createTagField, uhfTag } from '../emulator/field.ts';
import { bytesOf } from '../gen2.ts';
import { createUhfReader18Air } from './air.ts';
import { createUhfReader18Emulator } from './emulator.ts';

it.each(['18', '288'] as const)(
  'tells tags of active mode, also while a %s is being read',
  async (variant) => {
    const told: SeenTag[] = [];
    const field = createTagField();
    field.put(uhfTag(bytesOf('3000E28068940000500A9D2298C6')));
    const emulator = createUhfReader18Emulator(field, (bytes) => air.receive(bytes), { variant });
    const air = createUhfReader18Air({ variant })(
      {
        write(bytes) {
          queueMicrotask(() => {
            emulator.push();
            emulator.receive(bytes);
          });
          return Promise.resolve();
        },
        onTags: (tags) => void told.push(...tags),
      },
      { ...defaultAirSettings, address: 0 },
    );
    const pc = await air.readWords('E28068940000500A9D2298C6', 1, 1, 1);
    expect(pc).toEqual({ ok: true, value: bytesOf('3000') });
    expect(told.map(({ address }) => address)).toEqual(['E28068940000500A9D2298C6']);
  },
);

it('answers no question put to another address', async () => {
  const emulator = createUhfReader18Emulator(createTagField(), (bytes) => air.receive(bytes), {
    variant: '18',
    address: 7,
  });
  const air = createUhfReader18Air({ variant: '18' })(
    { write: (bytes) => Promise.resolve(emulator.receive(bytes)), onTags: () => undefined },
    { ...defaultAirSettings, address: 1, timeoutMs: 20 },
  );
  expect(await air.identify()).toMatchObject({ failure: 'no-answer' });
});

import { afterEach, expect, it } from 'vitest';
import type { HfAir } from '../air.ts';
import { hfTag } from '../emulator/field.ts';
import { connectReader, type TestedReader } from '../testing/hf-line.ts';
import { createRl866Air } from './air.ts';
import { createRl866Emulator } from './emulator.ts';

const uids = Array.from({ length: 30 }, (_, index) =>
  `E00401001234${(0x5600 + index).toString(16)}`.toUpperCase(),
);
let reader: TestedReader<HfAir>;
/** Portions of bytes that do not reach the reader. */
let deaf = 0;
afterEach(() => reader.close());

async function connect(tagsPerReport: number): Promise<HfAir> {
  reader = await connectReader('tcp', {
    create: createRl866Air,
    emulator(field, send) {
      const emulator = createRl866Emulator(field, send, { tagsPerReport });
      return { receive: (bytes) => (deaf > 0 ? void (deaf -= 1) : emulator.receive(bytes)) };
    },
  });
  reader.field.put(...uids.map((uid) => hfTag(uid)));
  return reader.air;
}

it('joins a report of 30 tags from chained blocks, and from reports that are gone on with', async () => {
  for (const tagsPerReport of [100, 7]) {
    const air = await connect(tagsPerReport);
    const listed = await air.inventory();
    expect(listed.ok && listed.value.map(({ address }) => address)).toEqual(uids);
    reader.close();
  }
});

it('does not list half a pile when one block of the chain is damaged', async () => {
  const air = await connect(100);
  expect(await air.identify()).toMatchObject({ ok: true });
  reader.wire.next({ kind: 'split', bytes: 200 }, { kind: 'flip', at: 100 });
  const listed = await air.inventory();
  expect(listed.ok && listed.value).toHaveLength(30);
});

it('counts anew with a reader that missed a command', async () => {
  const air = await connect(100);
  const [uid = ''] = uids;
  expect(await air.identify()).toMatchObject({ ok: true });
  deaf = 1;
  expect(await air.inventory()).toMatchObject({ ok: true, value: { length: 30 } });
  deaf = 1;
  expect(await air.readBlocks(uid, 0, 1)).toMatchObject({ ok: true });
  deaf = 1;
  expect(await air.writeAfi(uid, 0xc2)).toMatchObject({ failure: 'no-answer' });
  expect(await air.writeAfi(uid, 0xc2)).toMatchObject({ ok: true });
});

it('lets no round come between the steps of a write', async () => {
  const air = await connect(100);
  const [uid = ''] = uids;
  const results = await Promise.all([
    air.inventory(),
    air.writeBlocks(uid, 0, 4, Uint8Array.of(1, 2, 3, 4)),
    air.inventory(),
    air.writeAfi(uid, 0xc2),
    air.readBlocks(uid, 0, 1),
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  expect(results[4]).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3, 4) });
});

it('says that it cannot lock or write the storage format', async () => {
  const air = await connect(100);
  expect(await air.lockBlocks(uids[0] ?? '', [0])).toMatchObject({ failure: 'unsupported' });
  expect(await air.writeDsfid(uids[0] ?? '', 6)).toMatchObject({ failure: 'unsupported' });
});

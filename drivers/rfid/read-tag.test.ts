import { describe, expect, it } from 'vitest';
import type { RfidSettings } from '../../contract/devices/config.ts';
import type { HfAir } from './air.ts';
import { hfTag, uhfTag } from './emulator/field.ts';
import { tagReader } from './read-tag.ts';
import type { TagContent, TagProfile } from './tags/index.ts';
import { defaultTagSettings, encodeTag } from './tags/index.ts';
import { directHf, directUhf } from './testing/direct-air.ts';
import { plainSettings, uhfBook } from './testing/run-device.ts';

const uid = 'E004010012345678';

/** Reads one HF tag; gives what it says and which blocks were asked for. */
async function readHf(
  content: Uint8Array,
  change: Partial<RfidSettings> = {},
  options: Parameters<typeof hfTag>[2] = {},
) {
  const { air, field } = directHf();
  const tag = hfTag(uid, content, options);
  field.put(tag);
  const asked: (readonly [number, number])[] = [];
  const counted: HfAir = {
    ...air,
    readBlocks(address, first, count) {
      asked.push([first, count]);
      return air.readBlocks(address, first, count);
    },
  };
  const listed = await air.inventory();
  const [seen] = listed.ok ? listed.value : [];
  if (seen === undefined) throw new Error('no tag');
  const reader = tagReader({ ...plainSettings, ...change });
  return { told: await reader.readTag(counted, seen), asked, tag, air, reader, seen };
}
function encoded(
  profile: TagProfile,
  content: TagContent,
): { bytes: Uint8Array; dsfid: number; afi: number } {
  const result = encodeTag(profile, content, {}, { ...defaultTagSettings, nibbleOrder: 'usage-high' });
  if (!result.ok || result.tag.technology !== 'hf') throw new Error('not written');
  return result.tag;
}
const book = { kind: 'item', itemId: 'VV.004512', owner: 'VN-TVBG' } as const;

describe('an HF tag', () => {
  it('by ISO 28560-3 takes 36 bytes, read at once', async () => {
    const { bytes, dsfid, afi } = encoded('iso28560-3', book);
    const { told, asked } = await readHf(bytes, {}, { dsfid, afi });
    expect(told).toEqual({
      address: uid,
      technology: 'hf',
      kind: 'item',
      code: 'VV.004512',
      owner: 'VN-TVBG',
      part: null,
      security: 'on',
    });
    expect(asked).toEqual([[0, 9]]);
  });

  it('by ISO 28560-2 is read to its end', async () => {
    const { bytes, dsfid, afi } = encoded('iso28560-2', { ...book, parts: { number: 2, total: 3 } });
    const { told, asked } = await readHf(bytes, {}, { dsfid, afi });
    expect(told).toMatchObject({ kind: 'item', code: 'VV.004512', part: { number: 2, total: 3 } });
    expect(asked).toEqual([
      [0, 9],
      [9, 19],
    ]);
  });

  it('of a set says which part it is', async () => {
    const { bytes } = encoded('iso28560-3', { ...book, parts: { number: 1, total: 2 } });
    expect((await readHf(bytes)).told).toMatchObject({ part: { number: 1, total: 2 } });
  });

  it('of a reader is a card, without security', async () => {
    const { bytes } = encoded('iso28560-3', { kind: 'patron-card', cardNumber: 'THE-1' });
    expect((await readHf(bytes, {}, { afi: 0x00 })).told).toMatchObject({
      kind: 'patron-card',
      code: 'THE-1',
      security: null,
    });
  });

  it.each([
    ['blank', new Uint8Array(), 'blank'],
    ['foreign', new Uint8Array(112).fill(0xaa), 'unknown'],
  ])('that is %s says so', async (_, bytes, kind) => {
    expect((await readHf(bytes)).told).toMatchObject({ kind, code: null, security: null });
  });

  it('of eight blocks is read no further than it goes', async () => {
    const { told, asked } = await readHf(new Uint8Array(32).fill(0xaa), {}, { blocks: 8 });
    expect(told.kind).toBe('unknown');
    expect(asked).toEqual([[0, 8]]);
  });

  it('that answers badly is unreadable, not foreign', async () => {
    const { tag, reader, air, seen } = await readHf(encoded('iso28560-3', book).bytes);
    tag.faults = { ...tag.faults, weak: true };
    expect(await reader.readTag(air, seen)).toMatchObject({ kind: 'unreadable', code: null });
    tag.faults = { weak: false, securityStuck: false, leavesAfter: 1 };
    expect(await reader.readTag(air, seen)).toMatchObject({ kind: 'unreadable' });
  });

  it.each([
    ['afi', { afi: 0xc2, eas: true }, 'off'],
    ['afi', { afi: 0x00, eas: true }, null],
    ['eas', { afi: 0xc2, eas: true }, 'on'],
    ['eas', { afi: 0x07, eas: false }, 'off'],
    ['afi-and-eas', { afi: 0x07, eas: true }, 'on'],
    ['afi-and-eas', { afi: 0x07, eas: false }, null],
  ] as const)('says by %s with %o that it is %s', async (security, sign, state) => {
    const { told } = await readHf(encoded('iso28560-3', book).bytes, { security }, sign);
    expect(told.security).toBe(state);
  });

  it('is read by the models of the library alone', async () => {
    const { bytes } = encoded('iso28560-3', book);
    expect((await readHf(bytes, { profiles: ['iso28560-2'] })).told).toMatchObject({ kind: 'unknown' });
    expect((await readHf(bytes, { profiles: ['raw-hex'] })).told).toMatchObject({ kind: 'item', code: uid });
  });
});

describe('a UHF tag', () => {
  const readUhf = async (tag: ReturnType<typeof uhfTag>, change: Partial<RfidSettings> = {}) => {
    const { air, field } = directUhf();
    field.put(tag);
    const listed = await air.inventory();
    const [seen] = listed.ok ? listed.value : [];
    if (seen === undefined) throw new Error('no tag');
    const reader = tagReader({ ...plainSettings, security: 'pc-afi', ...change });
    return [await reader.readTag(air, seen), await reader.readTag(air, { ...seen, pc: null })];
  };

  it.each(['iso28560-4', 'alliance'] as const)(
    'by %s, also where the reader does not tell its PC word',
    async (profile) => {
      for (const told of await readUhf(uhfBook('VV004512', profile)))
        expect(told).toMatchObject({ technology: 'uhf', kind: 'item', code: 'VV004512', security: 'on' });
    },
  );

  it('without a user bank has no part', async () => {
    const tag = uhfBook('VV004512', 'iso28560-4');
    tag.banks[3] = new Uint8Array();
    for (const told of await readUhf(tag)) expect(told).toMatchObject({ code: 'VV004512', part: null });
  });

  it('of a set says which part it is', async () => {
    const result = encodeTag('iso28560-4', {
      kind: 'item',
      itemId: 'VV004512',
      parts: { number: 2, total: 2 },
    });
    if (!result.ok || result.tag.technology !== 'uhf') throw new Error('not written');
    const user = new Uint8Array(64);
    user.set(result.tag.user ?? []);
    for (const told of await readUhf(uhfTag(result.tag.epcBank, user)))
      expect(told).toMatchObject({ code: 'VV004512', part: { number: 2, total: 2 } });
  });

  it('new from the factory is blank', async () => {
    const tag = uhfTag(Uint8Array.from(Buffer.from('3000E20034120137FD0009F15CDB', 'hex')));
    expect((await readUhf(tag))[0]).toMatchObject({ kind: 'blank' });
  });
});

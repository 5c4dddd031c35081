import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTag, defaultTagSettings, encodeTag, hexBytes, hexText } from './index.ts';
import type { EncodedTag, TagContent, TagMemory, TagProfile, TagReading, TagSettings } from './index.ts';

const bytesOf = (hex: string): Uint8Array => hexBytes(hex) ?? new Uint8Array();
const hf = (hex: string, dsfid: number | null = null, uid = 'E004010011223344'): TagMemory => ({
  technology: 'hf',
  uid: bytesOf(uid),
  dsfid,
  afi: null,
  bytes: bytesOf(hex),
});
const uhf = (hex: string): TagMemory => ({ technology: 'uhf', epcBank: bytesOf(hex), tid: null, user: null });
const memoryOf = (tag: EncodedTag): TagMemory =>
  tag.technology === 'hf'
    ? { technology: 'hf', uid: new Uint8Array(8), dsfid: tag.dsfid, afi: tag.afi, bytes: tag.bytes }
    : { technology: 'uhf', epcBank: tag.epcBank, tid: null, user: tag.user };
const models = ['iso28560-3', 'iso28560-2', 'iso28560-4', 'alliance'] as const;

describe('blank and foreign tags', () => {
  it.each([
    ['HF memory of zeros', hf('00'.repeat(112))],
    ['a new EPC of zeros', uhf('3000000000000000000000000000')],
    ['an EPC bank of zeros', uhf('00'.repeat(16))],
    ['a factory EPC (dp2 IsBlankEpcBank)', uhf('3000E20034120137FD0009F15CDB')],
    ['a factory EPC with XTID', uhf('3000E28011606000020ABCDEF012')],
  ])('%s is blank', (_, memory) => {
    expect(decodeTag(memory, 'auto')).toEqual({ kind: 'blank' });
  });

  it.each([
    ['an NDEF tag', hf('E1401C01030BD1010755016261722E766EFE0000000000000000000000000000'), 'checksum'],
    ['DSFID of libraries, other bytes', hf('05'.repeat(40), 6), 'no-identifier'],
    ['three bytes', hf('110101'), 'short'],
    ['nothing', hf(''), 'short'],
    ['no EPC bank', uhf('30'), 'short'],
  ])('%s is unknown', (_, memory, why) => {
    expect(decodeTag(memory, 'auto')).toEqual({ kind: 'unknown', why });
  });
});

describe('raw numbers', () => {
  const raw = (
    profile: TagProfile,
    memory: TagMemory,
    change: Partial<TagSettings['raw']> = {},
  ): TagReading =>
    decodeTag(memory, [profile], { ...defaultTagSettings, raw: { ...defaultTagSettings.raw, ...change } });

  it.each([
    ['raw-ascii', uhf('300030303132333435360000'.padEnd(28, '0')), {}, '00123456'],
    ['raw-bcd', uhf('18000123456789FF'), {}, '0123456789'],
    ['raw-hex', uhf('3000E2003412013F000000000001'), {}, 'E2003412013F000000000001'],
    ['raw-integer', uhf('10000000BC614E00'), {}, '12345678'.slice(0, 0) + String(0xbc61_4e00)],
    ['raw-integer', uhf('1000000000003039'), { length: 8 }, '00012345'],
    ['raw-hex', hf('', null, 'E004010011223344'), {}, 'E004010011223344'],
    ['raw-ascii', hf('56562E30303435313200000000'), { from: 'memory' }, 'VV.004512'],
  ] as const)('%s', (profile, memory, change, itemId) => {
    const bank =
      memory.technology === 'uhf' && hexText(memory.epcBank).startsWith('1000')
        ? uhf(`10${hexText(memory.epcBank).slice(2, 4)}${hexText(memory.epcBank).slice(-8)}`)
        : memory;
    expect(raw(profile, bank, change)).toMatchObject({ kind: 'item', itemId, profile });
  });

  it('of another length, or none of the spelling, is unknown; zeros are blank', () => {
    expect(raw('raw-ascii', hf(''))).toMatchObject({ kind: 'unknown' });
    expect(raw('raw-bcd', uhf('10001A2B3C4D'))).toMatchObject({ kind: 'unknown' });
    expect(raw('raw-hex', uhf('100012345678'), { length: 24 })).toMatchObject({ kind: 'unknown' });
    expect(raw('raw-integer', uhf('100000000000'))).toEqual({ kind: 'blank' });
    expect(decodeTag(uhf('100031323334'), 'auto')).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['raw-ascii', 'VV.004512'],
    ['raw-bcd', '0123456'],
    ['raw-hex', 'CAFE'],
    ['raw-integer', '123456789'],
  ] as const)('%s %s is written and read', (profile, itemId) => {
    const encoding = encodeTag(profile, { kind: 'item', itemId });
    expect(encoding.ok && raw(profile, memoryOf(encoding.tag))).toMatchObject({ itemId });
  });
});

/** `npm test` tries a few thousand; `LUU_THONG_FUZZ=100000` that many. */
const fuzzTimeout = 120_000;
const runs = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

const identifier = fc.stringMatching(/^[A-Z]{0,3}[0-9]{2,8}$/u);
const content: fc.Arbitrary<TagContent> = fc.oneof(
  fc.record({
    kind: fc.constant('item' as const),
    itemId: fc.oneof(identifier, fc.constant('VV.004512'), fc.stringMatching(/^[!-~]{1,14}$/u)),
    owner: fc.option(fc.stringMatching(/^VN-[A-Za-z0-9]{1,8}$/u)),
    parts: fc.option(
      fc.integer({ min: 1, max: 99 }).map((total) => ({ total, number: Math.ceil(total / 2) })),
    ),
    title: fc.option(fc.constantFrom('Truyện Kiều', 'Số đỏ', 'test', 'A')),
    secured: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('patron-card' as const), cardNumber: identifier }),
);
/** ISO 28560-3 says 1 of 1 where nobody asked, and so does a UII with a dot in its number. */
const unsaid = (reading: TagReading): unknown => (reading.kind === 'item' ? reading.parts : null);
const settings: TagSettings = { ...defaultTagSettings, nibbleOrder: 'usage-high', lockedElements: [1, 3] };

describe('properties', () => {
  it(
    'what is written is read, and written again the same',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...models), content, (profile, asked) => {
          const encoding = encodeTag(profile, asked, {}, settings);
          fc.pre(encoding.ok);
          const reading = decodeTag(memoryOf(encoding.tag), 'auto', settings);
          expect(reading).toMatchObject({
            profile,
            ...asked,
            owner: asked.owner ?? null,
            title: profile === 'alliance' ? null : (asked.title ?? null),
            secured: asked.kind === 'item' && asked.secured === true,
            ...(asked.kind === 'item' && { parts: asked.parts ?? unsaid(reading) }),
            complete: true,
          });
          const again = reading.kind === 'item' || reading.kind === 'patron-card' ? reading : asked;
          expect(encodeTag(profile, again, {}, settings)).toEqual(encoding);
        }),
        { numRuns: runs },
      );
    },
    fuzzTimeout,
  );

  const written = fc
    .tuple(fc.constantFrom(...models), content)
    .map(([profile, asked]) => encodeTag(profile, asked, {}, settings));
  const bytes = fc.uint8Array({ maxLength: 160 });
  const noise: fc.Arbitrary<TagMemory> = fc.oneof(
    fc.record({
      technology: fc.constant('hf' as const),
      uid: fc.uint8Array({ maxLength: 8 }),
      dsfid: fc.constantFrom(null, 0, 0x06, 0x3e, 0xff),
      afi: fc.constantFrom(null, 0x07, 0xc2),
      bytes,
    }),
    fc.record({
      technology: fc.constant('uhf' as const),
      epcBank: bytes,
      tid: fc.constant(null),
      user: fc.option(bytes),
    }),
  );
  const mutated: fc.Arbitrary<TagMemory> = fc
    .tuple(written, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat(200))
    .map(([encoding, changes, cut]) => {
      if (!encoding.ok) return hf('');
      const memory = memoryOf(encoding.tag);
      const spoil = (clean: Uint8Array): Uint8Array => {
        const spoilt = clean.slice(0, cut);
        for (const [at, byte] of changes) if (spoilt.length > 0) spoilt[at % spoilt.length] = byte;
        return spoilt;
      };
      return memory.technology === 'hf'
        ? Object.assign(memory, { bytes: spoil(memory.bytes) })
        : Object.assign(memory, { epcBank: spoil(memory.epcBank), user: memory.user && spoil(memory.user) });
    });

  it(
    'no bytes make it throw or loop, and every number it gives is printable',
    () => {
      const choices: readonly (readonly TagProfile[] | 'auto')[] = [
        'auto',
        ['iso28560-2'],
        ['iso28560-3', 'alliance', 'iso28560-4'],
        ['raw-ascii', 'raw-bcd', 'raw-integer'],
      ];
      fc.assert(
        fc.property(fc.oneof(noise, mutated), fc.constantFrom(...choices), (memory, profiles) => {
          const reading = decodeTag(memory, profiles, settings);
          if (reading.kind !== 'item') return;
          expect(reading.itemId).toMatch(/^[^\p{C}\s](?:[^\p{C}]*[^\p{C}\s])?$/u);
          encodeTag(reading.profile, reading, {}, settings);
        }),
        { numRuns: runs },
      );
    },
    fuzzTimeout,
  );

  it('noise is next to never a library tag', () => {
    const found = fc.sample(noise, runs).filter((memory) => {
      if (memory.technology === 'hf' && memory.dsfid === 0x06) return false;
      return decodeTag(memory, 'auto').kind === 'item';
    });
    expect(found.length).toBeLessThanOrEqual(runs / 1_000);
  });
});

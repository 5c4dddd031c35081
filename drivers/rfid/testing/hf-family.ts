import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AirSettings, HfAir } from '../air.ts';
import { hfTag } from '../emulator/field.ts';
import { connectReader, type TestedFamily, type TestedReader } from './hf-line.ts';

export interface HfFamily extends TestedFamily<HfAir> {
  readonly settings?: Partial<AirSettings>;
  /** A whole frame of this family that answers no question. */
  readonly unasked: Uint8Array;
  /** A byte that starts this family's frames. */
  readonly start: number;
  /** Whether a tag tells its DSFID in an inventory. */
  readonly listsDsfid: boolean;
}

const uids = Array.from({ length: 30 }, (_, index) =>
  `E00401001234${(0x5600 + index).toString(16)}`.toUpperCase(),
);
const [uid = ''] = uids;
const content = Uint8Array.from({ length: 112 }, (_, index) => index);

/** Short, so that silence is told soon; long enough for a busy computer. */
const timeoutMs = 250;
/** Longer than any test: what ends before is not a timeout. */
const patient = 60_000;

/** The conversations that every HF family must carry on, whatever the line does to them (issue 4, "Emulators"). */
export function describeHfFamily(name: string, family: HfFamily): void {
  describe.each(['serial', 'tcp'] as const)(`${name} over %s`, (kind) => {
    let reader: TestedReader<HfAir>;
    beforeEach(async () => {
      reader = await connectReader(kind, family, { timeoutMs, ...family.settings });
      reader.field.put(hfTag(uid, content, { dsfid: 0x3e }));
    });
    afterEach(() => reader.close());

    it('says who it is', async () => {
      const identity = await reader.air.identify();
      expect(identity).toMatchObject({ ok: true, value: { model: expect.stringMatching(/\S/u) } });
    });

    it('lists a pile, each tag once, round after round', async () => {
      reader.field.put(...uids.slice(1).map((each) => hfTag(each)));
      for (let round = 0; round < 3; round += 1) {
        const listed = await reader.air.inventory();
        expect(listed.ok && listed.value.map(({ address }) => address).toSorted()).toEqual(uids);
      }
      reader.field.clear();
      expect(await reader.air.inventory()).toEqual({ ok: true, value: [] });
    });

    it('lists the storage format where the reader tells it', async () => {
      const listed = await reader.air.inventory();
      expect(listed.ok && listed.value[0]?.dsfid).toBe(family.listsDsfid ? 0x3e : null);
    });

    it('reads, writes and tells a tag', async () => {
      expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: content });
      expect(await reader.air.writeBlocks(uid, 4, 4, content.subarray(0, 96))).toEqual({
        ok: true,
        value: null,
      });
      expect(await reader.air.readBlocks(uid, 4, 24)).toEqual({ ok: true, value: content.slice(0, 96) });
      const info = { dsfid: 0x3e, afi: 0x07, blockSize: 4, blockCount: 28 };
      expect(await reader.air.tagInfo(uid)).toEqual({ ok: true, value: info });
      expect(await reader.air.readBlocks(uid, 20, 20)).toMatchObject({ ok: false });
    });

    it('secures and releases by AFI and by EAS', async () => {
      expect(await reader.air.writeAfi(uid, 0xc2)).toEqual({ ok: true, value: null });
      expect(await reader.air.tagInfo(uid)).toMatchObject({ value: { afi: 0xc2 } });
      expect(await reader.air.readEas(uid)).toEqual({ ok: true, value: true });
      expect(await reader.air.writeEas(uid, false)).toEqual({ ok: true, value: null });
      expect(await reader.air.readEas(uid)).toEqual({ ok: true, value: false });
      expect(await reader.air.writeEas(uid, true)).toEqual({ ok: true, value: null });
      expect(await reader.air.readEas(uid)).toEqual({ ok: true, value: true });
    });

    it('tells a tag that is not there from a weak and a locked one', async () => {
      expect(await reader.air.readBlocks(uids[1] ?? '', 0, 1)).toMatchObject({ failure: 'no-tag' });
      expect(await reader.air.readEas(uids[1] ?? '')).toMatchObject({ failure: 'no-tag' });
      const tag = hfTag(uids[2] ?? '');
      tag.lockedBlocks.add(1);
      reader.field.put(tag);
      const locked = await reader.air.writeBlocks(uids[2] ?? '', 0, 4, content.subarray(0, 8));
      expect(locked).toMatchObject({ failure: 'locked', detail: expect.stringMatching(/\S/u) });
      tag.faults = { ...tag.faults, weak: true };
      expect(await reader.air.readBlocks(uids[2] ?? '', 0, 1)).toMatchObject({ failure: 'weak' });
    });

    it('puts answers together from single bytes', async () => {
      reader.wire.next({ kind: 'split', bytes: 1 }, { kind: 'split', bytes: 1 }, { kind: 'split', bytes: 1 });
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
      expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: content });
    });

    it('takes an answer that comes together with the next one', async () => {
      reader.wire.next({ kind: 'hold' });
      expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: content });
      expect(await reader.air.tagInfo(uid)).toMatchObject({ ok: true });
    });

    it.each([-1, 0, 1, 2, 5])('asks again after a wrong bit in byte %i of an answer', async (at) => {
      reader.wire.next({ kind: 'flip', at });
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
      reader.wire.next({ kind: 'flip', at });
      expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: content });
    });

    it('reads what looks like its own frames, byte by byte', async () => {
      const start = new Uint8Array(112).fill(family.start);
      const frames = Uint8Array.from(Buffer.concat([family.unasked, family.unasked, start]).subarray(0, 112));
      for (const bytes of [start, frames]) {
        expect(await reader.air.writeBlocks(uid, 0, 4, bytes)).toMatchObject({ ok: true });
        reader.wire.next(
          { kind: 'split', bytes: 1 },
          { kind: 'split', bytes: 1 },
          { kind: 'split', bytes: 1 },
        );
        expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: bytes });
      }
    });

    it('passes over frames, start bytes and noise in front of an answer', async () => {
      const noise = [
        family.unasked,
        Uint8Array.of(family.start),
        Uint8Array.of(0xff),
        Uint8Array.of(family.start, 0x40, 0x00),
      ];
      for (const bytes of noise) {
        reader.wire.next({ kind: 'before', bytes });
        expect(await reader.air.readBlocks(uid, 0, 28)).toEqual({ ok: true, value: content });
      }
    });

    it('tells silence, and gets over a short one', async () => {
      const silence = { kind: 'silence' } as const;
      reader.wire.next(silence);
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
      reader.wire.next(...Array.from({ length: 12 }, () => silence));
      expect(await reader.air.tagInfo(uid)).toEqual({ ok: false, failure: 'no-answer', detail: null });
    });

    it('does not write again when the answer to a write was lost', async () => {
      const before = await reader.air.tagInfo(uid);
      expect(before).toMatchObject({ ok: true });
      const result = await lostWrite(reader, family);
      expect(result).toMatchObject({ ok: false, failure: 'no-answer' });
      expect(reader.field.readHf(uid, 0, 1)).toEqual({ ok: true, value: Uint8Array.of(9, 9, 9, 9) });
      expect(await reader.air.readBlocks(uid, 0, 1)).toEqual({ ok: true, value: Uint8Array.of(9, 9, 9, 9) });
    });

    it('loses a tag that leaves between reading and writing', async () => {
      const tag = hfTag(uids[3] ?? '', content);
      reader.field.put(tag);
      tag.faults = { ...tag.faults, leavesAfter: family.start === 0xfa ? 3 : 2 };
      expect(await reader.air.readBlocks(tag.uid, 0, 4)).toMatchObject({ ok: true });
      expect(await reader.air.writeBlocks(tag.uid, 0, 4, new Uint8Array(16))).toMatchObject({
        failure: 'no-tag',
      });
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
    });

    it('shows an AFI that was acknowledged and not written', async () => {
      const tag = hfTag(uids[4] ?? '');
      tag.faults = { ...tag.faults, securityStuck: true };
      reader.field.put(tag);
      expect(await reader.air.writeAfi(tag.uid, 0xc2)).toEqual({ ok: true, value: null });
      expect(await reader.air.tagInfo(tag.uid)).toMatchObject({ ok: true, value: { afi: 0x07 } });
    });
  });

  describe.each(['serial', 'tcp'] as const)(`${name} unplugged from %s`, (kind) => {
    it('ends the question at once, and works again when it is back', async () => {
      const reader = await connectReader(kind, family, { timeoutMs: patient, ...family.settings });
      try {
        reader.field.put(hfTag(uid, content));
        reader.wire.next({ kind: 'cut', after: 3 });
        const asked = performance.now();
        expect(await reader.air.inventory()).toEqual({ ok: false, failure: 'line-lost', detail: null });
        expect(performance.now() - asked).toBeLessThan(1_000);
        expect(await reader.air.writeAfi(uid, 0xc2)).toMatchObject({ failure: 'line-lost' });
        const again = await reader.replug();
        expect(await again.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
      } finally {
        reader.close();
      }
    });
  });
}

/** Writes block 0; the reader does it, and nothing it says arrives until the write was given up. */
async function lostWrite(reader: TestedReader<HfAir>, { start }: HfFamily): Promise<unknown> {
  // RL866 first connects to the tag; that answer arrives.
  if (start === 0xfa) reader.wire.next({ kind: 'before', bytes: new Uint8Array() });
  reader.wire.next({ kind: 'silence' });
  return reader.air.writeBlocks(uid, 0, 4, Uint8Array.of(9, 9, 9, 9));
}

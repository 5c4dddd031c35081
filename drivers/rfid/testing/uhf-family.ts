import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireFault } from '../../emulator/faulty-wire.ts';
import type { AirSettings, UhfAir } from '../air.ts';
import { uhfTag, type EmulatedUhfTag } from '../emulator/field.ts';
import { bytesOf, hexByte, hexOf } from '../gen2.ts';
import { connectReader, type TestedFamily, type TestedReader } from './hf-line.ts';

export interface UhfFamily extends TestedFamily<UhfAir> {
  /** A whole frame of this family that answers no question and tells one tag. */
  readonly unasked: Uint8Array;
  /** What starts this family's frames, or passes for a length. */
  readonly start: number;
  /** Whether a command names the tag it is for. */
  readonly names: boolean;
  readonly eas: boolean;
  /** Whether the reader tells a weak tag from one that has left. */
  readonly tellsWeak: boolean;
  /** Answers that a read gets before its own. */
  readonly beforeRead: number;
  /** Frames in which an inventory tells a single tag. */
  readonly inventoryFrames: number;
  /** As an inventory tells a tag besides its EPC. */
  readonly seen: {
    readonly pc: number | null;
    readonly rssi: number | null;
    readonly antenna: number | null;
  };
}

/** Short, so that silence is told soon; long enough for a busy computer. */
const timeoutMs = 250;
/** Longer than any test: what ends before is not a timeout. */
const patient = 60_000;

const epcs = Array.from({ length: 10 }, (_, index) =>
  `E2806894000050000000${(0xa000 + index).toString(16)}`.toUpperCase(),
);
const [epc = ''] = epcs;
const user = Uint8Array.from({ length: 100 }, (_, index) => index);

const tagOf = (each: string, memory = user): EmulatedUhfTag =>
  uhfTag(Uint8Array.of(0x30, 0x00, ...bytesOf(each)), Uint8Array.from(memory));

/** The conversations that every UHF family must carry on, whatever the line does to them (issue 4, "Emulators"). */
export function describeUhfFamily(name: string, family: UhfFamily): void {
  describe.each(['serial', 'tcp'] as const)(`${name} over %s`, (kind) => {
    let reader: TestedReader<UhfAir>;
    let tag: EmulatedUhfTag;
    const alone = async (settings: Partial<AirSettings> = {}): Promise<void> => {
      reader = await connectReader(kind, family, { timeoutMs, ...settings });
      tag = tagOf(epc);
      reader.field.put(tag);
    };
    beforeEach(() => alone());
    afterEach(() => reader.close());
    /** Lets the answers before a read's own arrive, then does `fault` to its own. */
    const atRead = (...faults: readonly WireFault[]): void =>
      reader.wire.next(
        ...Array.from(
          { length: family.beforeRead },
          () => ({ kind: 'before', bytes: new Uint8Array() }) as const,
        ),
        ...faults,
      );

    it('says who it is', async () => {
      const identity = await reader.air.identify();
      expect(identity).toMatchObject({ ok: true, value: { model: expect.stringMatching(/\S/u) } });
    });

    it('lists a pile, each tag once, round after round', async () => {
      reader.field.put(...epcs.slice(1).map((each) => tagOf(each)));
      for (let round = 0; round < 3; round += 1) {
        const listed = await reader.air.inventory();
        expect(listed.ok && listed.value.map(({ address }) => address).toSorted()).toEqual(epcs);
      }
      reader.field.clear();
      expect(await reader.air.inventory()).toEqual({ ok: true, value: [] });
      expect(reader.told).toEqual([]);
    });

    it('lists a whole pile though a frame of the answer was garbled', async () => {
      reader.field.put(...epcs.slice(1).map((each) => tagOf(each)));
      reader.wire.next({ kind: 'split', bytes: 7 }, { kind: 'flip', at: 9 });
      const listed = await reader.air.inventory();
      expect(listed.ok && listed.value.map(({ address }) => address).toSorted()).toEqual(epcs);
    });

    it('tells of a tag what the reader tells', async () => {
      const listed = await reader.air.inventory();
      expect(listed).toEqual({ ok: true, value: [{ address: epc, dsfid: null, ...family.seen }] });
    });

    it('reads every bank and writes the user bank, in parts where it is long', async () => {
      expect(await reader.air.readWords(epc, 3, 0, 50)).toEqual({ ok: true, value: user });
      expect(await reader.air.readWords(epc, 1, 1, 1)).toEqual({ ok: true, value: bytesOf('3000') });
      expect(await reader.air.readWords(epc, 2, 0, 2)).toEqual({ ok: true, value: bytesOf('E2801160') });
      const other = user.map((byte) => 255 - byte);
      expect(await reader.air.writeWords(epc, 3, 0, other)).toEqual({ ok: true, value: null });
      expect(tag.banks[3]).toEqual(other);
      expect(await reader.air.readWords(epc, 3, 40, 20)).toMatchObject({ ok: false });
      expect(await reader.air.writeWords(epc, 3, 0, Uint8Array.of(1))).toMatchObject({ ok: false });
    });

    it('writes PC and EPC from word 1; the tag then has its new address', async () => {
      const next = '45C2141CC04FC70BADB5C6E2DA1DED4DD319';
      expect(await reader.air.writeWords(epc, 1, 1, bytesOf(next))).toEqual({ ok: true, value: null });
      const address = next.slice(4);
      expect(await reader.air.inventory()).toMatchObject({ value: [{ address }] });
      expect(await reader.air.readWords(address, 1, 1, 9)).toEqual({ ok: true, value: bytesOf(next) });
      expect(await reader.air.readWords(epc, 1, 1, 1)).toMatchObject({ failure: 'no-tag' });
    });

    it('never writes to another tag than the one meant', async () => {
      const others = epcs.slice(1).map((each) => tagOf(each));
      reader.field.put(...others);
      const written = await Promise.all(
        epcs.map((each, index) => reader.air.writeWords(each, 3, 0, Uint8Array.of(0xaa, index))),
      );
      const kept = [tag, ...others].map(({ banks }) => hexOf(banks[3].subarray(0, 2)));
      const outcomes = written.map((result) => (result.ok ? 'ok' : result.failure));
      expect(new Set(outcomes)).toEqual(new Set([family.names ? 'ok' : 'refused']));
      expect(kept).toEqual(epcs.map((_, index) => (family.names ? `AA${hexByte(index)}` : '0001')));
      expect(await reader.air.writeWords('00112233', 3, 0, Uint8Array.of(1, 1))).toMatchObject({
        failure: 'no-tag',
      });
    });

    it('opens a tag with its access password only', async () => {
      tag.banks[0].set(bytesOf('12345678'), 4);
      const word = Uint8Array.of(7, 7);
      expect(await reader.air.writeWords(epc, 3, 0, word)).toMatchObject({
        failure: family.names ? 'locked' : 'weak',
      });
      expect(tag.banks[3][0]).toBe(0);
      reader.close();
      await alone({ accessPassword: '12345678' });
      tag.banks[0].set(bytesOf('12345678'), 4);
      expect(await reader.air.writeWords(epc, 3, 0, word)).toEqual({ ok: true, value: null });
    });

    it('sets the EAS bit where the family can', async () => {
      const done = family.eas ? { ok: true } : { failure: 'unsupported' };
      expect(await reader.air.writeEas(epc, true)).toMatchObject(done);
      expect(tag.eas).toBe(family.eas);
      expect(await reader.air.writeEas(epc, false)).toMatchObject(done);
      expect(tag.eas).toBe(false);
    });

    it('tells a weak tag and one that is not there', async () => {
      tag.faults = { ...tag.faults, weak: true };
      expect(await reader.air.readWords(epc, 3, 0, 1)).toMatchObject({
        failure: family.tellsWeak ? 'weak' : 'no-tag',
      });
      expect(await reader.air.writeWords(epc, 3, 0, Uint8Array.of(1, 1))).toMatchObject({ failure: 'weak' });
      expect(await reader.air.readWords(epcs[1] ?? '', 3, 0, 1)).toMatchObject({ failure: 'no-tag' });
    });

    it('puts answers together from single bytes', async () => {
      const split = { kind: 'split', bytes: 1 } as const;
      reader.wire.next(split, split, split);
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
      reader.wire.next(split, split, split);
      expect(await reader.air.readWords(epc, 3, 0, 30)).toEqual({ ok: true, value: user.slice(0, 60) });
    });

    it('takes an answer that comes together with the next one', async () => {
      reader.wire.next({ kind: 'hold' });
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
      atRead({ kind: 'hold' });
      expect(await reader.air.readWords(epc, 3, 0, 2)).toEqual({ ok: true, value: user.slice(0, 4) });
    });

    it.each([-1, 0, 1, 2, 5])('asks again after a wrong bit in byte %i of an answer', async (at) => {
      reader.wire.next({ kind: 'flip', at });
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
      atRead({ kind: 'flip', at });
      expect(await reader.air.readWords(epc, 3, 0, 30)).toEqual({ ok: true, value: user.slice(0, 60) });
    });

    it('reads what looks like its own frames, byte by byte', async () => {
      const starts = new Uint8Array(100).fill(family.start);
      const frames = Buffer.concat([family.unasked, family.unasked, starts]).subarray(0, 100);
      for (const memory of [starts, Uint8Array.from(frames)]) {
        tag.banks[3].set(memory);
        atRead({ kind: 'split', bytes: 1 });
        expect(await reader.air.readWords(epc, 3, 0, 30)).toEqual({ ok: true, value: memory.slice(0, 60) });
      }
      expect(reader.told).toEqual([]);
    });

    it('passes over frames, start bytes and noise in front of an answer', async () => {
      const noise = [
        family.unasked,
        Uint8Array.of(family.start),
        Uint8Array.of(0xff),
        Uint8Array.of(family.start, 0x40, 0x00),
      ];
      for (const bytes of noise) {
        atRead({ kind: 'before', bytes });
        expect(await reader.air.readWords(epc, 3, 0, 30)).toEqual({ ok: true, value: user.slice(0, 60) });
      }
      expect(reader.told).toHaveLength(1);
    });

    it('tells silence, and gets over a short one', async () => {
      const silence = { kind: 'silence' } as const;
      atRead(silence);
      expect(await reader.air.readWords(epc, 3, 0, 2)).toEqual({ ok: true, value: user.slice(0, 4) });
      reader.wire.next(...Array.from({ length: family.inventoryFrames }, () => silence));
      expect(await reader.air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
      reader.wire.next(...Array.from({ length: 40 }, () => silence));
      expect(await reader.air.readWords(epc, 3, 0, 2)).toMatchObject({ failure: 'no-answer' });
    });

    it('does not write again when the answer to a write was lost', async () => {
      tag.faults = { ...tag.faults, leavesAfter: 2 };
      atRead({ kind: 'silence' });
      expect(await reader.air.writeWords(epc, 3, 0, Uint8Array.of(9, 9))).toMatchObject({
        failure: 'no-answer',
      });
      expect(tag.faults.leavesAfter).toBe(1);
      expect(await reader.air.readWords(epc, 3, 0, 1)).toEqual({ ok: true, value: Uint8Array.of(9, 9) });
    });

    it('does not take a late acknowledgement for the next one', async () => {
      // It comes together with the next thing that the reader says.
      atRead({ kind: 'hold' });
      const written = await reader.air.writeWords(epc, 3, 0, Uint8Array.of(9, 9));
      expect(written).toMatchObject({ failure: 'no-answer' });
      const other = await reader.air.writeWords(epcs[1] ?? '', 3, 0, Uint8Array.of(9, 9));
      expect(other).toMatchObject({ failure: 'no-tag' });
    });

    it('loses a tag that leaves between reading and writing', async () => {
      tag.faults = { ...tag.faults, leavesAfter: 1 };
      expect(await reader.air.readWords(epc, 3, 0, 4)).toMatchObject({ ok: true });
      expect(await reader.air.writeWords(epc, 3, 0, user.subarray(0, 8))).toMatchObject({
        failure: 'no-tag',
      });
      expect(await reader.air.inventory()).toEqual({ ok: true, value: [] });
    });

    it('shows an EPC that was acknowledged and not written', async () => {
      tag.faults = { ...tag.faults, securityStuck: true };
      expect(await reader.air.writeWords(epc, 1, 1, bytesOf('30C2'))).toEqual({ ok: true, value: null });
      expect(await reader.air.readWords(epc, 1, 1, 1)).toEqual({ ok: true, value: bytesOf('3000') });
    });
  });

  describe.each(['serial', 'tcp'] as const)(`${name} unplugged from %s`, (kind) => {
    it('ends the question at once, and works again when it is back', async () => {
      const reader = await connectReader(kind, family, { timeoutMs: patient });
      try {
        reader.field.put(tagOf(epc));
        reader.wire.next({ kind: 'cut', after: 3 });
        const asked = performance.now();
        expect(await reader.air.inventory()).toEqual({ ok: false, failure: 'line-lost', detail: null });
        expect(performance.now() - asked).toBeLessThan(1_000);
        expect(await reader.air.writeWords(epc, 3, 0, Uint8Array.of(1, 1))).toMatchObject({
          failure: 'line-lost',
        });
        const again = await reader.replug();
        expect(await again.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
      } finally {
        reader.close();
      }
    });
  });
}

import { describe, expect, it } from 'vitest';
import { hasStoredCrc } from '../tags/index.ts';
import { createTagField, epcOf, hfTag, uhfTag } from './field.ts';

const uid = 'E004010012345678';
const epcBank = Uint8Array.from(Buffer.from('3000E2806894000050000000A001', 'hex'));

describe('tags in front of an emulated reader', () => {
  it('are found by their address, in any case, and gone when they are taken', () => {
    const field = createTagField();
    const tag = hfTag(uid);
    field.put(tag, uhfTag(epcBank));
    expect(field.readHf(uid.toLowerCase(), 0, 1)).toMatchObject({ ok: true });
    expect(field.readUhf(uid, 1, 0, 1)).toEqual({ ok: false, why: 'gone' });
    field.take(uid);
    field.take(uid);
    expect(field.present()).toHaveLength(1);
    expect(field.readHf(uid, 0, 1)).toEqual({ ok: false, why: 'gone' });
    field.clear();
    expect(field.present()).toEqual([]);
  });

  it('are read and written within their memory', () => {
    const field = createTagField();
    const tag = hfTag(uid, Uint8Array.of(1, 2, 3, 4));
    field.put(tag);
    expect(field.readHf(uid, 0, 1)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3, 4) });
    expect(field.readHf(uid, 27, 2)).toEqual({ ok: false, why: 'range' });
    expect(field.writeHf(uid, 28, new Uint8Array(4))).toEqual({ ok: false, why: 'range' });
    tag.lockedBlocks.add(2);
    expect(field.writeHf(uid, 1, new Uint8Array(8).fill(9))).toEqual({ ok: false, why: 'locked' });
    expect([...tag.memory.subarray(4, 12)]).toEqual([9, 9, 9, 9, 0, 0, 0, 0]);
  });

  it('leave after so many commands, in the middle of a write', () => {
    const field = createTagField();
    const tag = hfTag(uid);
    tag.faults = { ...tag.faults, leavesAfter: 1 };
    field.put(tag);
    expect(field.writeHf(uid, 0, new Uint8Array(8).fill(9))).toEqual({ ok: false, why: 'gone' });
    expect([...tag.memory.subarray(0, 8)]).toEqual([9, 9, 9, 9, 0, 0, 0, 0]);
    expect(field.present()).toEqual([]);
  });

  it('acknowledge a security that stays as it was', () => {
    const field = createTagField();
    const tag = hfTag(uid);
    const other = uhfTag(epcBank);
    for (const each of [tag, other]) each.faults = { ...each.faults, securityStuck: true };
    field.put(tag, other);
    expect(field.setHf(uid, { afi: 0xc2, eas: false, dsfid: 6 })).toEqual({ ok: true, value: null });
    expect(tag).toMatchObject({ afi: 0x07, eas: true, dsfid: 6 });
    const epc = epcOf(other);
    expect(field.writeUhf(epc, 1, 2, Uint8Array.of(0x80, 0x03))).toEqual({ ok: true, value: null });
    expect(field.setUhfEas(epc, true)).toEqual({ ok: true, value: null });
    expect([epcOf(other), other.eas]).toEqual([epc, false]);
  });

  it('of UHF have a new address and a right checksum after their EPC was written', () => {
    const field = createTagField();
    const tag = uhfTag(epcBank);
    field.put(tag);
    expect(hasStoredCrc(tag.banks[1])).toBe(true);
    const epc = epcOf(tag);
    expect(field.writeUhf(epc, 1, 2, Uint8Array.of(0x80, 0x03))).toEqual({ ok: true, value: null });
    expect(epcOf(tag)).toBe(`8003${epc.slice(4)}`);
    expect(hasStoredCrc(tag.banks[1])).toBe(true);
    expect(field.readUhf(epc, 1, 1, 1)).toEqual({ ok: false, why: 'gone' });
  });
});

import { describe, expect, it } from 'vitest';
import type { SecurityMethod } from '../../contract/devices/config.ts';
import type { EmulatedTag } from './emulator/field.ts';
import { epcOf, hfTag } from './emulator/field.ts';
import { readSecurity, writeSecurity, type SecuritySettings } from './security.ts';
import { directHf, directUhf } from './testing/direct-air.ts';
import { uhfBook } from './testing/run-device.ts';

const settings = (method: SecurityMethod, change: Partial<SecuritySettings> = {}): SecuritySettings => ({
  method,
  afi: { on: 0x07, off: 0xc2 },
  ...change,
});
const uid = 'E004010012345678';
const hfMethods = ['afi', 'eas', 'afi-and-eas'] as const;
const uhfMethods = ['pc-afi', 'alliance', 'uhf-eas'] as const;

function hf() {
  const { air, field } = directHf();
  const tag = hfTag(uid);
  field.put(tag);
  return { air, field, tag };
}
function uhf(profile: 'alliance' | 'iso28560-4') {
  const { air, field } = directUhf();
  const tag = uhfBook('VV004512', profile);
  field.put(tag);
  return { air, field, tag };
}
const stick = (tag: EmulatedTag): void => {
  tag.faults = { ...tag.faults, securityStuck: true };
};

describe('the security of an HF tag', () => {
  it.each(hfMethods)('by %s is released, secured, and read again', async (method) => {
    const { air, tag } = hf();
    for (const state of ['off', 'on', 'on', 'off'] as const) {
      expect(await writeSecurity(air, uid, state, settings(method))).toEqual({
        ok: true,
        value: { address: uid, state },
      });
      expect(await readSecurity(air, uid, settings(method))).toEqual({ ok: true, value: state });
      expect(tag.afi).toBe(method === 'eas' || state === 'on' ? 0x07 : 0xc2);
      expect(tag.eas).toBe(method === 'afi' || state === 'on');
    }
  });

  it.each(hfMethods)('by %s, acknowledged and not done, is refused', async (method) => {
    const { air, tag } = hf();
    stick(tag);
    expect(await writeSecurity(air, uid, 'off', settings(method))).toMatchObject({
      ok: false,
      failure: 'refused',
    });
  });

  it('that says so already is not written', async () => {
    const { air, tag } = hf();
    tag.faults = { ...tag.faults, leavesAfter: 1 };
    expect(await writeSecurity(air, uid, 'on', settings('afi'))).toMatchObject({ ok: true });
  });

  it('takes the pair of the library', async () => {
    const { air, tag } = hf();
    const old = settings('afi', { afi: { on: 0x07, off: 0x21 } });
    expect(await writeSecurity(air, uid, 'off', old)).toMatchObject({ ok: true });
    expect(tag.afi).toBe(0x21);
    expect(await readSecurity(air, uid, settings('afi'))).toEqual({ ok: true, value: null });
  });

  it('is in doubt when its two signs differ', async () => {
    const { air, tag } = hf();
    tag.eas = false;
    expect(await readSecurity(air, uid, settings('afi-and-eas'))).toEqual({ ok: true, value: null });
    expect(await writeSecurity(air, uid, 'on', settings('afi-and-eas'))).toMatchObject({ ok: true });
    expect(tag.eas).toBe(true);
  });

  it.each(uhfMethods)('cannot be set by %s', async (method) => {
    const { air } = hf();
    expect(await writeSecurity(air, uid, 'off', settings(method))).toMatchObject({ failure: 'unsupported' });
  });

  it('that is gone is told at once', async () => {
    const { air, field } = hf();
    field.clear();
    expect(await writeSecurity(air, uid, 'off', settings('afi'))).toMatchObject({ failure: 'no-tag' });
  });

  it('of a library without gates is left alone', async () => {
    const { air, tag } = hf();
    expect(await writeSecurity(air, uid, 'off', settings('none'))).toMatchObject({ ok: true });
    expect(await readSecurity(air, uid, settings('none'))).toEqual({ ok: true, value: null });
    expect(tag).toMatchObject({ afi: 0x07, eas: true });
  });
});

describe('the security of a UHF tag', () => {
  it('by the AFI in its PC word, which else stays as it is', async () => {
    const { air, tag } = uhf('iso28560-4');
    const epc = epcOf(tag);
    const [high = 0] = tag.banks[1].subarray(2);
    for (const state of ['off', 'on'] as const) {
      expect(await writeSecurity(air, epc, state, settings('pc-afi'))).toEqual({
        ok: true,
        value: { address: epc, state },
      });
      expect([...tag.banks[1].subarray(2, 4)]).toEqual([high | 1, state === 'on' ? 0x07 : 0xc2]);
    }
    stick(tag);
    expect(await writeSecurity(air, epc, 'off', settings('pc-afi'))).toMatchObject({ failure: 'refused' });
  });

  it('by the flag in its EPC, under whose address it answers then', async () => {
    const { air, tag } = uhf('alliance');
    const epc = epcOf(tag);
    const off = await writeSecurity(air, epc, 'off', settings('alliance'));
    expect(off).toEqual({ ok: true, value: { address: epcOf(tag), state: 'off' } });
    expect(epcOf(tag)).toBe(`80${epc.slice(2)}`);
    const on = await writeSecurity(air, epcOf(tag), 'on', settings('alliance'));
    expect(on).toEqual({ ok: true, value: { address: epc, state: 'on' } });
    stick(tag);
    expect(await writeSecurity(air, epc, 'off', settings('alliance'))).toMatchObject({ failure: 'refused' });
    expect(epcOf(tag)).toBe(epc);
  });

  it('that leaves while its flag is read again is not done', async () => {
    const { air, tag } = uhf('alliance');
    tag.faults = { ...tag.faults, leavesAfter: 1 };
    expect(await writeSecurity(air, epcOf(tag), 'off', settings('alliance'))).toMatchObject({
      failure: 'no-tag',
    });
  });

  it('by its chip’s bit, which nobody can read again', async () => {
    const { air, tag } = uhf('iso28560-4');
    const epc = epcOf(tag);
    expect(await writeSecurity(air, epc, 'on', settings('uhf-eas'))).toMatchObject({ ok: true });
    expect(tag.eas).toBe(true);
    expect(await readSecurity(air, epc, settings('uhf-eas'))).toEqual({ ok: true, value: null });
  });

  it.each(hfMethods)('cannot be set by %s', async (method) => {
    const { air, tag } = uhf('alliance');
    expect(await writeSecurity(air, epcOf(tag), 'off', settings(method))).toMatchObject({
      failure: 'unsupported',
    });
  });
});

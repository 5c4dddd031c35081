import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyScan } from './classify.ts';
import { commandPrefix } from './commands.ts';
import { defaultCodePatterns } from './default-patterns.ts';
import { imeRisks } from './ime-safety.ts';
import { readSelfTest, selfTestCode } from './self-test.ts';

const fault = (what: string): unknown => expect.objectContaining({ ok: false, fault: what });

describe('the self-test code', () => {
  it('is changed by both input methods, and is no other code of the desk', () => {
    expect(imeRisks(selfTestCode)).toEqual(['telex', 'vni']);
    const options = { ...defaultCodePatterns, commandPrefix, today: '2026-11-25', parents: false };
    expect(classifyScan(selfTestCode, options).kind).toBe('unknown');
  });

  it('unchanged is right', () => {
    expect(readSelfTest(selfTestCode)).toEqual({ ok: true });
  });

  // What the engine makes of `DD001` and of `TE100512`: vectors/ime_unikey.json.
  it.each([
    ['Telex, Simple Telex', 'Đ001-TE100512.Zy/|', 'ime'],
    ['VNI', 'DD001-TE0512.Zy/|', 'ime'],
    ['an engine without a spelling check', 'DD001-TÉ00512.Zy/|', 'ime'],
    ['Caps Lock', 'dd001-te100512.zY/|', 'caps-lock'],
    ['a French keyboard', 'DDàà&)TE&àà(&é:Wy!µ', 'layout'],
    ['a German keyboard', "DD001ßTE100512.Yz-'", 'layout'],
    ['a British keyboard', 'DD001-TE100512.Zy/~', 'layout'],
    ['a keyboard nobody thought of', 'DD001-TE100512.Zy?§', 'layout'],
    ['a lost beginning', 'TE100512.Zy/|', 'cut'],
    ['a lost end', 'DD001-TE100', 'cut'],
  ])('%s: %s is told as %s', (_, text, what) => {
    expect(readSelfTest(text)).toEqual(fault(what));
  });

  it('with a prefix or a suffix says which', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (before, behind) => {
        fc.pre(before + behind !== '');
        const text = before + selfTestCode + behind;
        fc.pre(text.indexOf(selfTestCode) === before.length);
        expect(readSelfTest(text)).toEqual({ ok: false, fault: 'extra', before, behind });
      }),
    );
  });

  it('with any one character changed, dropped or doubled is never right', () => {
    fc.assert(
      fc.property(fc.nat(selfTestCode.length - 1), fc.string({ maxLength: 2 }), (at, instead) => {
        fc.pre(instead !== selfTestCode[at]);
        const text = selfTestCode.slice(0, at) + instead + selfTestCode.slice(at + 1);
        expect(readSelfTest(text)?.ok ?? false).toBe(false);
      }),
    );
  });

  it.each(['', 'VV.004512', 'BN-900123', 'TE100512', '9786042212345', 'DD', 'https://opac.vn/i/00a1'])(
    '%j is something else',
    (text) => {
      expect(readSelfTest(text)).toBeNull();
    },
  );

  it('is never read from any other text of digits and letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}[.-]\d{6}$/), (text) => {
        expect(readSelfTest(text)).toBeNull();
      }),
    );
  });
});

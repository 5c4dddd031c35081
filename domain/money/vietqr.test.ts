import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16 } from './crc16.ts';
import type { VietQrAsk, VietQrReading } from './vietqr.ts';
import { makeVietQr, readVietQr, transferServices } from './vietqr.ts';
import file from './vietqr.vectors.json' with { type: 'json' };

/** Sample 6.1.4 of NAPAS QR Switching v1.5.2 with another receiver, in parts, so that a test can spoil one. */
const parts = {
  begin: '000201010212',
  receiver: '38570010A00000072701270006970403011300110123456780208QRIBFTTA',
  currency: '5303704',
  amount: '5406180000',
  country: '5802VN',
  more: '62340107NPS68690819thanh toan don hang',
};
const sealed = (text: string): string => `${text}6304${crc16(`${text}6304`)}`;
const code = (changes: Partial<typeof parts> = {}): string =>
  sealed(Object.values({ ...parts, ...changes }).join(''));
const whole = code();

const faultOf = (text: string): string => {
  const reading = readVietQr(text);
  return reading.ok ? `read as ${reading.qr.kind}` : reading.fault;
};
const made = (ask: VietQrAsk): string => {
  const answer = makeVietQr(ask);
  return answer.ok ? answer.payload : answer.fault;
};

/** A reading in the words of the vectors, which have no `kind` and no number for the amount. */
function inTheirWords(reading: VietQrReading): object {
  if (!reading.ok || reading.qr.kind === 'other-merchant') return reading;
  const { kind: _kind, dong: _dong, ...decoded } = reading.qr;
  return decoded;
}

describe('published vectors', () => {
  it.each(file.valid)('reads $id', ({ payload, decoded }) => {
    expect(inTheirWords(readVietQr(payload))).toStrictEqual(decoded);
  });

  it.each(file.valid)('makes $id', ({ payload, decoded }) => {
    const { bankBin, account, amount, billNumber: bill, purpose, initMethod } = decoded;
    const service = transferServices.find((known) => known === decoded.service) ?? 'QRIBFTTA';
    expect(
      makeVietQr({
        bankBin,
        account,
        service,
        amount: amount === null ? null : Number(amount),
        bill,
        purpose,
        // The last vector is the only one that may be paid again and again although it has an amount.
        ...(initMethod === '11' && { initMethod }),
      }),
    ).toStrictEqual({ ok: true, payload });
  });

  it.each([
    ['bad-crc', 'crc'],
    ['amount-tampered-crc-kept', 'crc'],
    ['tlv-length-overrun', 'overrun'],
    ['vnpay-guid-not-vietqr', 'read as other-merchant'],
  ])('%s: %s', (id, fault) => {
    expect(faultOf(file.invalid.find((vector) => vector.id === id)?.payload ?? '')).toBe(fault);
  });

  it('reads lengths as characters: the worked example of EMVCo, and diacritics a bank app wrote', () => {
    expect(readVietQr(file.emvcoSample)).toMatchObject({
      ok: true,
      qr: {
        kind: 'other-merchant',
        currency: '156',
        amount: '23.72',
        country: 'CN',
        other: { '52': '4111', '59': 'BEST TRANSPORT', '62.03': '1234', '64.01': '最佳运输' },
      },
    });
    const [hazard] = file.hazards;
    expect(readVietQr(hazard?.payload ?? '')).toMatchObject({ qr: { purpose: 'Phí thẻ bạn đọc' } });
  });

  it('reads lengths as bytes where that alone makes sense of the text', () => {
    expect(readVietQr(code({ more: '62270823Phí thẻ bạn đọc' }))).toMatchObject({
      qr: { purpose: 'Phí thẻ bạn đọc', dong: 180_000 },
    });
    expect(faultOf(code({ more: '62260822Phí thẻ bạn đọc' }))).toBe('overrun');
  });
});

describe('readVietQr', () => {
  it.each<[fault: string, text: string]>([
    ['not-emv', ''],
    ['not-emv', whole.slice(6)],
    ['not-emv', whole.replace('000201', '000202')],
    ['truncated', whole.slice(0, 60)],
    ['truncated', whole.slice(0, -1)],
    ['missing-crc', whole.slice(0, -8)],
    ['overrun', whole.replace('5406', '5496')],
    ['overrun', whole.replace('0819thanh', '0829thanh')],
    ['id', code({ more: '6X0112' })],
    ['id', code({ more: '6205X1010' })],
    ['length', code({ amount: '54A1' })],
    ['length', code({ amount: '5400' })],
    ['duplicate', code({ more: parts.amount })],
    ['duplicate', code({ more: '62140803abc0803def' })],
    ['crc-not-last', `${whole}5902XY`],
    ['crc-not-last', `${whole}x`],
    ['crc', `${whole.slice(0, -4)}XYZW`],
    ['crc', sealed(Object.values(parts).join('')).replace('6180000', '6180001')],
    ['missing-currency', code({ currency: '' })],
    ['missing-country', code({ country: '' })],
    ['missing-account', code({ receiver: '' })],
    ['missing-account', code({ receiver: '38400010A000000727011000069704030208QRIBFTTA' })],
    ['guid', code({ receiver: parts.receiver.replace('727', '728') })],
    ['currency', code({ currency: '5303840' })],
    ['country', code({ country: '5802US' })],
    ['bank', code({ receiver: parts.receiver.replace('970403', '97O403') })],
    ['account', code({ receiver: parts.receiver.replace('0011012345678', '00110123 5678') })],
    ['amount', code({ amount: '54050.500' })],
    ['amount', code({ amount: '54010' })],
    ['amount', code({ amount: '541412345678901234' })],
  ])('%s', (fault, text) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('says where the fault is', () => {
    expect(readVietQr(code({ amount: '5400' }))).toMatchObject({ at: whole.indexOf('5406180000') });
    expect(readVietQr(whole.replace('0819thanh', '0829thanh'))).toMatchObject({
      at: whole.indexOf('0819thanh'),
    });
    expect(readVietQr(code({ country: '5802US' }))).toMatchObject({ at: whole.indexOf('5802VN') });
    expect(readVietQr(code({ currency: '' }))).toMatchObject({
      at: whole.length - 8 - parts.currency.length,
    });
  });

  it('keeps what it does not know, wallets with bare digits in 80 included', () => {
    expect(readVietQr(code({ more: '62090705QUAY18003046' }))).toMatchObject({
      qr: { kind: 'transfer', other: { '62.07': 'QUAY1', '80': '046' } },
    });
    expect(readVietQr(code({ more: '80160003abc0105defgh5903XYZ' }))).toMatchObject({
      qr: { other: { '80.00': 'abc', '80.01': 'defgh', '59': 'XYZ' } },
    });
  });

  it('is easy on what says the same: a lower-case checksum, a line end, decimals that are zeros', () => {
    const reading = readVietQr(whole);
    expect(readVietQr(whole.slice(0, -4) + whole.slice(-4).toLowerCase())).toStrictEqual(reading);
    expect(readVietQr(`${whole}\r\n`)).toStrictEqual(reading);
    expect(readVietQr(code({ amount: '5409180000.00' }))).toMatchObject({ qr: { dong: 180_000 } });
  });

  it('reads a NAPAS code for another service as a code of another kind', () => {
    const receiver = '38550010A00000072701270006970403011300110123456780206QRPUSH';
    expect(faultOf(code({ receiver }))).toBe('read as other-merchant');
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((tail) => `000201${tail}`),
        ),
        (text) => {
          expect(readVietQr(text).ok).toBe(false);
        },
      ),
    );
  });

  it('is not deceived by one changed character', () => {
    const place = fc.nat({ max: whole.length - 1 });
    fc.assert(
      fc.property(place, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), (at, other) => {
        const changed = whole.slice(0, at) + other + whole.slice(at + 1);
        // The checksum's own digits may change between a and A.
        fc.pre(changed !== whole && (at < whole.length - 4 || !/[a-f]/u.test(other)));
        expect(readVietQr(changed).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('makeVietQr', () => {
  const ask: VietQrAsk = { bankBin: '970436', account: '1021000004321', amount: 35_000 };

  it('folds the purpose to ASCII with its case and cuts it at 25', () => {
    const text = made({ ...ask, purpose: 'Đặt cọc “Truyện Kiều” – bạn đọc số 12' });
    expect(readVietQr(text)).toMatchObject({ qr: { purpose: 'Dat coc Truyen Kieu ban d' } });
    expect(text).toContain('0825Dat coc');
  });

  it.each<[fault: string, changes: Partial<VietQrAsk>]>([
    ['bank', { bankBin: '97043' }],
    ['bank', { bankBin: '٩٧٠٤٣٦' }],
    ['account', { account: '' }],
    ['account', { account: '12345678901234567890' }],
    ['account', { account: '1021-43' }],
    ['account', { account: '97040311ABC', service: 'QRIBFTTC' }],
    ['amount', { amount: 0 }],
    ['amount', { amount: 0.5 }],
    ['amount', { amount: 10_000_000_000_000 }],
    ['amount', { amount: Number.NaN }],
    ['bill', { bill: 'B'.repeat(26) }],
    ['bill', { bill: 'BL số 1' }],
    ['reference', { reference: ' x' }],
    ['purpose', { purpose: '最佳运输' }],
  ])('refuses %s %j', (fault, changes) => {
    expect(makeVietQr({ ...ask, ...changes })).toStrictEqual({ ok: false, fault });
  });

  it('makes what it reads', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'ABCxyz019-/.'), minLength: 1, maxLength: 25 });
    const anyAsk = fc.record({
      bankBin: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
      account: fc.string({ unit: fc.constantFrom(...'0123456789aZ'), minLength: 1, maxLength: 19 }),
      amount: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 })),
      bill: fc.option(ascii),
      reference: fc.option(ascii),
      purpose: fc.option(fc.string({ unit: 'grapheme' })),
    });
    fc.assert(
      fc.property(anyAsk, (anything) => {
        const answer = makeVietQr(anything);
        fc.pre(answer.ok);
        if (!answer.ok) return;
        expect(answer.payload).toMatch(/^[ -~]{1,512}$/u);
        const { bankBin, account, amount: dong, bill: billNumber, reference } = anything;
        expect(readVietQr(answer.payload)).toMatchObject({
          ok: true,
          qr: { kind: 'transfer', bankBin, account, dong, billNumber, reference, other: {} },
        });
      }),
    );
  });
});

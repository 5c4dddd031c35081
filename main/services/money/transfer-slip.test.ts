import { describe, expect, it } from 'vitest';
import { makeVietQr } from '../../../domain/money/vietqr.ts';
import vectors from '../../../domain/money/vietqr.vectors.json' with { type: 'json' };
import { transferQr } from './transfer-qr.ts';
import { transferSlip } from './transfer-slip.ts';

const bank = { bin: '970403', account: '0011012345678' };
const station = { station: 'ST-01', bank, library: { id: 'A', name: 'Thư viện Thử nghiệm A' } };

/** The payload of a transfer to an account, as another program would make it. */
function payloadTo({ bin, account }: typeof bank, amount = 35_000): string {
  const made = makeVietQr({
    bankBin: bin,
    account,
    amount,
    bill: 'ST01000000001',
    purpose: 'TVIEN THU TIEN',
  });
  if (!made.ok) throw new Error('The QR is made.');
  return made.payload;
}

describe('the QR of a transfer on paper', () => {
  it('says how much, to whom and for what, in figures and in words, and that it is no receipt', () => {
    const made = transferQr(station, { amount: 35_000, purpose: 'charges' });
    const slip = transferSlip(station, made.ok ? made.payload : '');
    expect(slip?.reprint).toBe(false);
    expect(slip?.lines).toContainEqual({ kind: 'qr', value: made.ok && made.payload });
    expect(slip?.lines).toContainEqual({
      kind: 'pair',
      left: 'Nội dung',
      right: made.ok && made.bill,
      bold: false,
    });
    const texts = (slip?.lines ?? []).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
    expect(texts).toStrictEqual([
      'Thư viện Thử nghiệm A',
      'QUÉT ĐỂ CHUYỂN KHOẢN',
      '35.000 đ',
      'Ba mươi lăm nghìn đồng',
      'Chuyển xong, báo thủ thư. Đây không phải phiếu thu.',
    ]);
    expect(JSON.stringify(slip)).toContain('0011012345678');
  });

  it('is made of any transfer to the library’s own account', () => {
    expect(transferSlip(station, payloadTo(bank))).not.toBeNull();
  });

  it.each([
    ['another account at the same bank', payloadTo({ ...bank, account: '0011012345679' })],
    ['the same account at another bank', payloadTo({ ...bank, bin: '970416' })],
    // The checksum tells.
    ['an amount that was changed', payloadTo(bank).replace('35000', '95000')],
    ['a code cut short', payloadTo(bank).slice(0, -6)],
    // NAPAS sample 6.1.1, to this very account.
    [
      'the own account with no amount',
      vectors.valid.find(({ id }) => id === 'napas-6.1.1-static-account')?.payload ?? '',
    ],
    ['a card number', vectors.valid.find(({ id }) => id === 'napas-6.1.4-dynamic-card')?.payload ?? ''],
    ['no payment code', 'gì đó'],
    ['nothing', ''],
  ])('is not made of %s', (_what, payload) => {
    expect(transferSlip(station, payload)).toBeNull();
  });

  it('is not made by a library that has no account', () => {
    expect(transferSlip({ ...station, bank: null }, payloadTo(bank))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { readVietQr } from '../../../domain/money/vietqr.ts';
import { transferQr } from './transfer-qr.ts';

const config = { station: 'ST-01', bank: { bin: '970403', account: '0011012345678' } };

describe('the QR of a transfer', () => {
  it('names the library’s account, the amount and a bill number, and nobody who pays', () => {
    const made = transferQr(config, { amount: 35_000, purpose: 'charges' });
    expect(made).toMatchObject({ ok: true, account: '0011012345678' });
    const read = readVietQr(made.ok ? made.payload : '');
    expect(read).toMatchObject({
      ok: true,
      qr: { kind: 'transfer', bankBin: '970403', account: '0011012345678', dong: 35_000 },
    });
    expect(read.ok && read.qr.billNumber).toBe(made.ok && made.bill);
  });

  it('has another bill number every time', () => {
    const bills = Array.from({ length: 50 }, () => transferQr(config, { amount: 1, purpose: 'deposit' })).map(
      (made) => (made.ok ? made.bill : ''),
    );
    expect(new Set(bills).size).toBe(50);
  });

  it.each([
    [0, 'LT-1702'],
    [-5, 'LT-1702'],
    [2 ** 53, 'LT-1703'],
    [1.5, 'LT-1703'],
  ])('refuses the amount %d', (amount, code) => {
    const made = transferQr(config, { amount, purpose: 'charges' });
    expect(made).toMatchObject({ ok: false, finding: { reason: { code } } });
  });

  it('says when the library has no account', () => {
    expect(transferQr({ ...config, bank: null }, { amount: 1, purpose: 'charges' })).toMatchObject({
      ok: false,
      finding: { reason: { code: 'LT-1712' } },
    });
  });
});

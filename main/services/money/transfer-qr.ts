import { randomInt } from 'node:crypto';
import { stop } from '../../../domain/circulation/decision.ts';
import { bankName } from '../../../domain/money/banks.ts';
import { amountProblems } from '../../../domain/money/take-payment.ts';
import { makeVietQr } from '../../../domain/money/vietqr.ts';
import { reason } from '../../../domain/outcome.ts';
import type { TransferQr } from '../../../contract/workstation/admin.ts';
import type { StationConfig } from '../../config.ts';

export interface TransferAsk {
  readonly amount: number;
  readonly purpose: 'charges' | 'deposit';
}

/** What the reader's bank shows beside the amount; ASCII, at most 25 characters (EMVCo 62/08). */
const purposes = { charges: 'TVIEN THU TIEN', deposit: 'TVIEN THE CHAN' } as const;

/**
 * The QR of a transfer to the library's account. Its bill number is what the bank statement is matched by, so it is
 * new every time; nothing in the QR says who pays.
 */
export function transferQr(
  { bank, station }: Pick<StationConfig, 'bank' | 'station'>,
  ask: TransferAsk,
): TransferQr {
  if (bank === null) return { ok: false, finding: stop(reason('LT-1712')) };
  const [problem] = amountProblems(ask.amount);
  if (problem) return { ok: false, finding: stop(problem) };
  const bill = billNumber(station);
  const made = makeVietQr({
    bankBin: bank.bin,
    account: bank.account,
    amount: ask.amount,
    bill,
    purpose: purposes[ask.purpose],
  });
  if (!made.ok) return { ok: false, finding: stop(reason('LT-1712')) };
  return {
    ok: true,
    payload: made.payload,
    bill,
    bank: bankName(bank.bin) ?? bank.bin,
    account: bank.account,
  };
}

/** Station and nine random digits: readable over the telephone, and never the same twice in a day. */
function billNumber(station: string): string {
  const prefix = station
    .replaceAll(/[^A-Za-z0-9]/gu, '')
    .toUpperCase()
    .slice(-8);
  return `${prefix}${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
}

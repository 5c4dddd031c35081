import type { Payment } from '../../domain/money/payment.ts';
import { formatReceiptNumber } from '../../domain/money/receipt-number.ts';
import type { Translate } from '../i18n/start.ts';

/** True when money went out of the library. */
export function isPaidOut({ purpose }: Pick<Payment, 'purpose'>): boolean {
  return purpose === 'deposit-refund' || purpose === 'credit-refund';
}

/** What became of a payment, in words: cash is taken, a transfer is received or only reported. */
export function statusWord(t: Translate, payment: Payment): string {
  if (payment.status !== 'received') return t(`money.status.${payment.status}`);
  if (isPaidOut(payment)) return t('money.status.paidOut');
  return payment.method === 'cash' ? t('money.status.received') : t('money.status.confirmed');
}

/** The number on the paper: `biên lai TV-26/0000123`, or the station's provisional one. */
export function receiptWord(t: Translate, { receipt }: Pick<Payment, 'receipt'>): string {
  if (receipt.kind === 'provisional') return t('money.receipt.provisional', { number: receipt.text });
  return t('money.receipt.leased', { number: `${receipt.series}/${formatReceiptNumber(receipt.number)}` });
}

import { formatAmount, readAmount } from '../../domain/money/amount-text.ts';

/** The amount a field holds, in đồng; null when there is none or it cannot be read. */
export function amountOf(text: string): number | null {
  const reading = readAmount(text);
  return reading.ok ? reading.amount : null;
}

/** An amount as a field shows it before anybody typed: `35.000`; empty for nothing. */
export function amountText(amount: number): string {
  return amount === 0 ? '' : formatAmount(amount).replace(/ đ$/u, '');
}

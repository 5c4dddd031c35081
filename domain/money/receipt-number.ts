import type { ReceiptSource } from '../circulation/view.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { ReceiptNumber, ReceiptRange } from './payment.ts';

type LeasedNumber = Extract<ReceiptNumber, { kind: 'leased' }>;

/** Decree 254/2026 art. 23.2: a number has at most eight digits and starts again at 1 every 1 January. */
const largestNumber = 99_999_999;
const printedDigits = 7;

/**
 * The next number of a year from the ranges leased to this station; `none-left` when they are used up. Decree
 * 254/2026 art. 25.5 wants ascending order, so a range that lies below a number already given is left alone.
 * `used` holds the highest number given from each range, by its id. Series are used up one after the other.
 */
export function nextReceipt(
  ranges: readonly ReceiptRange[],
  used: ReadonlyMap<string, number>,
  year: number,
): LeasedNumber | 'none-left' {
  const ofYear = ranges.filter((range) => range.year === year);
  let next: LeasedNumber | 'none-left' = 'none-left';
  for (const { series, from, to } of ofYear) {
    const sameSeries = ofYear.filter((range) => range.series === series);
    const given = Math.max(0, ...sameSeries.map(({ id }) => used.get(id) ?? 0));
    const number = Math.max(from, given + 1);
    if (number > Math.min(to, largestNumber)) continue;
    if (next === 'none-left' || comesBefore({ series, number }, next))
      next = { kind: 'leased', series, year, number };
  }
  return next;
}

/** The number a receipt gets now; without a leased one, the station's own on a "phiếu thu tạm". */
export function receiptFor(
  { ranges, used, provisional }: ReceiptSource,
  { station, today }: { readonly station: string; readonly today: CivilDate },
): ReceiptNumber {
  const year = Number(today.slice(0, 4));
  const next = nextReceipt(ranges, used, year);
  if (next !== 'none-left') return next;
  return { kind: 'provisional', text: `${station}/${year}/T${formatReceiptNumber(provisional + 1)}` };
}

/** As printed: seven digits (`0000123`), eight when it needs them. */
export function formatReceiptNumber(number: number): string {
  return String(number).padStart(printedDigits, '0');
}

type Place = Pick<LeasedNumber, 'series' | 'number'>;

function comesBefore(a: Place, b: Place): boolean {
  return a.series === b.series ? a.number < b.number : a.series < b.series;
}

/**
 * Amounts in Vietnamese words, as receipts must have them (Decree 254/2026 art. 23.2).
 *
 * Where usage varies, one form is kept: `nghìn` (not ngàn), `lẻ` (not linh), `hai mươi bốn` (not tư). Fixed by
 * grammar: `mười lăm`, `hai mươi mốt`, and every inner group said in full: `không trăm lẻ năm`.
 */
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const billion = 1_000_000_000;
const million = 1_000_000;
const thousand = 1000;

/**
 * `35000` → `Ba mươi lăm nghìn đồng`. From 0 to 2^53 − 1; above a billion the billions are a number of their own
 * (`nghìn tỷ`, `triệu tỷ`). Throws `RangeError` for anything else: no receipt is written for a negative amount.
 */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is not an amount in đồng`);
  const words = [...(amount === 0 ? [digits[0]] : whole(amount)), 'đồng'].join(' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function whole(amount: number): readonly string[] {
  const billions = Math.floor(amount / billion);
  const rest = amount % billion;
  return billions === 0 ? belowBillion(rest, false) : [...whole(billions), 'tỷ', ...belowBillion(rest, true)];
}

/** `follows`: something larger was said before, so the first group says its hundreds too. */
function belowBillion(amount: number, follows: boolean): readonly string[] {
  const groups = [
    { value: Math.floor(amount / million), name: ['triệu'] },
    { value: Math.floor((amount % million) / thousand), name: ['nghìn'] },
    { value: amount % thousand, name: [] },
  ].filter(({ value }) => value > 0);
  return groups.flatMap(({ value, name }, index) => group(value, follows || index > 0).concat(name));
}

function group(value: number, follows: boolean): readonly string[] {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0 && !follows) return belowHundred(rest);
  const said = [word(hundreds), 'trăm'];
  if (rest === 0) return said;
  return rest < 10 ? [...said, 'lẻ', word(rest)] : [...said, ...belowHundred(rest)];
}

function belowHundred(value: number): readonly string[] {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return [word(ones)];
  const said = tens === 1 ? ['mười'] : [word(tens), 'mươi'];
  if (ones === 0) return said;
  if (ones === 5) return [...said, 'lăm'];
  return [...said, ones === 1 && tens > 1 ? 'mốt' : word(ones)];
}

function word(digit: number): string {
  return digits[digit] ?? '';
}

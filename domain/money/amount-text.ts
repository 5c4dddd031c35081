/** Amounts as people type and read them: `35.000 đ`. Only whole đồng; ASCII digits only, as keyboards type them. */

export type AmountFault = 'empty' | 'negative' | 'decimal' | 'separators' | 'too-large' | 'not-a-number';
export type AmountReading =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly fault: AmountFault };

/** ASCII, no-break, narrow no-break, thin and figure space. */
const space = '[ \\u00a0\\u202f\\u2009\\u2007]';
const currency = /(?:đồng|dong|vnđ|vnd|đ|₫|d)$/iu;
const outerSpace = new RegExp(`^${space}+|${space}+$`, 'gu');
const sign = new RegExp(`^[-\\u2010-\\u2015\\u2212]${space}*`, 'u');
const digitsAndJoints = new RegExp(`^[0-9](?:[0-9.,]|${space})*$`, 'u');
const joint = new RegExp(`[.,]|${space}`, 'gu');
const groups = /^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?: [0-9]{3})+)$/u;
/** A point or comma that is the only one, or unlike those before it, and has no three digits behind it. */
const decimal =
  /^[0-9 ]+[.,](?:[0-9]{1,2}|[0-9]{4,})$|^[0-9]+(?:\.[0-9]+)+,(?![0-9]{3}$)[0-9]*$|^[0-9]+(?:,[0-9]+)+\.(?![0-9]{3}$)[0-9]*$/u;

/**
 * Reads an amount that a person typed: `35000`, `35.000`, `35,000`, `35 000 đ`, `35.000 VND`. Separators stand
 * between thousands, all alike; the đồng has no decimals, so `10,00` is refused rather than read as ten or 1000.
 */
export function readAmount(text: string): AmountReading {
  const typed = text.normalize('NFC').trim().replaceAll(outerSpace, '');
  const withoutCurrency = typed.replace(currency, '').replaceAll(outerSpace, '');
  if (withoutCurrency === '') return { ok: false, fault: 'empty' };
  const unsigned = withoutCurrency.replace(sign, '');
  if (!digitsAndJoints.test(unsigned)) return { ok: false, fault: 'not-a-number' };
  if (unsigned !== withoutCurrency) return { ok: false, fault: 'negative' };
  const oneSpace = unsigned.replaceAll(new RegExp(space, 'gu'), ' ');
  if (/[^0-9]/u.test(oneSpace) && !groups.test(oneSpace))
    return {
      ok: false,
      fault: decimal.test(oneSpace) || /^0+[.,]/u.test(oneSpace) ? 'decimal' : 'separators',
    };
  const amount = Number(unsigned.replaceAll(joint, ''));
  return Number.isSafeInteger(amount) ? { ok: true, amount } : { ok: false, fault: 'too-large' };
}

/**
 * An amount as Vietnamese readers write it: points between thousands, a space, `đ`. Written out here because what
 * `Intl` prints (which space, which sign) depends on the machine. Throws `RangeError` on what is not whole đồng.
 */
export function formatAmount(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole amount`);
  const digits = String(Math.abs(amount)).replaceAll(/\B(?=(?:[0-9]{3})+$)/gu, '.');
  return `${amount < 0 ? '-' : ''}${digits} đ`;
}

/** Check characters of printed labels. Each of these is worked out over the text before it. */

/**
 * Luhn, modulus 10, of a run of digits: the rightmost is doubled first. The check digit of the 14-digit Codabar
 * labels of libraries, for example `58198000943996`. Source: ISO/IEC 7812-1 annex B.
 */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const value = place % 2 === 0 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** The order of the characters gives their values 0–42. Source: ISO/IEC 16388 (Code 39) annex A. */
const code39 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** Code 39, modulus 43: `CODE 39` → `R`. Null when a character is not of Code 39. */
export function mod43Character(text: string): string | null {
  const values = [...text].map((letter) => code39.indexOf(letter));
  return values.includes(-1) ? null : (code39[values.reduce((sum, value) => sum + value, 0) % 43] ?? null);
}

/** ISO 7064 MOD 11-2 of a run of digits of any length: `0`–`9` or `X` for ten. Finds every swap and every slip. */
export function mod11Character(digits: string): string {
  const sum = [...digits].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0);
  const value = (12 - sum) % 11;
  return value === 10 ? 'X' : String(value);
}

/** ISO 7064 MOD 97-10: two digits. Letters count as 10 (A) to 35 (Z), marks between them do not count. */
export function mod97Digits(text: string): string {
  const letters = text.replaceAll(/[^0-9A-Z]/gu, '');
  const remainder = [...letters].reduce((total, letter) => append(total, Number.parseInt(letter, 36)), 0);
  return String(98 - ((remainder * 100) % 97)).padStart(2, '0');
}

function append(total: number, value: number): number {
  return (total * (value > 9 ? 100 : 10) + value) % 97;
}

import { luhnDigit, mod11Character, mod43Character, mod97Digits } from './check-characters.ts';

/**
 * How a library's own numbers look, as a librarian fills it in: `VV` `.` six digits. Kept as data and not as a
 * regular expression, so that it can be explained, checked and drawn on a label.
 */
export interface CodePattern {
  readonly id: string;
  /** Capitals and digits before the separator; empty for numbers alone. */
  readonly prefix: string;
  readonly separator: '' | '.' | '-' | '/' | ' ';
  /** How many digits the number has, the check character not counted. */
  readonly digits: { readonly min: number; readonly max: number };
  /**
   * The check character behind the number: `luhn` and `mod11` (ISO 7064 MOD 11-2) over the digits, `mod43` (Code 39)
   * and `mod97` (ISO 7064 MOD 97-10, two digits) over the whole text before it.
   */
  readonly check: 'none' | 'luhn' | 'mod11' | 'mod43' | 'mod97';
  /** A number of this pattern, for the person who sets it up. */
  readonly example: string;
}

/** `check-failed`: the shape is right and the check character is not, so the label was misread or mistyped. */
export type PatternMatch = 'match' | 'check-failed' | 'no-match';

/** Compares a code in the spelling of `normaliseCode` with a pattern. */
export function matchPattern(pattern: CodePattern, code: string): PatternMatch {
  const start = pattern.prefix + pattern.separator;
  if (!code.startsWith(start)) return 'no-match';
  const checkLength = pattern.check === 'none' ? 0 : pattern.check === 'mod97' ? 2 : 1;
  const end = code.length - checkLength;
  const digits = code.slice(start.length, end);
  if (digits.length < pattern.digits.min || digits.length > pattern.digits.max) return 'no-match';
  if (!/^\d+$/u.test(digits)) return 'no-match';
  if (pattern.check === 'none') return 'match';
  return checkOf(pattern, digits, code.slice(0, end)) === code.slice(end) ? 'match' : 'check-failed';
}

function checkOf({ check }: CodePattern, digits: string, text: string): string | null {
  switch (check) {
    case 'none':
      return '';
    case 'luhn':
      return luhnDigit(digits);
    case 'mod11':
      return mod11Character(digits);
    case 'mod43':
      return mod43Character(text);
    case 'mod97':
      return mod97Digits(text);
  }
}

export type PatternFault =
  /** Only capitals A–Z and digits survive every scanner and keyboard. */
  | 'prefix-characters'
  | 'prefix-too-long'
  /** Between 1 and 20 digits, the smaller number first. */
  | 'digit-count'
  /** Would be taken for a book's ISBN, a serial's ISSN or the number of a citizen card. */
  | 'looks-like-another-code'
  /** The example is not of the pattern. */
  | 'example';

const longestPrefix = 12;
const mostDigits = 20;

/** What is wrong with a pattern that a librarian wrote; empty when it can be used. */
export function patternFaults(pattern: CodePattern): readonly PatternFault[] {
  const { prefix, digits, example } = pattern;
  const isCount = Number.isInteger(digits.min) && Number.isInteger(digits.max);
  const isRange = 1 <= digits.min && digits.min <= digits.max && digits.max <= mostDigits;
  return [
    ...when(!/^[A-Z0-9]*$/u.test(prefix), 'prefix-characters'),
    ...when(prefix.length > longestPrefix, 'prefix-too-long'),
    ...when(!isCount || !isRange, 'digit-count'),
    ...when(canBeAnotherCode(pattern), 'looks-like-another-code'),
    ...when(matchPattern(pattern, example) !== 'match', 'example'),
  ];
}

function canBeAnotherCode({ prefix, separator, digits, check }: CodePattern): boolean {
  if (separator !== '' || !/^\d*$/u.test(prefix)) return false;
  const fixed = prefix.length + (check === 'none' ? 0 : check === 'mod97' ? 2 : 1);
  const canHave = (length: number): boolean => digits.min + fixed <= length && length <= digits.max + fixed;
  const isOpen = ['977', '978', '979'].some((ean) => ean.startsWith(prefix) || prefix.startsWith(ean));
  return (canHave(13) && isOpen) || (canHave(12) && prefix === '');
}

function when(isSo: boolean, fault: PatternFault): readonly PatternFault[] {
  return isSo ? [fault] : [];
}

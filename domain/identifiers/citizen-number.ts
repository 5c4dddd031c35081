import { registrationProvinces } from './provinces.ts';

/** As cards and library systems write it: M male (Nam), F female (Nữ). */
export type Sex = 'M' | 'F';

/** What the twelve digits of a personal identification number say. */
export interface CitizenNumber {
  /** Three digits: province, or country, of birth registration. */
  readonly province: string;
  /** Null when the table has no such province: the births of citizens abroad have codes of their own. */
  readonly provinceName: string | null;
  readonly sex: Sex;
  readonly birthYear: number;
}

const shape = /^(\d{3})(\d)(\d{2})\d{6}$/u;

/**
 * Reads `PPP G YY NNNNNN`: province, sex and century, year, six random digits; no check digit. Even `G` is male and
 * odd is female, 0 and 1 stand for births in the 1900s, 2 and 3 in the 2000s, and so on. Null when the text is not
 * twelve digits. Source: Circular 07/2016/TT-BCA art. 5, see `reference/vietnam.md` §1.1.
 */
export function readCitizenNumber(text: string): CitizenNumber | null {
  const [, province, sexAndCentury, year] = shape.exec(text) ?? [];
  if (province === undefined || sexAndCentury === undefined || year === undefined) return null;
  const digit = Number(sexAndCentury);
  return {
    province,
    provinceName: registrationProvinces[province] ?? null,
    sex: digit % 2 === 0 ? 'M' : 'F',
    birthYear: 1900 + Math.floor(digit / 2) * 100 + Number(year),
  };
}

import type { CivilDate } from '../facts/fact.ts';
import { readDate } from './dates.ts';
import { isPersonName, tidy } from './person-name.ts';

/** The value as it is stored, or why it cannot be. Each field of a registration form has a reading of its own. */
export type FieldReading<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };

const shortestName = 2;
const longestName = 100;
const firstBirthYear = 1900;
const longestEmail = 254;

/** A person's full name, one field: NFC, single spaces, 2–100 characters, letters and `' - .` only. */
export function readFullName(
  text: string,
): FieldReading<string, 'empty' | 'too-short' | 'too-long' | 'characters'> {
  const name = tidy(text);
  const length = [...name].length;
  if (length === 0) return { ok: false, fault: 'empty' };
  if (length < shortestName) return { ok: false, fault: 'too-short' };
  if (length > longestName) return { ok: false, fault: 'too-long' };
  return isPersonName(name) ? { ok: true, value: name } : { ok: false, fault: 'characters' };
}

export interface Phone {
  /** As people dial it: `0912345678`. */
  readonly national: string;
  /** E.164: `+84912345678`. */
  readonly international: string;
}

/** Mobile: ten digits since 2018. Landline: `02`, eleven digits since 2017. Source: Circular 22/2014/TT-BTTTT. */
const phoneShape = /^0(?:[35789]\d{8}|2\d{9})$/u;

/** A Vietnamese telephone number, with or without +84, in any grouping. */
export function readPhone(text: string): FieldReading<Phone, 'empty' | 'characters' | 'not-a-number'> {
  const compact = tidy(text).replaceAll(/[\s().-]/gu, '');
  if (compact === '') return { ok: false, fault: 'empty' };
  if (!/^\+?\d+$/u.test(compact)) return { ok: false, fault: 'characters' };
  const national = compact.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/u, '0');
  return phoneShape.test(national)
    ? { ok: true, value: { national, international: `+84${national.slice(1)}` } }
    : { ok: false, fault: 'not-a-number' };
}

const emailShape =
  /^[A-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?\.)+[A-Z]{2,}$/iu;

/** An e-mail address of the usual shape, its domain in small letters. Whether it exists only a message can tell. */
export function readEmail(text: string): FieldReading<string, 'empty' | 'too-long' | 'not-an-address'> {
  const address = text.trim();
  if (address === '') return { ok: false, fault: 'empty' };
  if (address.length > longestEmail) return { ok: false, fault: 'too-long' };
  if (!emailShape.test(address)) return { ok: false, fault: 'not-an-address' };
  const at = address.lastIndexOf('@');
  return { ok: true, value: address.slice(0, at) + address.slice(at).toLowerCase() };
}

/** A birth date as typed (`31/12/1990`) or picked (`1990-12-31`); `today` where the library stands. */
export function readBirthDate(
  text: string,
  today: CivilDate,
): FieldReading<CivilDate, 'empty' | 'not-a-date' | 'future' | 'too-early'> {
  const typed = text.trim();
  if (typed === '') return { ok: false, fault: 'empty' };
  const date = readDate(typed);
  if (date === null) return { ok: false, fault: 'not-a-date' };
  if (date > today) return { ok: false, fault: 'future' };
  return Number(date.slice(0, 4)) < firstBirthYear
    ? { ok: false, fault: 'too-early' }
    : { ok: true, value: date };
}

import type { CivilDate } from '../facts/fact.ts';
import type { CitizenFields, FieldsFault } from './citizen-fields.ts';
import { splitCitizenFields } from './citizen-fields.ts';
import type { CitizenNumber, Sex } from './citizen-number.ts';
import { readCitizenNumber } from './citizen-number.ts';
import { readDate, yearsBetween } from './dates.ts';
import { restoreMisread } from './misread.ts';
import { isPersonName, tidy } from './person-name.ts';

/**
 * What the library may take from the QR code of a citizen card (CCCD, or "Căn cước" of 2024): its first seven
 * fields. Reading it is data entry and no proof of identity: the code is not signed.
 */
export interface CitizenCard {
  /** Personal identification number, twelve digits. Never a key: numbers are cancelled and given anew. */
  readonly number: string;
  /** The nine digits of the former identity card (CMND). */
  readonly oldNumber: string | null;
  /** As printed, NFC. */
  readonly name: string;
  /** Null when the card has the year only. */
  readonly birthDate: CivilDate | null;
  readonly birthYear: number;
  readonly sex: Sex | null;
  readonly residence: string | null;
  readonly issueDate: CivilDate | null;
  /** Names of a minor's parents, to fill in a guardian; empty unless asked for. Which is which is not certain. */
  readonly parents: readonly string[];
}

/** Worth a look by the librarian; none of them refuses the card. */
export type CitizenCardWarning =
  | 'misread-restored'
  | 'unknown-province-code'
  | 'sex-mismatch'
  | 'birth-year-mismatch'
  | 'birth-year-only'
  | 'future-birth-date'
  | 'over-age-120'
  | 'no-issue-date'
  | 'bad-issue-date'
  | 'future-issue-date'
  | 'issued-before-birth'
  | 'no-sex'
  | 'no-residence'
  | 'residence-damaged'
  | 'bad-old-number'
  | 'long-name';

export type CitizenCardFault =
  | FieldsFault
  | 'bad-id-number'
  | 'bad-old-number'
  | 'no-name'
  | 'name-damaged'
  | 'residence-damaged'
  | 'bad-birth-date'
  | 'bad-sex';

export type CitizenCardReading =
  | {
      readonly ok: true;
      readonly card: CitizenCard;
      /** What the number says of itself. */
      readonly registration: CitizenNumber;
      readonly warnings: readonly CitizenCardWarning[];
    }
  | { readonly ok: false; readonly fault: CitizenCardFault };

export interface CitizenCardOptions {
  /** Today where the library stands. */
  readonly today: CivilDate;
  /** Take the parents' names from a minor's card; only with consent. */
  readonly parents: boolean;
}

const longestName = 100;
const oldestAge = 120;
const majority = 18;

/** A byte order mark, or another mark without width, that stands before the code. */
const invisibleStart = /^[\ufeff\u200b-\u200f\u2060\s]+/u;

/**
 * Reads the QR code of a citizen card: seven fields separated by `|`, in every variant that scanners make of it
 * (`reference/vietnam.md` §1.1). Never throws. Keeps nothing of what stands behind the seventh field but, when
 * asked, the parents' names of a minor.
 */
export function readCitizenCard(text: string, options: CitizenCardOptions): CitizenCardReading {
  const restored = restoreMisread(text.replace(invisibleStart, ''));
  const fields = splitCitizenFields((restored ?? text).replace(invisibleStart, '').trim());
  if (typeof fields === 'string') return { ok: false, fault: fields };
  if (fields.residence.includes('\ufffd')) return { ok: false, fault: 'residence-damaged' };
  const reading = readFields(fields, options);
  return reading.ok && restored !== null
    ? { ...reading, warnings: ['misread-restored', ...reading.warnings] }
    : reading;
}

function readFields(fields: CitizenFields, { today, parents }: CitizenCardOptions): CitizenCardReading {
  const refuse = (fault: CitizenCardFault): CitizenCardReading => ({ ok: false, fault });
  const number = fields.number.replaceAll(/\s/gu, '');
  const registration = readCitizenNumber(number);
  if (!registration) return refuse('bad-id-number');
  const oldNumber = tidy(fields.oldNumber);
  // Letters here mean that a separator was lost and every later field is another one.
  if (/[^\d ]/u.test(oldNumber)) return refuse('bad-old-number');
  const name = tidy(fields.name);
  if (name === '') return refuse('no-name');
  if (!isPersonName(name)) return refuse('name-damaged');
  const birth = readBirth(tidy(fields.birthDate));
  if (!birth) return refuse('bad-birth-date');
  const sex = readSex(tidy(fields.sex));
  if (sex === undefined) return refuse('bad-sex');
  const residence = tidy(fields.residence);
  const issueText = tidy(fields.issueDate);
  const card: CitizenCard = {
    number,
    oldNumber: /^\d{9}$/u.test(oldNumber) ? oldNumber : null,
    name,
    birthDate: birth.date,
    birthYear: birth.year,
    sex,
    residence: residence === '' ? null : residence,
    issueDate: readDate(issueText),
    parents:
      parents && yearsBetween(birth.date ?? `${birth.year}-01-01`, today) < majority ? names(fields) : [],
  };
  const warnings = [
    ...numberWarnings(card, registration),
    ...dateWarnings(card, issueText, today),
    ...textWarnings(card, oldNumber),
  ];
  return { ok: true, card, registration, warnings };
}

/** A day; or a year alone, also written with zeros for day and month: some old people know no more. */
function readBirth(text: string): { readonly date: CivilDate | null; readonly year: number } | null {
  const date = readDate(text);
  if (date !== null) return { date, year: Number(date.slice(0, 4)) };
  const year = /^(?:0000|00[/.-]00[/.-])?([12]\d{3})$/u.exec(text)?.[1];
  return year === undefined ? null : { date: null, year: Number(year) };
}

/** Null when the field is empty, undefined when it holds something else. */
function readSex(text: string): Sex | null | undefined {
  if (text === '') return null;
  if (/^(?:nam|male|m)$/iu.test(text)) return 'M';
  return /^(?:n[ữu]|female|f)$/iu.test(text) ? 'F' : undefined;
}

/** The order of the fields behind the seventh is not published: names are told from numbers by their letters. */
function names({ tail }: CitizenFields): readonly string[] {
  return tail.map(tidy).filter(isPersonName).slice(0, 2);
}

function numberWarnings(
  { birthYear, sex }: CitizenCard,
  registration: CitizenNumber,
): readonly CitizenCardWarning[] {
  return [
    ...when(registration.provinceName === null, 'unknown-province-code'),
    ...when(sex !== null && registration.sex !== sex, 'sex-mismatch'),
    ...when(registration.birthYear !== birthYear, 'birth-year-mismatch'),
  ];
}

function dateWarnings(
  { birthDate, birthYear, issueDate }: CitizenCard,
  issueText: string,
  today: CivilDate,
): readonly CitizenCardWarning[] {
  const earliestBirth = birthDate ?? `${birthYear}-01-01`;
  return [
    ...when(birthDate === null, 'birth-year-only'),
    ...when(earliestBirth > today, 'future-birth-date'),
    ...when(yearsBetween(earliestBirth, today) > oldestAge, 'over-age-120'),
    ...when(issueText === '', 'no-issue-date'),
    ...when(issueText !== '' && issueDate === null, 'bad-issue-date'),
    ...when(issueDate !== null && issueDate > today, 'future-issue-date'),
    ...when(issueDate !== null && issueDate < earliestBirth, 'issued-before-birth'),
  ];
}

function textWarnings(
  { name, sex, residence, oldNumber }: CitizenCard,
  oldText: string,
): readonly CitizenCardWarning[] {
  return [
    ...when(name.length > longestName, 'long-name'),
    ...when(sex === null, 'no-sex'),
    ...when(residence === null, 'no-residence'),
    ...when(residence !== null && /[?\p{Cc}]/u.test(residence), 'residence-damaged'),
    ...when(oldText !== '' && oldNumber === null, 'bad-old-number'),
  ];
}

function when(isSo: boolean, warning: CitizenCardWarning): readonly CitizenCardWarning[] {
  return isSo ? [warning] : [];
}

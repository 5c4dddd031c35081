import { fold, normaliseText } from '../text/fold.ts';
import { endsWithProvince } from './provinces.ts';

/** The seven fields of a citizen card as text, in the order of its QR code, and whatever came behind them. */
export interface CitizenFields {
  readonly number: string;
  readonly oldNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly residence: string;
  readonly issueDate: string;
  readonly tail: readonly string[];
}

/** Why a text has no seven fields: it is something else, a health card, or a card's code cut in the middle. */
export type FieldsFault = 'not-a-citizen-card' | 'health-card' | 'cut';

type FieldName = Exclude<keyof CitizenFields, 'tail'>;

/** The QR code of a health insurance card begins with its number: fifteen characters, or the ten digits alone. */
export const healthCardStart = /^(?:[A-Z]{2}\d{13}|\d{10})\|/iu;

const cardStart = /^\d{12}\|/u;
const twelveDigits = /(?<!\d)\d{12}(?!\d)/u;
/** What is left of a number that was misread or cut at its front. */
const numberLike = /^\d*$/u;

const order: readonly FieldName[] = [
  'number',
  'oldNumber',
  'name',
  'birthDate',
  'sex',
  'residence',
  'issueDate',
];

/**
 * Names that scanner programs give the fields when they write the card out again, folded and without spaces.
 * Source: the variants collected in `reference/vietnam.md` §1.1 and the labels printed on the cards.
 */
const fieldNames: Readonly<Record<FieldName, string>> = {
  number:
    'cccd socccd cancuoc socancuoc cancuoccongdan socancuoccongdan sodinhdanh sodinhdanhcanhan id idnumber ' +
    'idcard citizenid personalid number',
  oldNumber: 'cmnd socmnd cmndcu socmndcu socmndso cmt socmt oldid oldidnumber oldnumber',
  name: 'hoten hovaten hochudemvaten hovatenkhaisinh ten name fullname',
  birthDate: 'ngaysinh ngaythangnamsinh dob birthdate dateofbirth birthday',
  sex: 'gioitinh phai sex gender',
  residence: 'noithuongtru noicutru thuongtru cutru diachi diachithuongtru diachicutru address residence',
  issueDate: 'ngaycap ngaythangnamcap issued issuedate dateofissue',
};
const fieldOfLabel: ReadonlyMap<string, FieldName> = new Map(
  order.flatMap((field) => fieldNames[field].split(' ').map((label) => [label, field] as const)),
);

/** Finds the seven fields in a trimmed text: by position, by label, or in JSON. */
export function splitCitizenFields(text: string): CitizenFields | FieldsFault {
  if (text.startsWith('{') || text.startsWith('[')) return fromJson(text);
  if (healthCardStart.test(text)) return 'health-card';
  return fromLabels(text) ?? fromPositions(text.split('|'), !cardStart.test(text));
}

/** Fewer than six fields are half a code; six are whole only when the address runs up to its province. */
function fromPositions(values: readonly string[], isStrange: boolean): CitizenFields | FieldsFault {
  if (isStrange && (values.length < 5 || !numberLike.test(values[0] ?? ''))) return 'not-a-citizen-card';
  const [number = '', oldNumber = '', name = '', birthDate = '', sex = '', residence = '', issueDate] =
    values;
  if (values.length < 6 || (issueDate === undefined && !endsWithProvince(residence))) return 'cut';
  const tail = values.slice(order.length);
  if (tail.length === 0 && isCutDate(issueDate?.trim() ?? '')) return 'cut';
  return { number, oldNumber, name, birthDate, sex, residence, issueDate: issueDate ?? '', tail };
}

/** A date that stops before its last digit at the very end of the code. */
function isCutDate(text: string): boolean {
  return /^\d{1,7}$|^\d{1,2}[/.-](?:\d{0,2}|\d{1,2}[/.-]\d{0,3})$/u.test(text);
}

/** Null when the text has no labels. */
function fromLabels(text: string): CitizenFields | FieldsFault | null {
  if (!text.includes(':')) return null;
  const pairs = text.split(/[|\r\n;]+/u).map((part) => {
    const colon = part.indexOf(':');
    return [part.slice(0, Math.max(0, colon)), part.slice(colon + 1)] as const;
  });
  return fromPairs(pairs, false);
}

function fromJson(text: string): CitizenFields | FieldsFault {
  const value = parseJson(text);
  if (Array.isArray(value)) {
    const values = value.map(asText);
    return fromPositions(values, !cardStart.test(`${values[0]}|`));
  }
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([label, field]) => [label, asText(field)] as const);
    return fromPairs(pairs, true) ?? 'not-a-citizen-card';
  }
  return value === undefined && twelveDigits.test(text) ? 'cut' : 'not-a-citizen-card';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Null when the labels are not those of a card: its number and one more field are the least that shows one. */
function fromPairs(
  pairs: readonly (readonly [string, string])[],
  isWhole: boolean,
): CitizenFields | FieldsFault | null {
  const found = new Map<FieldName, string>();
  for (const [label, value] of pairs) {
    const field = fieldOfLabel.get(fold(normaliseText(label)).replaceAll(/[^a-z]/gu, ''));
    if (field !== undefined && !found.has(field)) found.set(field, value);
  }
  if (!/\d{9}/u.test(found.get('number') ?? '') || found.size < 2) return null;
  const [number, oldNumber, name, birthDate, sex, residence, issueDate] = order.map((field) =>
    found.get(field),
  );
  if (name === undefined || birthDate === undefined) return 'cut';
  if (!isWhole && isCutDate(issueDate?.trim() ?? '')) return 'cut';
  return {
    number: number ?? '',
    oldNumber: oldNumber ?? '',
    name,
    birthDate,
    sex: sex ?? '',
    residence: residence ?? '',
    issueDate: issueDate ?? '',
    tail: [],
  };
}

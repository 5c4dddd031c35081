/**
 * User bank of the alliance model: `oid·4 + length high, length low, data` for each element, 00 ends. Elements 3 and 11
 * are the ministry's five-digit code of a university (JY/T 1001) in two bytes, with 6 for a leading 9; 4 is total and
 * number of the part, 5 category and status; the others are UTF-8.
 */
import type { TagObject } from '../tag.ts';
import { joinBytes, utf8Bytes, utf8Text } from '../text.ts';
import { isAllianceElement } from './content-parameter.ts';

const institutions: ReadonlySet<number> = new Set([3, 11]);
const parts = 4;
const usage = 5;
/** Military universities begin with 9, and five digits from 9 do not fit two bytes. */
const militaryDigit = { printed: '9', stored: '6' } as const;
const longestData = 0x3ff;

export interface AllianceObjects {
  readonly objects: readonly TagObject[];
  readonly complete: boolean;
}

/** `4` is told as `number/total`, `5` as `category.status`. Empty elements are left out. */
export function readAllianceBank(bytes: Uint8Array): AllianceObjects {
  const objects: TagObject[] = [];
  let at = 0;
  let complete = true;
  while (at < bytes.length && bytes[at] !== 0) {
    const head = bytes[at] ?? 0;
    const oid = head >> 2;
    const start = at + 2;
    const end = start + (((head & 3) << 8) | (bytes[at + 1] ?? 0));
    if (!isAllianceElement(oid) || end > bytes.length) return { objects, complete: false };
    const text = start === end ? '' : textOf(oid, bytes.subarray(start, end));
    if (text === null) complete = false;
    else if (text !== '') objects.push({ oid, text });
    at = end;
  }
  return { objects, complete };
}

function textOf(oid: number, data: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = data;
  if (institutions.has(oid)) {
    if (data.length !== 2) return null;
    const code = String((a << 8) | b).padStart(5, '0');
    return code.startsWith(militaryDigit.stored) ? militaryDigit.printed + code.slice(1) : code;
  }
  if (oid === parts) return data.length === 4 ? `${(c << 8) | d}/${(a << 8) | b}` : null;
  if (oid === usage) return data.length === 2 ? `${a}.${b}` : null;
  return utf8Text(data);
}

/** Filled up to whole words. Null when an element is none of the model's, or its text none of the element's. */
export function writeAllianceBank(objects: readonly TagObject[]): Uint8Array | null {
  const written: Uint8Array[] = [];
  for (const { oid, text } of objects) {
    const data = isAllianceElement(oid) ? dataOf(oid, text) : null;
    if (!data || data.length > longestData) return null;
    written.push(joinBytes([[(oid << 2) | (data.length >> 8), data.length & 0xff], data]));
  }
  const bytes = joinBytes(written);
  return bytes.length % 2 === 0 ? bytes : joinBytes([bytes, [0]]);
}

function dataOf(oid: number, text: string): Uint8Array | readonly number[] | null {
  if (institutions.has(oid)) {
    if (!isUniversityCode(text)) return null;
    const stored = Number(
      text.startsWith(militaryDigit.printed) ? militaryDigit.stored + text.slice(1) : text,
    );
    return [stored >> 8, stored & 0xff];
  }
  if (oid === parts)
    return pair(/^(\d{1,5})\/(\d{1,5})$/u.exec(text), 0xffff, ([number, total]) => [
      total >> 8,
      total & 0xff,
      number >> 8,
      number & 0xff,
    ]);
  if (oid === usage)
    return pair(/^(\d{1,3})\.(\d{1,3})$/u.exec(text), 0xff, ([category, status]) => [category, status]);
  return utf8Bytes(text);
}

function pair(
  match: RegExpExecArray | null,
  most: number,
  bytes: (values: readonly [number, number]) => readonly number[],
): readonly number[] | null {
  const values = [Number(match?.[1]), Number(match?.[2])] as const;
  return match && values.every((value) => value <= most) ? bytes(values) : null;
}

/** Five digits of which two bytes can hold the stored form: below 6, or from 90000 to 95535. */
export function isUniversityCode(text: string): boolean {
  return /^[0-5]\d{4}$/u.test(text) || (/^9\d{4}$/u.test(text) && Number(text) <= 95_535);
}

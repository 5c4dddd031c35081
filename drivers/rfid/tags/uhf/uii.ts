/**
 * The unique item identifier of ISO 28560-4: `owner.number` or `owner.number.set`, or the number alone. Numbers of
 * Vietnamese libraries have dots in them (`VV.004512`), so only what looks like an ISIL is taken for the owner.
 */
import type { TagParts } from '../tag.ts';
import { digitsOfParts, partsOfDigits } from '../iso15962/set-information.ts';

export interface Uii {
  readonly id: string;
  readonly owner: string | null;
  readonly parts: TagParts | null;
}

/** ISO 15511: a prefix of up to four letters, a hyphen, 16 characters in all. */
const isil = /^(?=.{3,16}$)[A-Za-z]{1,4}-[A-Za-z0-9:/-]+$/u;

export function isIsil(text: string): boolean {
  return isil.test(text);
}

export function splitUii(text: string): Uii {
  const [owner = '', ...rest] = text.split('.');
  if (rest.length === 0 || !isil.test(owner)) return { id: text, owner: null, parts: null };
  const last = rest.at(-1) ?? '';
  const parts = rest.length > 1 ? partsOfDigits(last) : null;
  // Digits that nobody would write for these parts are the end of the number.
  if (parts && digitsOfParts(parts) === last) return { id: rest.slice(0, -1).join('.'), owner, parts };
  return { id: rest.join('.'), owner, parts: null };
}

/** Parts are told when they are known, and after a number with a dot in it, so that nothing can be mistaken for them. */
export function joinUii({ id, owner, parts }: Uii): string | null {
  if (owner === null) return id;
  const single = { number: 1, total: 1 };
  const set = digitsOfParts(parts ?? single);
  if (set === null) return null;
  const told = parts !== null || id.includes('.');
  return told ? `${owner}.${id}.${set}` : `${owner}.${id}`;
}

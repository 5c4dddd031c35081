/**
 * The fields of an EMVCo QR text: two digits of id, two digits of length (01 to 99), the value.
 * Source: EMVCo merchant-presented QR §3.2.
 */

export interface TlvField {
  readonly id: string;
  readonly value: string;
  /** Where the field begins in the whole text, in characters from 0. */
  readonly at: number;
}

/** `short`: the text ends inside a field. `length`: not two digits, 00, or ends inside a character. */
export type TlvFault = 'id' | 'length' | 'short' | 'duplicate';

/** All fields up to the first fault; no fault when the text is fields from end to end. */
export interface TlvReading {
  readonly fields: readonly TlvField[];
  readonly fault: { readonly fault: TlvFault; readonly at: number } | null;
}

const headLength = 4;
const twoDigits = /^[0-9]{2}$/u;

/**
 * Reads a text as fields. `start` is where it stands in the whole; `sizeOf` says how much of a length one
 * character takes up.
 */
export function readTlv(text: string, start: number, sizeOf: (character: string) => number): TlvReading {
  const characters = [...text];
  const fields: TlvField[] = [];
  let next = 0;
  while (next < characters.length) {
    const at = start + next;
    const stop = (fault: TlvFault): TlvReading => ({ fields, fault: { fault, at } });
    if (next + headLength > characters.length) return stop('short');
    const id = characters.slice(next, next + 2).join('');
    const length = characters.slice(next + 2, next + headLength).join('');
    if (!twoDigits.test(id)) return stop('id');
    if (!twoDigits.test(length) || length === '00') return stop('length');
    if (fields.some((field) => field.id === id)) return stop('duplicate');
    let left = Number(length);
    let end = next + headLength;
    for (const character of characters.slice(end, end + left)) {
      if (left <= 0) break;
      left -= sizeOf(character);
      end += 1;
    }
    if (left > 0) return stop('short');
    if (left < 0) return stop('length');
    fields.push({ id, value: characters.slice(next + headLength, end).join(''), at });
    next = end;
  }
  return { fields, fault: null };
}

/** One field as text; none for an empty value, because a field is never empty. `value` is ASCII. */
export function tlv(id: string, value: string): string {
  return value === '' ? '' : `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/**
 * What every EMVCo merchant-presented QR text has in common: fields, templates of fields, and a checksum at the
 * end. Source: EMVCo merchant-presented QR v1.1 §3 and §4.
 */
import { crc16, utf8Length } from './crc16.ts';
import type { TlvField, TlvFault } from './tlv.ts';
import { readTlv } from './tlv.ts';

/**
 * `not-emv`: does not begin with 000201. `truncated`: the text ends inside a field and has no end. `overrun`: a
 * length goes past the end of the text, or of the template the field is in. The others are what they say.
 */
export type EmvFault =
  | 'not-emv'
  | 'truncated'
  | 'overrun'
  | Exclude<TlvFault, 'short'>
  | 'missing-crc'
  | 'crc-not-last'
  | 'crc';

interface EmvFailure {
  readonly ok: false;
  readonly fault: EmvFault;
  /** Character of the text, from 0, at which the faulty field begins. */
  readonly at: number;
}

/** One value with its path: `54`, or `62.08` for field 08 of template 62. */
export interface EmvValue {
  readonly path: string;
  readonly value: string;
  readonly at: number;
}

export type EmvReading = { readonly ok: true; readonly values: readonly EmvValue[] } | EmvFailure;

const beginning = '000201';
const ending = /6304[0-9A-F]{4}$/iu;
const crcDigits = /^[0-9A-F]{4}$/iu;

/** Reads a whole text. White space behind it is a scanner's and is not looked at. Never throws. */
export function readEmvCode(text: string): EmvReading {
  const whole = text.trimEnd();
  if (!whole.startsWith(beginning)) return { ok: false, fault: 'not-emv', at: 0 };
  const reading = readBy(whole, () => 1);
  if (reading.ok || /^[ -~]*$/u.test(whole)) return reading;
  // Writers in languages where a text is bytes write the length in bytes. The checksum still covers all of it.
  const inBytes = readBy(whole, utf8Length);
  return inBytes.ok ? inBytes : reading;
}

function readBy(text: string, sizeOf: (character: string) => number): EmvReading {
  const { fields, fault } = readTlv(text, 0, sizeOf);
  const crc = fields.find(({ id }) => id === '63');
  if (crc && (fault || crc !== fields.at(-1))) return { ok: false, fault: 'crc-not-last', at: crc.at };
  if (fault?.fault === 'short')
    return { ok: false, fault: ending.test(text) ? 'overrun' : 'truncated', at: fault.at };
  if (fault) return { ok: false, fault: fault.fault, at: fault.at };
  const values: EmvValue[] = [];
  for (const field of fields) {
    const inner = unfold(field, sizeOf);
    if (!inner.ok) return inner;
    values.push(...inner.values);
  }
  if (!crc) return { ok: false, fault: 'missing-crc', at: [...text].length };
  // Hexadecimal digits are a number, so `%x` and `%X` say the same. The rest of the text has only one spelling.
  const isRight = crcDigits.test(crc.value) && crc16(text.slice(0, -4)) === crc.value.toUpperCase();
  return isRight ? { ok: true, values } : { ok: false, fault: 'crc', at: crc.at };
}

/** A template as its fields, anything else as itself. */
function unfold({ id, value, at }: TlvField, sizeOf: (character: string) => number): EmvReading {
  const kind = templateKind(id);
  const whole: EmvValue = { path: id, value, at };
  const inner = kind === 'none' ? null : readTemplate(whole, sizeOf);
  return inner && (inner.ok || kind === 'strict') ? inner : { ok: true, values: [whole] };
}

/** The fields inside a value that is a template. */
export function readTemplate(
  { path, value, at: start }: EmvValue,
  sizeOf: (character: string) => number = () => 1,
): EmvReading {
  const { fields, fault } = readTlv(value, start + 4, sizeOf);
  if (fault) return { ok: false, fault: fault.fault === 'short' ? 'overrun' : fault.fault, at: fault.at };
  return { ok: true, values: fields.map(({ id, value, at }) => ({ path: `${path}.${id}`, value, at })) };
}

/**
 * 26 to 51 accounts, 62 additional data, 64 other language: always templates. 80 to 99 are templates too, but
 * wallets put bare digits there (MoMo in 80), so whatever they hold is let be.
 */
function templateKind(id: string): 'strict' | 'free' | 'none' {
  if ((id >= '26' && id <= '51') || id === '62' || id === '64') return 'strict';
  return id >= '80' ? 'free' : 'none';
}

/**
 * What a Type 2 tag (NTAG, Ultralight) says in NDEF: NFC Forum Type 2 Tag, NDEF, Text RTD and URI RTD. The message lies
 * in the data area from page 4 on, inside blocks of tag, length, value.
 */

/** The beginnings that URI records shorten. Of the 36 that are defined, those that a library card may have. */
const uriPrefixes: readonly string[] = [
  '',
  'http://www.',
  'https://www.',
  'http://',
  'https://',
  'tel:',
  'mailto:',
];

const tlv = { nothing: 0x00, message: 0x03, end: 0xfe } as const;

/** A length of FF is followed by the real one in two bytes. */
const longLength = 0xff;

/** @param area the data area from page 4 @returns the first text or address in it, or null */
export function readNdefText(area: Uint8Array): string | null {
  let at = 0;
  while (at < area.length) {
    const tag = area[at];
    if (tag === tlv.end) return null;
    if (tag === tlv.nothing) {
      at += 1;
      continue;
    }
    const short = area[at + 1] ?? 0;
    const long = short === longLength;
    const length = long ? (area[at + 2] ?? 0) * 256 + (area[at + 3] ?? 0) : short;
    const start = at + (long ? 4 : 2);
    if (tag === tlv.message) return readMessage(area.subarray(start, start + length), length);
    at = start + length;
  }
  return null;
}

/** Bytes of the data area, from the capability container on page 3: `E1 version size/8 access`; null when it is none. */
export function areaBytes(container: Uint8Array): number | null {
  return container[0] === 0xe1 ? (container[2] ?? 0) * 8 : null;
}

const flags = { shortLength: 0x10, withId: 0x08, typeBits: 0x07 } as const;
const wellKnown = 1;

function readMessage(message: Uint8Array, length: number): string | null {
  if (message.length < length) return null;
  let at = 0;
  while (at + 3 <= message.length) {
    const head = message[at] ?? 0;
    const typeLength = message[at + 1] ?? 0;
    const isShort = (head & flags.shortLength) !== 0;
    const payloadLength = isShort ? (message[at + 2] ?? 0) : bigEndian(message.subarray(at + 2, at + 6));
    let start = at + (isShort ? 3 : 6);
    const idLength = (head & flags.withId) === 0 ? 0 : (message[start] ?? 0);
    if ((head & flags.withId) !== 0) start += 1;
    const type = Buffer.from(message.subarray(start, start + typeLength)).toString('latin1');
    start += typeLength + idLength;
    const end = start + payloadLength;
    if (end > message.length) return null;
    const payload = message.subarray(start, end);
    const text = (head & flags.typeBits) === wellKnown ? readPayload(type, payload) : null;
    if (text !== null) return text;
    at = end;
  }
  return null;
}

function readPayload(type: string, payload: Uint8Array): string | null {
  const [first] = payload;
  if (first === undefined) return null;
  if (type === 'U') {
    const prefix = uriPrefixes[first];
    return prefix === undefined ? null : prefix + decode(payload.subarray(1), 'utf-8');
  }
  if (type !== 'T') return null;
  // Bit 7: UTF-16; bits 5 to 0: length of the language code.
  const encoding = (first & 0x80) === 0 ? 'utf-8' : 'utf-16be';
  return decode(payload.subarray(1 + (first & 0x3f)), encoding);
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes).normalize('NFC');
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/**
 * CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, nothing reflected, nothing added at the end.
 * Source: EMVCo merchant-presented QR §4.7.3; the check value of `123456789` is 29B1.
 */
const polynomial = 0x1021;
const start = 0xffff;

/** The checksum of a text's UTF-8 bytes: four upper-case hexadecimal digits, leading zeros kept. */
export function crc16(text: string): string {
  let crc = start;
  for (const byte of utf8Bytes(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ polynomial : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** How many UTF-8 bytes one character takes. */
export function utf8Length(character: string): number {
  return utf8Bytes(character).length;
}

/** The domain has no `TextEncoder`. Half a surrogate pair becomes U+FFFD, as an encoder would write it. */
function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** Polynomial 1021, not reflected: CRC-16/CCITT-FALSE as it is, CRC-16/GENIBUS with every bit of the result turned. */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
  return crc & 0xffff;
});

/** CRC-16/CCITT-FALSE over `bytes[start…end)`; `crc` continues one that was begun. Bytes past the array count as 00. */
export function crc16(bytes: Uint8Array, start: number, end: number, crc = 0xffff): number {
  let result = crc;
  for (let at = start; at < end; at += 1) {
    result = ((result << 8) & 0xffff) ^ (table[(result >> 8) ^ (bytes[at] ?? 0)] ?? 0);
  }
  return result;
}

/** CRC-16/GENIBUS: the StoredCRC of a Gen2 tag over PC and EPC (EPC Gen2 annex F), and the checksum of Model 210. */
export function storedCrc(bytes: Uint8Array, start: number, end: number): number {
  return crc16(bytes, start, end) ^ 0xffff;
}

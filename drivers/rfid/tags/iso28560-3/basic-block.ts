/**
 * Places in the basic block of ISO 28560-3 (the Danish model), as byte offsets from block 0 of user memory. 34 bytes,
 * or 32 on short chips, where the last two bytes of the owner are missing and count as 00 in the CRC.
 */
import { crc16 } from '../crc16.ts';

export const basic = {
  usage: 0,
  firstPart: 1,
  secondPart: 2,
  id: 3,
  idEnd: 19,
  crc: 19,
  country: 21,
  owner: 23,
  end: 34,
  shortEnd: 32,
} as const;

/** Version ("content parameter") of every tag seen. */
export const fixedVersion = 1;

/** CRC-16/CCITT-FALSE over everything but the CRC itself. @param end where the owner ends: 34, or 32 without padding */
export function basicCrc(bytes: Uint8Array, end: number = basic.end): number {
  return crc16(bytes, basic.country, end, crc16(bytes, 0, basic.crc));
}

/** The CRC as it is written: low byte first. */
export function writtenCrc(bytes: Uint8Array): number {
  return (bytes[basic.crc] ?? 0) | ((bytes[basic.crc + 1] ?? 0) << 8);
}

/** Every 4-byte block with its bytes reversed; a rest that is no whole block is dropped. */
export function reverseBlocks(bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % 4);
  const reversed = new Uint8Array(whole);
  for (let at = 0; at < whole; at += 1) reversed[at] = bytes[at ^ 3] ?? 0;
  return reversed;
}

const table = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0x8408;
  return crc;
});

/**
 * The CRC-16 that FEIG, RL866 and UHFReader18 readers close their frames with: reflected polynomial 0x8408, start
 * 0xFFFF, nothing added at the end (reference/devices.md §2.1, §2.2, §3.1). Sent low byte first.
 * @param from first byte covered @param to one past the last
 */
export function crc8408(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = 0xffff;
  for (let at = from; at < to; at += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return crc;
}

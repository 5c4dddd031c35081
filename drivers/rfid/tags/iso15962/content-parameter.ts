/** The content parameter (element 2): a bitmap of the elements that are on the tag; bit 7 of the first byte is element 3. */
import { hexBytes, hexText } from '../text.ts';

const firstElement = 3;

/** Elements a bitmap names; null when it is no hex. */
export function elementsOf(bitmap: string): readonly number[] | null {
  const bytes = hexBytes(bitmap);
  if (!bytes) return null;
  const oids: number[] = [];
  for (const [at, byte] of bytes.entries())
    for (let bit = 0; bit < 8; bit += 1)
      if ((byte & (0x80 >> bit)) !== 0) oids.push(firstElement + at * 8 + bit);
  return oids;
}

/** As few bytes as hold the highest element; element 1 and the bitmap itself are not named. */
export function bitmapOf(oids: readonly number[]): string {
  const named = oids.filter((oid) => oid >= firstElement);
  const bytes = new Uint8Array(Math.ceil((Math.max(0, ...named) - firstElement + 1) / 8));
  for (const oid of named) {
    const bit = oid - firstElement;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  }
  return hexText(bytes);
}

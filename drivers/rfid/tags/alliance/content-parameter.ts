/** Two bytes that say which elements the user bank of an alliance tag holds: bit 0 of the second byte is the first. */
const elements: readonly number[] = [3, 4, 5, 6, 11, 12, 14, 15, 16, 24, 26, 27, 28, 29, 30, 31];

export function isAllianceElement(oid: number): boolean {
  return elements.includes(oid);
}

/** @param word both bytes, the first one high */
export function allianceElements(word: number): readonly number[] {
  return elements.filter((_, bit) => (word & (1 << bit)) !== 0);
}

export function allianceBitmap(oids: readonly number[]): number {
  let word = 0;
  for (const oid of oids) {
    const bit = elements.indexOf(oid);
    if (bit !== -1) word |= 1 << bit;
  }
  return word;
}

/**
 * How a UID becomes a card number. Readers that type the number themselves differ, and none can be told from the number
 * (reference/devices.md §10): it is set to what the library's cards already are in its catalogue, never guessed.
 */
export type UidFormat =
  | { readonly kind: 'hex'; readonly order: UidOrder; readonly letters: 'upper' | 'lower' }
  /** One number, padded with zeros to `digits`: 10 for 4 bytes. A longer number is not cut. */
  | { readonly kind: 'decimal'; readonly order: UidOrder; readonly digits: number };

/** `reversed`: the last byte first. */
type UidOrder = 'as-read' | 'reversed';

export function formatUid(uid: Uint8Array, format: UidFormat): string {
  const hex = Buffer.from(format.order === 'reversed' ? uid.toReversed() : uid).toString('hex');
  if (format.kind === 'hex') return format.letters === 'upper' ? hex.toUpperCase() : hex;
  return BigInt(`0x0${hex}`).toString().padStart(format.digits, '0');
}

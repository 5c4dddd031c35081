/** Commands of contactless readers, PC/SC part 3 section 3.2.2; the ACR122U answers them itself. */

/** GET DATA: the card's UID, 4, 7 or 10 bytes. */
export const getUid: Uint8Array = Uint8Array.of(0xff, 0xca, 0x00, 0x00, 0x00);

/** READ BINARY. @param page of 4 bytes on NTAG and Ultralight @param bytes 1 … 16 */
export function readPages(page: number, bytes: number): Uint8Array {
  return Uint8Array.of(0xff, 0xb0, page >> 8, page & 0xff, bytes);
}

export type ApduAnswer =
  | { readonly ok: true; readonly data: Uint8Array }
  /** Status word in hex, or empty when the answer is shorter than one. */
  | { readonly ok: false; readonly status: string };

const success = '9000';

export function readAnswer(answer: Uint8Array): ApduAnswer {
  const status = Buffer.from(answer.subarray(-2)).toString('hex').toUpperCase();
  if (answer.length < 2 || status !== success) return { ok: false, status: answer.length < 2 ? '' : status };
  return { ok: true, data: answer.slice(0, -2) };
}

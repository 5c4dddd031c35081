/**
 * Barcodes that give an order instead of naming a thing: printed on a sheet beside the scanner, so that a pile can
 * be worked through without touching the keyboard. None of them answers a question or confirms anything.
 */

export type CommandId = 'finish' | 'undo' | 'return-mode' | 'renew-all' | 'reprint' | 'acknowledge';

/** Begins no accession number: a pattern's prefix has letters and digits only. All of it is in Code 39. */
export const commandPrefix = '%LT-';

/** Closed list. Every word is safe from Telex and VNI, which is why `gia hạn` and `xác nhận` are not among them. */
export const commandWords: Readonly<Record<string, CommandId>> = {
  KETTHUC: 'finish',
  HUY: 'undo',
  TRA: 'return-mode',
  MUONTIEP: 'renew-all',
  INLAI: 'reprint',
  BIET: 'acknowledge',
};

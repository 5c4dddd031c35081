/**
 * Vietnamese text. Stored NFC; searched through `fold`; SQLite's own folding leaves đ alone and is never used.
 * Source of the facts: Unicode 17 and `reference/vietnam.md` §3.1 (146 letters, all with one NFC code point).
 */

/** One spelling for one text: NFC, Icelandic Ð/ð read as Vietnamese Đ/đ, no-break space as space. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replaceAll('\u00d0', 'Đ').replaceAll('\u00f0', 'đ').replaceAll('\u00a0', ' ');
}

/** Search key: no marks, đ→d, lower case. Equal for NFC and NFD, and for both ways to place a tone. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[đĐðÐ]/gu, 'd')
    .toLowerCase();
}

/** The words of a text as search tokens: folded runs of letters and digits. */
export function searchTokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

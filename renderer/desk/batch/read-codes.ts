/** Most codes of one list: a box of books, and what the rows of a desk can hold. */
export const mostCodes = 200;

/**
 * The codes of a pasted list: one a line, or several separated by tabs, commas or semicolons. Spreadsheets put quotes
 * around cells. Empty ones are dropped; a code that is there twice is scanned twice, as it would be by hand.
 */
export function readCodes(text: string): readonly string[] {
  return text
    .split(/[\r\n\t,;]+/u)
    .map((code) => code.trim().replaceAll(/^"|"$/gu, '').trim())
    .filter((code) => code !== '');
}

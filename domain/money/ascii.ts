/**
 * A text as banks carry it: the ASCII letters of a Vietnamese text, case kept, everything else a space.
 * Unlike the search fold this is read by people.
 */
export function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[đð]/gu, 'd')
    .replaceAll(/[ĐÐ]/gu, 'D')
    .replaceAll(/[^!-~]+/gu, ' ')
    .trim();
}

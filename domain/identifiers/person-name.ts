import { normaliseText } from '../text/fold.ts';

/** Letters of any script with their marks; apostrophes, hyphens and full stops as in `H'Hen Niê`, `Y-Bhăm`. */
const nameShape = /^[\p{L}\p{M} .'’ʼ`-]+$/u;
const hasLetter = /\p{L}/u;
/** Unicode has these two ordinal signs among the letters; here they only come from bytes read wrongly. */
const ordinalSign = /[ªº]/u;

/** One line of text as it is stored: NFC, single spaces, none at the ends. */
export function tidy(text: string): string {
  return normaliseText(text).replaceAll(/\s+/gu, ' ').trim();
}

/** True when a tidied text can be a person's name: nothing a keyboard or a decoder leaves behind is in it. */
export function isPersonName(text: string): boolean {
  return nameShape.test(text) && hasLetter.test(text) && !ordinalSign.test(text);
}

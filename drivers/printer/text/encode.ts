import type { VietnameseEncoding } from '../../../contract/devices/printing.ts';
import { tcvn3Byte } from './tcvn3.ts';
import { visciiByte } from './viscii.ts';
import { windows1258Bytes } from './windows-1258.ts';

/** Where a printer has Vietnamese letters: numbers for `ESC t`. Only TCVN-3 has a page of capitals of its own. */
export interface CodePages {
  readonly encoding: VietnameseEncoding;
  readonly page: number;
  readonly capitals: number;
}

/** Bytes for one code page. */
export interface PageRun {
  readonly page: number;
  readonly bytes: readonly number[];
}

/** What typesetters use and small code pages lack, in ASCII. */
const plain: ReadonlyMap<string, string> = new Map([
  ...[...'–—‐‑−'].map((dash) => [dash, '-'] as const),
  ...[...'“”„«»'].map((quote) => [quote, '"'] as const),
  ...[...'‘’‚'].map((quote) => [quote, "'"] as const),
  ['…', '...'],
  ['•', '*'],
  ['·', '.'],
  ['×', 'x'],
  ['₫', 'đ'],
]);

/**
 * A text in any normal form as runs of bytes, each for one page, the first always for the page of small letters.
 * Null when it holds a letter that the pages lack, or a control character.
 */
export function encodeText(text: string, pages: CodePages): readonly PageRun[] | null {
  const runs: { page: number; bytes: number[] }[] = [{ page: pages.page, bytes: [] }];
  for (const letter of text.normalize('NFC')) {
    const encoded = encodeLetter(letter, pages) ?? encodePlain(letter, pages);
    if (encoded === null) return null;
    const last = runs.at(-1);
    if (last && (encoded.page === null || encoded.page === last.page)) last.bytes.push(...encoded.bytes);
    else runs.push({ page: encoded.page ?? pages.page, bytes: [...encoded.bytes] });
  }
  return runs;
}

/** `page` is null for what every page has. */
interface EncodedLetter {
  readonly page: number | null;
  readonly bytes: readonly number[];
}

function encodeLetter(letter: string, pages: CodePages): EncodedLetter | null {
  switch (pages.encoding) {
    case 'tcvn-3': {
      const found = tcvn3Byte(letter);
      if (found === null) return null;
      const page = { small: pages.page, capitals: pages.capitals, both: null }[found.page];
      return { page, bytes: [found.byte] };
    }
    case 'windows-1258': {
      const bytes = windows1258Bytes(letter);
      return bytes && { page: null, bytes };
    }
    case 'viscii': {
      const byte = visciiByte(letter);
      return byte === null ? null : { page: null, bytes: [byte] };
    }
  }
}

function encodePlain(letter: string, pages: CodePages): EncodedLetter | null {
  const words = plain.get(letter);
  if (words === undefined) return null;
  const parts = [...words].map((part) => encodeLetter(part, pages));
  const bytes = parts.flatMap((part) => part?.bytes ?? []);
  return parts.includes(null) ? null : { page: parts[0]?.page ?? null, bytes };
}

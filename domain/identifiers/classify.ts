import type {
  CitizenCard,
  CitizenCardFault,
  CitizenCardOptions,
  CitizenCardWarning,
} from './citizen-card.ts';
import { readCitizenCard } from './citizen-card.ts';
import type { CitizenNumber } from './citizen-number.ts';
import { healthCardStart } from './citizen-fields.ts';
import type { CodePattern } from './code-pattern.ts';
import { matchPattern } from './code-pattern.ts';
import type { CommandId } from './commands.ts';
import { commandWords } from './commands.ts';
import type { OwnPatterns } from './default-patterns.ts';
import type { HealthCard, HealthCardFault } from './health-card.ts';
import { readHealthCard } from './health-card.ts';
import type { IsbnReading, IssnReading } from './isbn.ts';
import { readIsbn, readIssn } from './isbn.ts';
import { hasControlCharacters, maxScanLength, normaliseCode } from './scan.ts';

export interface ClassifyOptions extends OwnPatterns, CitizenCardOptions {
  readonly commandPrefix: string;
}

/** A code that is, or could be, the library's own. `certain` is false when only a look-up can tell. */
interface OwnCode {
  /** In the spelling of `normaliseCode`. */
  readonly code: string;
  readonly pattern: string;
  readonly certain: boolean;
  readonly warnings: readonly ('check-character' | 'also-other-kind')[];
}

export type Unreadable =
  | { readonly like: 'text'; readonly fault: 'damaged' | 'control-characters' | 'too-long' }
  | { readonly like: 'citizen-card'; readonly fault: CitizenCardFault }
  | { readonly like: 'health-card'; readonly fault: HealthCardFault }
  | { readonly like: 'isbn' | 'issn'; readonly fault: 'check-digit' }
  | { readonly like: 'command'; readonly fault: 'unknown-command' };

/** What a scan is, by its looks alone. Text of an unreadable scan is not in here: it may be half of a person's card. */
export type Classified =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'unreadable' } & Unreadable)
  | {
      readonly kind: 'citizen-card';
      readonly card: CitizenCard;
      readonly registration: CitizenNumber;
      readonly warnings: readonly CitizenCardWarning[];
    }
  | { readonly kind: 'health-card'; readonly card: HealthCard }
  /** A payment code; `readVietQr` of `domain/money` reads and checks it. */
  | { readonly kind: 'vietqr'; readonly payload: string }
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'isbn';
      readonly isbn13: string;
      readonly isbn10: string | null;
      readonly certain: boolean;
    }
  | { readonly kind: 'issn'; readonly issn: string; readonly certain: boolean }
  | { readonly kind: 'command'; readonly command: CommandId; readonly code: string }
  | ({ readonly kind: 'patron-card' | 'item' } & OwnCode)
  /** Not strange yet: a card or copy numbered under an older pattern is found by look-up. */
  | { readonly kind: 'unknown'; readonly code: string };

/** ISO/IEC 15424 symbology identifier, sent by scanners that are set up so. */
const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/u;
const invisibleStart = /^[\ufeff\u200b-\u200f\u2060]+/u;
/** Payload format 01, then how it is paid or any other field. Six digits alone may be an accession number. */
const vietQrStart = /^000201(?:01021[12]|\d{4}.{10})/u;
/**
 * A Codabar label with its start and stop letters, which some scanners send and some do not. They are taken off, so
 * that one label is one code, unless a library's own pattern has such letters.
 */
const codabar = /^[A-D](\d[\d$:/.+-]{4,})[A-D]$/u;
const ean = /^97[789]\d{10}/u;
/**
 * Ten digits, or eight, can be a pupil's number as well; a label, a book prefix, an `X` or the four groups of a
 * printed ISBN leave no other reading.
 */
const onlyIsbn = /^ISBN|^97[89](?:\D?\d){10}|^\d{9}X$|^\d{1,5}\D\d{1,7}\D\d{1,6}\D[\dX]$/u;
const onlyIssn = /^ISSN|^977\d{10}/u;

/**
 * Says what a scanned text is, in the order of `reference/vietnam.md` §1.4: cards, payment, address, book number, own
 * numbers. Never throws and looks nothing up; the desk asks the mirror about anything that is not certain.
 */
export function classifyScan(text: string, options: ClassifyOptions): Classified {
  const trimmed = text
    .replace(invisibleStart, '')
    .trim()
    .replace(aimIdentifier, '')
    .replace(invisibleStart, '');
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.length > maxScanLength && [...trimmed.normalize('NFC')].length > maxScanLength) {
    return unreadable({ like: 'text', fault: 'too-long' });
  }
  const person = classifyPerson(trimmed, options);
  if (person) return person;
  if (trimmed.includes('\ufffd')) return unreadable({ like: 'text', fault: 'damaged' });
  if (hasControlCharacters(trimmed)) return unreadable({ like: 'text', fault: 'control-characters' });
  if (vietQrStart.test(trimmed)) return { kind: 'vietqr', payload: trimmed };
  if (/^https?:\/\//iu.test(trimmed)) return { kind: 'url', url: trimmed };
  return classifyCode(normaliseCode(trimmed), options);
}

function unreadable(what: Unreadable): Classified {
  return { kind: 'unreadable', ...what };
}

/** Null when the text is no card of a person. Cards come first: their variants may hold line breaks and controls. */
function classifyPerson(text: string, options: ClassifyOptions): Classified | null {
  if (healthCardStart.test(text)) {
    const reading = readHealthCard(text);
    return reading.ok
      ? { kind: 'health-card', card: reading.card }
      : unreadable({ like: 'health-card', fault: reading.fault });
  }
  if (!/[|{[\r\n;]/u.test(text)) return null;
  const reading = readCitizenCard(text, options);
  if (reading.ok) {
    const { card, registration, warnings } = reading;
    return { kind: 'citizen-card', card, registration, warnings };
  }
  return reading.fault === 'not-a-citizen-card'
    ? null
    : unreadable({ like: 'citizen-card', fault: reading.fault });
}

function classifyCode(scanned: string, options: ClassifyOptions): Classified {
  const code = withoutCodabarLetters(scanned, options);
  const prefix = normaliseCode(options.commandPrefix);
  if (code.startsWith(prefix)) {
    const command = commandWords[code.slice(prefix.length)];
    return command === undefined
      ? unreadable({ like: 'command', fault: 'unknown-command' })
      : { kind: 'command', command, code };
  }
  // An EAN-13 with a right check digit is a book; with a wrong one it may still be somebody's own number.
  return (ean.test(code) ? asBook(code) : null) ?? asOwnCode(code, options) ?? asOther(code);
}

function withoutCodabarLetters(code: string, options: ClassifyOptions): string {
  const inner = codabar.exec(code)?.[1];
  return inner === undefined || asOwnCode(code, options) ? code : inner;
}

function asBook(code: string): Classified | null {
  const isbn = readIsbn(code);
  if (isbn.ok)
    return { kind: 'isbn', isbn13: isbn.isbn13, isbn10: isbn.isbn10, certain: onlyIsbn.test(code) };
  const issn = readIssn(code);
  return issn.ok ? { kind: 'issn', issn: issn.issn, certain: onlyIssn.test(code) } : null;
}

function asOwnCode(code: string, { patronPatterns, itemPatterns }: OwnPatterns): Classified | null {
  const patron = bestMatch(code, patronPatterns);
  const item = bestMatch(code, itemPatterns);
  const isPatron = patron !== null && (patron.isRight || item?.isRight !== true);
  const best = isPatron ? patron : item;
  if (!best) return null;
  const isOther = isPatron && item !== null && item.isRight === patron.isRight;
  return {
    kind: isPatron ? 'patron-card' : 'item',
    code,
    pattern: best.id,
    certain: best.isRight && !isOther,
    warnings: [
      ...(best.isRight ? [] : (['check-character'] as const)),
      ...(isOther ? (['also-other-kind'] as const) : []),
    ],
  };
}

function bestMatch(
  code: string,
  patterns: readonly CodePattern[],
): { readonly id: string; readonly isRight: boolean } | null {
  let failed: string | null = null;
  for (const pattern of patterns) {
    const match = matchPattern(pattern, code);
    if (match === 'match') return { id: pattern.id, isRight: true };
    if (match === 'check-failed') failed ??= pattern.id;
  }
  return failed === null ? null : { id: failed, isRight: false };
}

function asOther(code: string): Classified {
  const book = asBook(code);
  if (book) return book;
  const hasFault = (reading: IsbnReading | IssnReading): boolean =>
    !reading.ok && reading.fault === 'check-digit';
  if (onlyIsbn.test(code) && hasFault(readIsbn(code)))
    return unreadable({ like: 'isbn', fault: 'check-digit' });
  if (onlyIssn.test(code) && hasFault(readIssn(code)))
    return unreadable({ like: 'issn', fault: 'check-digit' });
  return { kind: 'unknown', code };
}

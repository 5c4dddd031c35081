import type { CivilDate } from '../../domain/facts/fact.ts';
import type { CitizenCard } from '../../domain/identifiers/citizen-card.ts';
import type { Classified } from '../../domain/identifiers/classify.ts';
import { classifyScan } from '../../domain/identifiers/classify.ts';
import { imeSafe } from '../../domain/identifiers/ime-safety.ts';
import { readVietQr } from '../../domain/money/vietqr.ts';
import type { Patterns } from './scan-patterns.ts';
import { emptySentence, sentenceOf } from './scan-sentences.ts';
import { readingSentence } from './vietqr-words.ts';

/** What is printed about a scan that can be read. */
interface Answer {
  readonly kind: Classified['kind'];
  /** One spelling for one scan; null for a health card, whose text holds its number. */
  readonly text: string | null;
  readonly fields: object;
  /** False when only a look-up can tell. */
  readonly certain: boolean;
  readonly warnings: readonly string[];
}

/** What the command line says about a text; null stands for bytes that are not UTF-8. */
export function answerTo(
  text: string | null,
  patterns: Patterns,
  today: CivilDate,
): { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly sentence: string } {
  if (text === null) return { ok: false, sentence: sentenceOf({ like: 'text', fault: 'damaged' }) };
  const scanned = classifyScan(text, { ...patterns, today, parents: true });
  if (scanned.kind === 'empty') return { ok: false, sentence: emptySentence };
  if (scanned.kind === 'unreadable') return { ok: false, sentence: sentenceOf(scanned) };
  const payment = scanned.kind === 'vietqr' ? readVietQr(scanned.payload) : null;
  if (payment && !payment.ok) return { ok: false, sentence: readingSentence(payment.fault, payment.at) };
  const answer = { ...answerFor(scanned), ...(payment && { fields: payment.qr }) };
  return { ok: true, answer: { ...answer, warnings: [...answer.warnings, ...patternWarnings(patterns)] } };
}

function answerFor(scanned: Exclude<Classified, { readonly kind: 'empty' | 'unreadable' }>): Answer {
  const { kind } = scanned;
  const plain = { kind, certain: true, warnings: [] };
  switch (scanned.kind) {
    case 'citizen-card': {
      const { card, registration, warnings } = scanned;
      return { ...plain, text: canonicalText(card), fields: { ...card, registration }, warnings };
    }
    case 'health-card':
      return { ...plain, text: null, fields: scanned.card };
    case 'vietqr':
      return { ...plain, text: scanned.payload, fields: {} };
    case 'url':
      return { ...plain, text: scanned.url, fields: { url: scanned.url } };
    case 'isbn': {
      const { isbn13, isbn10, certain } = scanned;
      return { ...plain, text: isbn13, fields: { isbn13, isbn10 }, certain };
    }
    case 'issn':
      return { ...plain, text: scanned.issn, fields: { issn: scanned.issn }, certain: scanned.certain };
    case 'command':
      return { ...plain, text: scanned.code, fields: { command: scanned.command } };
    case 'patron-card':
    case 'item': {
      const { code, pattern, certain, warnings } = scanned;
      return { kind, text: code, fields: { code, pattern }, certain, warnings };
    }
    case 'unknown':
      return { ...plain, text: scanned.code, fields: { code: scanned.code }, certain: false };
  }
}

/** The seven fields as the card has them, without what stood behind. */
function canonicalText({
  number,
  oldNumber,
  name,
  birthDate,
  birthYear,
  sex,
  residence,
  issueDate,
}: CitizenCard): string {
  const sexWord = sex === null ? '' : sex === 'M' ? 'Nam' : 'Nữ';
  const birth = birthDate === null ? String(birthYear) : dayFirst(birthDate);
  const issued = issueDate === null ? '' : dayFirst(issueDate);
  return [number, oldNumber ?? '', name, birth, sexWord, residence ?? '', issued].join('|');
}

function dayFirst(date: string): string {
  return date.split('-').toReversed().join('');
}

/** Tells of patterns whose labels a Vietnamese input method may change. */
function patternWarnings({ patronPatterns, itemPatterns }: Patterns): readonly string[] {
  return [...patronPatterns, ...itemPatterns]
    .map((pattern) => ({ pattern, risks: imeSafe(pattern).risks }))
    .filter(({ risks }) => risks.length > 0)
    .map(({ pattern, risks }) => `pattern-not-safe-from-${risks.join('-')}: ${pattern.id}`);
}

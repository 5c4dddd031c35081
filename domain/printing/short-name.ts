import { normaliseText } from '../text/fold.ts';

/** Letters with the marks that belong to them. */
const firstLetter = /^\P{M}\p{M}*/u;

/**
 * A name for a shelf that everybody sees: the family name and initials, `Nguyễn Văn An` → `Nguyễn V. A.` A name of one
 * word stays whole.
 */
export function shortName(name: string): string {
  const [family = '', ...given] = normaliseText(name)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return [family, ...given.map((word) => `${(firstLetter.exec(word)?.[0] ?? '').toUpperCase()}.`)].join(' ');
}

/** The end of a card number, enough to tell two readers of one short name apart. */
export function cardEnd(card: string): string {
  return card.slice(-4);
}

import type { ReaderContext } from '../reader-context.ts';

/** Digits of a card number where the library has no cards yet. */
const firstCard = '000001';

/**
 * A card number that nobody of this library has: the longest and highest one that ends in a number, plus one. Cards
 * of another kind do not matter to it. A suggestion; staff may type what is printed on the card in their hand.
 */
export function freeCard({ db, library, settings }: ReaderContext): string {
  const highest = db
    .prepare<[string], { readonly card: string }>(
      `select code as card from patron where library = ? and code glob '*[0-9]'
       order by length(code) desc, code desc limit 1`,
    )
    .get(library);
  const parts = /^(.*?)(\d+)$/u.exec(highest?.card ?? '');
  if (!parts) return `${settings.libraries().find(({ id }) => id === library)?.code ?? 'TV'}-${firstCard}`;
  const [, prefix = '', digits = ''] = parts;
  return `${prefix}${String(BigInt(digits) + 1n).padStart(digits.length, '0')}`;
}

import type { DemoOptions } from '../domain/demo/options.ts';
import { codesOfLending, hasOnly, isFree, situationOf } from '../domain/demo/samples/situation.ts';

/** Whose limit lets them take a pile home (`domain/demo/policy/loan-policies.ts`: 10 copies). */
const category = 'giao-vien';

/**
 * A reader of the demonstration who has nothing and may take `size` copies home without a question, and as many
 * copies of different titles: the last ones, because other tests take the first.
 */
export function lendablePile(options: DemoOptions, size: number): { card: string; codes: string[] } {
  const situation = situationOf(options);
  const reader = situation.readers.find((one) => one.category === category && hasOnly(situation, one));
  if (!reader) throw new Error('The demonstration has no teacher without loans.');
  const titles = new Map<string, string>();
  for (const copy of situation.desk.copies.toReversed()) {
    if (titles.size === size) break;
    if (titles.has(copy.biblio.id) || !isFree(situation, copy)) continue;
    if (codesOfLending(situation, reader, copy).length === 0) titles.set(copy.biblio.id, copy.item.barcode);
  }
  if (titles.size < size) throw new Error(`The demonstration has no ${size} copies for a teacher.`);
  return { card: reader.card, codes: [...titles.values()] };
}

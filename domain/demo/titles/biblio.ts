import type { Biblio } from '../../catalogue/catalogue.ts';
import { permute } from '../permutation.ts';
import { hash32 } from '../random.ts';
import { demoUuid } from '../uuid.ts';
import type { PlannedTitle } from './plan.ts';

/** The year from which Vietnamese publishers had to print ISBNs is put here at 2008; older books have none. */
const isbnSince = 2008;
/** Numbers behind 978-604 that six digits give. */
const isbnRoom = 1_000_000;
const withoutIsbn: ReadonlySet<string> = new Set(['tham-khao', 'tap-chi']);

/** The record of title `index`. */
export function biblioOf({ family, draft }: PlannedTitle, index: number, seed: number): Biblio {
  const { title, author, ddc, publisher, year, language = 'vi', minAge = 'any' } = draft;
  const numbered = year >= isbnSince && language === 'vi' && !withoutIsbn.has(family.shelf.itemClass);
  return {
    id: demoUuid('biblio', index, seed),
    title,
    author,
    ddc,
    publisher,
    year,
    isbn: numbered && family.shelf.collection !== 'dia-chi' ? isbn(index, seed) : null,
    language,
    minAge,
  };
}

/** An invented ISBN of the Vietnamese group 978-604 with its right check digit; null when none is left. */
function isbn(index: number, seed: number): string | null {
  if (index >= isbnRoom) return null;
  const digits = `978604${String(permute(index, isbnRoom, hash32(seed, 31))).padStart(6, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

import type { Item } from '../../../domain/catalogue/catalogue.ts';
import type { Classified } from '../../../domain/identifiers/classify.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { Lookup } from '../../store/mirror/lookup.ts';

/** What a code stands for at a desk of `library`. */
export type Resolved =
  | { readonly kind: 'patron'; readonly patron: Patron }
  | { readonly kind: 'item'; readonly item: Item }
  /** Several other libraries use this number and this one does not. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' };

/** Accession numbers are unique only inside a library: the desk's own copy wins, a lone stranger is taken. */
export function resolveCode(lookup: Lookup, library: string, text: string): Resolved {
  const code = normaliseCode(text);
  const patrons = lookup.patronsByCode(code, library);
  const patron = ownOrOnly(patrons, library);
  if (patron) return { kind: 'patron', patron };
  const items = lookup.itemsByCode(code, library);
  const item = ownOrOnly(items, library);
  if (item) return { kind: 'item', item };
  return { kind: patrons.length > 0 || items.length > 0 ? 'ambiguous' : 'unknown' };
}

/**
 * Looks up what a scan turned out to be once it was read by the library's patterns: the code without the scanner's AIM
 * identifier or the start and stop letters of Codabar. Null when that is what was looked up already.
 */
export function resolveClassified(
  lookup: Lookup,
  library: string,
  text: string,
  seen: Classified,
): Resolved | null {
  if (seen.kind !== 'patron-card' && seen.kind !== 'item' && seen.kind !== 'unknown') return null;
  return seen.code === normaliseCode(text) ? null : resolveCode(lookup, library, seen.code);
}

function ownOrOnly<T extends { readonly library: string }>(found: readonly T[], library: string): T | null {
  const own = found.filter((row) => row.library === library);
  const [first] = own.length > 0 ? own : found;
  return first && (own.length === 1 || found.length === 1) ? first : null;
}

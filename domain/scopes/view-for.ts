import type { EntityRow } from '../catalogue/rows.ts';
import type { RowAbout, View } from './views.ts';
import { viewOf } from './views.ts';

/** The scope of a station: the library the province let it in for. */
export interface Scope {
  readonly library: string;
}

/**
 * The row as stations of a library may hold it: as it is, without what is not their business, or null for not at
 * all. What comes out is a row of the same schema. A pure function of the row and of what it is about.
 */
export function viewFor(scope: Scope, row: EntityRow, about: RowAbout): EntityRow | null {
  const { full, others } = restricted(viewOf(row, about), about);
  return full === 'everybody' || full.includes(scope.library) ? row : others;
}

/** The same for every library at once: who gets the row as it is, and what all others get. */
export function audienceOf(row: EntityRow, about: RowAbout): View {
  return restricted(viewOf(row, about), about);
}

/** Law on Libraries art. 7: restricted material, and everything about it, stays with the library that owns it. */
function restricted(view: View, { onlyFor }: RowAbout): View {
  if (onlyFor === null) return view;
  const { full } = view;
  return { full: full === 'everybody' ? onlyFor : onlyFor.filter((one) => full.includes(one)), others: null };
}

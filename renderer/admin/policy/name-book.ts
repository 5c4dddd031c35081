import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import type { Criterion, PolicySet } from '../../../domain/policy/policy.ts';
import { valueName } from '../../format/values.ts';
import type { Translate } from '../../i18n/start.ts';

/** What the values of the criteria are called, by the set that is looked at. An id without a name stands for itself. */
export type NameBook = Readonly<Record<Criterion, (id: string) => string>>;

export function nameBook(
  t: Translate,
  set: Pick<PolicySet, 'categories' | 'itemClasses'>,
  libraries: PolicyOverview['libraries'],
): NameBook {
  const named = (
    list: readonly { readonly id: string; readonly name: string }[],
    id: string,
  ): string | null => list.find((known) => known.id === id)?.name ?? null;
  return {
    library: (id) => named(libraries, id) ?? id,
    category: (id) => named(set.categories, id) ?? valueName(t, 'category', id),
    itemClass: (id) => named(set.itemClasses, id) ?? valueName(t, 'itemClass', id),
    collection: (id) => valueName(t, 'collection', id),
  };
}

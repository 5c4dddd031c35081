import type { Translate } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';
import { isKeyOf } from '../ui/is-key-of.ts';

/** Kinds of values that travel as ids and have words. */
export type Vocabulary = keyof typeof vi.values;

/**
 * The word for a value that travels as an id. Libraries may add ids of their own: one without a word is shown
 * as it is rather than hidden.
 */
export function valueName(t: Translate, vocabulary: Vocabulary, id: string): string {
  const { itemStatus, lending, category, itemClass, collection } = vi.values;
  switch (vocabulary) {
    case 'itemStatus':
      return isKeyOf(itemStatus, id) ? t(`values.itemStatus.${id}`) : id;
    case 'lending':
      return isKeyOf(lending, id) ? t(`values.lending.${id}`) : id;
    case 'category':
      return isKeyOf(category, id) ? t(`values.category.${id}`) : id;
    case 'itemClass':
      return isKeyOf(itemClass, id) ? t(`values.itemClass.${id}`) : id;
    case 'collection':
      return isKeyOf(collection, id) ? t(`values.collection.${id}`) : id;
  }
}

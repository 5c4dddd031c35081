import type { Translate } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';

type Vocabulary = 'itemStatus' | 'category' | 'itemClass' | 'collection';

/**
 * The word for a value that travels as an id. Libraries may add ids of their own: one without a word is shown
 * as it is rather than hidden.
 */
export function valueName(t: Translate, vocabulary: Vocabulary, id: string): string {
  const words: Readonly<Record<string, string>> = vi.values[vocabulary];
  if (!Object.hasOwn(words, id)) return id;
  return t(`values.${vocabulary}.${id}` as `values.itemStatus.lost`);
}

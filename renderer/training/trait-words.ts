import type { Translate } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';
import { isKeyOf } from '../ui/is-key-of.ts';

const plain = new Set(['ordinary', 'available']);

/** Why a sample is interesting, in words, or null; a trait of a newer core is shown as it is. */
export function traitWords(t: Translate, trait: string): string | null {
  if (plain.has(trait)) return null;
  return isKeyOf(vi.training.trait, trait) ? t(`training.trait.${trait}`) : trait;
}

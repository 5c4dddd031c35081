import type { Translate } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';

/** Why a sample is interesting, in words; a trait of a newer core is shown as it is. */
export function traitWords(t: Translate, trait: string): string {
  if (!Object.hasOwn(vi.training.trait, trait)) return trait;
  return t(`training.trait.${trait as keyof typeof vi.training.trait}`);
}

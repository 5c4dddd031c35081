import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import { resolutions } from '../../domain/exceptions/resolutions.ts';
import type { Translate } from '../i18n/start.ts';
import { vi } from '../i18n/vi.ts';
import { isKeyOf } from '../ui/is-key-of.ts';

const { rule: rules, kind: kinds } = vi.exceptions;

/** What happened, in a few words. A rule of a later province is named as it is. */
export function ruleTitle(t: Translate, { rule }: Pick<ExceptionWork, 'rule'>): string {
  return isKeyOf(rules, rule) ? t(`exceptions.rule.${rule}`) : t('exceptions.rule.other', { rule });
}

/** What it means and what to do. */
export function ruleAdvice(t: Translate, { rule }: Pick<ExceptionWork, 'rule'>): string {
  return t(`exceptions.advice.${isKeyOf(rules, rule) ? rule : 'other'}`);
}

/** What a desk did; a kind of a later province is named as it is. */
export function factWords(t: Translate, kind: string): string {
  const key = kind.replaceAll('.', '-');
  return isKeyOf(kinds, key) ? t(`exceptions.kind.${key}`) : kind;
}

/** Where something was done: the desk, and its library where that is known. */
export function placeWords(t: Translate, desk: string, library: string | null): string {
  return library === null ? desk : t('exceptions.place', { desk, library });
}

/** What was done about it; a word of a later station stands as it is. */
export function resolutionWords(t: Translate, resolution: string): string {
  const known = resolutions.find((one) => one === resolution);
  return known === undefined ? resolution : t(`exceptions.resolution.${known}`);
}

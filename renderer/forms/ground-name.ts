import { legalGrounds } from '../../domain/money/legal-grounds.ts';
import { localeOf } from '../format/reasons.ts';
import type { Translate } from '../i18n/start.ts';

/** The words of a legal ground; an id that has none is shown as it is. */
export function groundName(t: Translate, id: string): string {
  return legalGrounds.find((known) => known.id === id)?.[localeOf(t)] ?? id;
}

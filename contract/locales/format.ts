import type { Reason } from '../../domain/outcome.ts';
import { outcomesEn } from './outcomes.en.ts';
import { outcomesVi } from './outcomes.vi.ts';

const sentences = { vi: outcomesVi, en: outcomesEn } as const;
export type Locale = keyof typeof sentences;

/** `2026-12-06` as 06/12/2026, the way both languages show it here. */
export function formatDay(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/**
 * The sentence of a reason with its parameters filled in, for places without i18next (a console, a log, a
 * refused request). Days are shown as dd/mm/yyyy.
 */
export function formatReason({ code, params }: Reason, locale: Locale): string {
  return sentences[locale][code].replaceAll(/\{\{(\w+)\}\}/gu, (_match, name: string) => {
    const value = String(params[name] ?? '');
    return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatDay(value) : value;
  });
}

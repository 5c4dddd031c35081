import { formatAmount } from '../../domain/money/amount-text.ts';
import { legalGrounds } from '../../domain/money/legal-grounds.ts';
import type { Reason } from '../../domain/outcome.ts';
import { outcomesEn } from './outcomes.en.ts';
import { outcomesVi } from './outcomes.vi.ts';
import { parametersEn } from './parameters.en.ts';
import { parametersVi } from './parameters.vi.ts';

const sentences = { vi: outcomesVi, en: outcomesEn } as const;
const vocabularies = { vi: parametersVi, en: parametersEn } as const;
export type Locale = keyof typeof sentences;

/** Parameters that are sums of money, in đồng. Other numbers are counts, ages and years. */
const amounts: ReadonlySet<string> = new Set([
  'amount',
  'debt',
  'debtLimit',
  'held',
  'onLoan',
  'price',
  'short',
  'owed',
  'needed',
  'free',
  'counted',
  'expected',
  'tendered',
  'change',
]);

const day = /^(\d{4})-(\d{2})-(\d{2})$/u;
const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/u;

/** `2026-12-06` as 06/12/2026, the way both languages show it here. Text that is no civil date comes back unchanged. */
export function formatDay(date: string): string {
  return date.replace(day, '$3/$2/$1');
}

/**
 * A due date or another moment for people: 06/12/2026 for a civil date, 14:02 06/12/2026 for an instant, by the clock
 * the instant itself was written with. Other text comes back unchanged.
 */
export function formatMoment(moment: string): string {
  const [, date, time] = instant.exec(moment) ?? [];
  return date === undefined || time === undefined ? formatDay(moment) : `${time} ${formatDay(date)}`;
}

/** A permission in words: what somebody may do who has it. A name of no permission comes back unchanged. */
export function permissionWords(permission: string, locale: Locale): string {
  const { check, override, permission: others } = vocabularies[locale];
  const [, passed] = /^override:(.+)$/u.exec(permission) ?? [];
  if (passed === undefined) return wordOf(others, permission);
  return override.replace('{{check}}', wordOf(check, passed));
}

/** One parameter of a reason, ready to stand in its sentence. */
function formatParameter(name: string, value: string | number, locale: Locale): string {
  const words = vocabularies[locale];
  if (typeof value === 'number')
    return amounts.has(name) && Number.isSafeInteger(value) ? formatAmount(value) : String(value);
  if (value === 'unlimited') return words.unlimited;
  switch (name) {
    case 'until':
      return value === 'endless' ? words.endless : formatMoment(value);
    case 'itemClass':
      return value === 'any' ? words.any : value;
    case 'permission':
      return permissionWords(value, locale);
    case 'ground':
      return legalGrounds.find(({ id }) => id === value)?.[locale] ?? value;
    case 'fault':
      return faultWords(value, locale);
    case 'use':
    case 'why':
    case 'what':
    case 'field':
      return wordOf(words[name], value);
    // What people wrote themselves is theirs, also where it looks like a date.
    case 'text':
    case 'name':
    case 'title':
      return value;
    default:
      return formatMoment(value);
  }
}

/** A fault may be followed by `: ` and the name it is about. */
function faultWords(fault: string, locale: Locale): string {
  const [code = '', ...about] = fault.split(': ');
  return [wordOf(vocabularies[locale].fault, code), ...about].join(': ');
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/**
 * The sentence of a reason with its parameters filled in: money as `35.000 đ`, days as dd/mm/yyyy, moments with their
 * wall time, codes as words. A parameter that is missing leaves nothing.
 */
export function formatReason({ code, params }: Reason, locale: Locale): string {
  return sentences[locale][code].replaceAll(/\{\{(\w+)\}\}/gu, (_match, name: string) =>
    formatParameter(name, params[name] ?? '', locale),
  );
}

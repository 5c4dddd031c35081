import type { Reason } from '../../domain/outcome.ts';
import type { Translate } from '../i18n/start.ts';
import { formatDate } from './dates.ts';
import { valueName } from './values.ts';

/** A reason as a sentence in the language of the screen, its dates and statuses in words. */
export function reasonSentence(t: Translate, { code, params }: Reason): string {
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) shown[name] = shownParameter(t, name, value);
  return t(`outcomes:${code}`, shown);
}

function shownParameter(t: Translate, name: string, value: string | number): string | number {
  if (typeof value === 'number') return value;
  return name === 'status' ? valueName(t, 'itemStatus', value) : formatDate(value);
}

export interface SplitSentence {
  /** What happened: the part staff have to catch at a glance. */
  readonly head: string;
  /** What was kept and what to do. */
  readonly rest: string;
}

/** Cuts an outcome text after its first sentence. */
export function splitSentence(text: string): SplitSentence {
  const end = /[.!?](?=\s)/u.exec(text)?.index;
  if (end === undefined) return { head: text, rest: '' };
  return { head: text.slice(0, end + 1), rest: text.slice(end + 1).trim() };
}

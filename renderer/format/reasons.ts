import { formatReason } from '../../contract/locales/format.ts';
import type { Locale } from '../../contract/locales/format.ts';
import type { Reason } from '../../domain/outcome.ts';
import type { Translate } from '../i18n/start.ts';

/** A reason as a sentence in the language of the screen: money, dates and codes in words. */
export function reasonSentence(t: Translate, reason: Reason): string {
  return formatReason(reason, localeOf(t));
}

/** The language of `t`, for the sentences that the page shares with the core. */
export function localeOf(t: Translate): Locale {
  return t('locale') === 'en' ? 'en' : 'vi';
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

import type { ExceptionRule } from './exception.ts';
import { exceptionRules } from './exception.ts';

/** What a person can say was done about an exception. The fact keeps the word, so none is ever taken away. */
export const resolutions = [
  'last-has-it',
  'first-has-it',
  'corrected',
  'reader-told',
  'money-given-back',
  'receipt-replaced',
  'clock-set',
  'copy-retired',
  'as-it-should-be',
] as const;
export type Resolution = (typeof resolutions)[number];

/** At least one. */
type Resolutions = readonly [Resolution, ...Resolution[]];

/** The suggested one comes first. */
const byRule: Readonly<Record<ExceptionRule, Resolutions>> = {
  'double-loan': ['last-has-it', 'first-has-it', 'corrected', 'as-it-should-be'],
  'unknown-loan': ['as-it-should-be', 'corrected'],
  'renewed-after-return': ['as-it-should-be', 'reader-told', 'corrected'],
  'returned-other-loan': ['as-it-should-be', 'reader-told', 'corrected'],
  'moved-while-on-loan': ['corrected', 'as-it-should-be'],
  'blocked-patron-borrowed': ['reader-told', 'corrected', 'as-it-should-be'],
  'charge-paid-twice': ['money-given-back', 'reader-told', 'as-it-should-be'],
  'unknown-item': ['corrected', 'as-it-should-be'],
  'unknown-patron': ['corrected', 'reader-told', 'as-it-should-be'],
  'hold-trapped-elsewhere': ['corrected', 'as-it-should-be'],
  'receipt-number-twice': ['receipt-replaced', 'corrected', 'as-it-should-be'],
  'over-limit': ['reader-told', 'as-it-should-be', 'corrected'],
  'policy-superseded': ['as-it-should-be', 'reader-told', 'corrected'],
  'clock-suspect': ['clock-set', 'as-it-should-be'],
  'unreadable-fact': ['as-it-should-be', 'corrected'],
  'fact-id-reused': ['corrected', 'as-it-should-be'],
  'station-forked': ['copy-retired', 'as-it-should-be'],
  'journal-damaged': ['as-it-should-be', 'corrected'],
};
const ofAnyRule: Resolutions = ['corrected', 'as-it-should-be'];

/** Possible resolutions of a rule, the suggested one first. A rule of a later version has the general ones. */
export function resolutionsOf(rule: string): Resolutions {
  const known = exceptionRules.find((one) => one === rule);
  return known === undefined ? ofAnyRule : byRule[known];
}

import type { ExceptionRule } from './exception.ts';

/** What a person can say was done about an exception. */
export const resolutions = [
  'last-has-it',
  'first-has-it',
  'corrected',
  'reader-told',
  'money-given-back',
  'clock-set',
  'copy-retired',
  'as-it-should-be',
] as const;
export type Resolution = (typeof resolutions)[number];

/** The suggested one comes first. */
const byRule: Readonly<Record<ExceptionRule, readonly [Resolution, ...Resolution[]]>> = {
  'double-loan': ['last-has-it', 'first-has-it', 'corrected', 'as-it-should-be'],
  'unknown-loan': ['as-it-should-be', 'corrected'],
  'renewed-after-return': ['as-it-should-be', 'reader-told', 'corrected'],
  'returned-other-loan': ['as-it-should-be', 'reader-told', 'corrected'],
  'moved-while-on-loan': ['corrected', 'as-it-should-be'],
  'blocked-patron-borrowed': ['reader-told', 'corrected', 'as-it-should-be'],
  'charge-paid-twice': ['money-given-back', 'reader-told', 'as-it-should-be'],
  'clock-suspect': ['clock-set', 'as-it-should-be'],
  'unreadable-fact': ['as-it-should-be', 'corrected'],
  'fact-id-reused': ['corrected', 'as-it-should-be'],
  'station-forked': ['copy-retired', 'as-it-should-be'],
};
const ofAnyRule: readonly [Resolution, ...Resolution[]] = ['corrected', 'as-it-should-be'];

/** Possible resolutions of a rule, the suggested one first. A rule of a later version has the general ones. */
export function resolutionsOf(rule: string): readonly [Resolution, ...Resolution[]] {
  return isKnownRule(rule) ? byRule[rule] : ofAnyRule;
}

function isKnownRule(rule: string): rule is ExceptionRule {
  return Object.hasOwn(byRule, rule);
}

import type { Explanation, LimitCount } from '../../domain/circulation/explanation.ts';
import type { PolicyKind } from '../../domain/policy/policies.ts';
import { policyKinds } from '../../domain/policy/policies.ts';
import type { Criterion, PolicyRule } from '../../domain/policy/policy.ts';
import { criteria } from '../../domain/policy/policy.ts';
import type { Translate } from '../i18n/start.ts';
import { limitWords, policySentence } from './explain-policies.ts';
import { valueName } from './values.ts';

/** A heading with its sentences: one part of the answer to "Vì sao?". */
export interface ExplainedPart {
  readonly part: 'rule' | 'limit' | PolicyKind;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What the words need to know besides the explanation. */
export interface ExplainContext {
  readonly t: Translate;
  readonly library: { readonly id: string; readonly name: string };
}

/**
 * The rule that won with its runner-up, the count against its limit, and what the five policies say. An act that was
 * refused (`happened` false) used up nothing of the limit.
 */
export function explainParts(
  context: ExplainContext,
  { policy, limit }: Explanation,
  happened: boolean,
): readonly ExplainedPart[] {
  const { t } = context;
  const limitPart: ExplainedPart[] = limit
    ? [{ part: 'limit', heading: t('explain.limit'), lines: limitLines(t, limit, happened) }]
    : [];
  if (!policy)
    return [{ part: 'rule', heading: t('explain.rule'), lines: [t('explain.noRule')] }, ...limitPart];
  const { rule, runnerUp, version, matched } = policy;
  return [
    {
      part: 'rule',
      heading: t('explain.rule'),
      lines: [
        t('explain.ruleName', { rule: rule.id, version }),
        matched.length > 0
          ? t('explain.matched', { criteria: criteriaWords(context, rule) })
          : t('explain.matchedAny'),
        runnerUp
          ? t('explain.runnerUp', { rule: runnerUp.id, criteria: criteriaWords(context, runnerUp) })
          : t('explain.runnerUpNone'),
      ],
    },
    ...limitPart,
    ...policyKinds.map((kind) => ({
      part: kind,
      heading: t(`explain.policy.${kind}`),
      lines: [policy[kind].name, policySentence(t, kind, policy)],
    })),
  ];
}

function criteriaWords(context: ExplainContext, rule: PolicyRule): string {
  const words = criteria.flatMap((name) => {
    const value = rule.when[name];
    return value === undefined ? [] : [criterionWords(context, name, value)];
  });
  return words.length > 0 ? words.join('; ') : context.t('explain.anyCase');
}

function criterionWords({ t, library }: ExplainContext, criterion: Criterion, value: string): string {
  const name =
    criterion === 'library' ? (value === library.id ? library.name : value) : valueName(t, criterion, value);
  return t(`explain.criterion.${criterion}`, { name });
}

function limitLines(t: Translate, { limit, count, max }: LimitCount, happened: boolean): readonly string[] {
  const left = max - count - 1;
  const after = (): string => {
    // A loan somebody let through although the limit was reached.
    if (left < 0) return t('explain.reached');
    if (!happened) return t('explain.notReached');
    return left === 0 ? t('explain.nowFull') : t('explain.remaining', { count: left });
  };
  return [t('explain.limitText', { count, max, what: limitWords(t, limit) }), after()];
}

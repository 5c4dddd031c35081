import type { DueExplanation, Explanation } from '../../domain/circulation/explanation.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { Criterion, LoanPolicy, PolicyRule } from '../../domain/policy/policy.ts';
import { criteria } from '../../domain/policy/policy.ts';
import type { Translate } from '../i18n/start.ts';
import { formatDate, shiftDate, weekdayName } from './dates.ts';
import { valueName } from './values.ts';

/** A heading with its sentences: one part of the answer to "Vì sao?". */
export interface ExplainedPart {
  readonly part: 'rule' | 'policy' | 'limit';
  readonly heading: string;
  readonly lines: readonly string[];
}

/** One stop on the way to a due date. */
export interface DueStep {
  readonly kind: 'from' | 'planned' | 'closed' | 'opens' | 'capped';
  /** `06/12/2026`, or a span of closed days `13/02/2027 – 20/02/2027`. */
  readonly date: string;
  /** Why this stop: "thêm 14 ngày", "nghỉ: Tết Nguyên đán". */
  readonly note: string;
}

/** What the words need to know besides the explanation. */
export interface ExplainContext {
  readonly t: Translate;
  readonly language: string;
  readonly library: { readonly id: string; readonly name: string };
}

/**
 * The rule that won with its runner-up, the count against its limit, and the policy's numbers. An act that was refused
 * (`happened` false) used up nothing of the limit.
 */
export function explainParts(
  context: ExplainContext,
  explanation: Explanation,
  happened: boolean,
): readonly ExplainedPart[] {
  const { t } = context;
  const { policy, limit } = explanation;
  const limitPart: ExplainedPart[] = limit
    ? [{ part: 'limit', heading: t('explain.limit'), lines: limitLines(t, limit, happened) }]
    : [];
  if (!policy)
    return [{ part: 'rule', heading: t('explain.rule'), lines: [t('explain.noRule')] }, ...limitPart];
  const { rule, runnerUp, version, loanPolicy } = policy;
  return [
    {
      part: 'rule',
      heading: t('explain.rule'),
      lines: [
        t('explain.ruleName', { rule: rule.id, version }),
        policy.matched.length > 0
          ? t('explain.matched', { criteria: criteriaWords(context, rule) })
          : t('explain.matchedAny'),
        runnerUp
          ? t('explain.runnerUp', { rule: runnerUp.id, criteria: criteriaWords(context, runnerUp) })
          : t('explain.runnerUpNone'),
      ],
    },
    ...limitPart,
    {
      part: 'policy',
      heading: t('explain.policy'),
      lines: [
        t('explain.policyName', { name: loanPolicy.name, id: loanPolicy.id }),
        policyNumbers(t, loanPolicy),
        `${t(`explain.${loanPolicy.closedDays}`)}; ${t(`explain.${loanPolicy.cardExpiry}`)}.`,
      ],
    },
  ];
}

/** The way from the day of the act to the due date, stop by stop. The last stop is the due date. */
export function explainDue({ t, language }: ExplainContext, due: DueExplanation): readonly DueStep[] {
  const planned = shiftDate(due.from, due.days);
  const steps: DueStep[] = [
    { kind: 'from', date: formatDate(due.from), note: t('explain.from') },
    { kind: 'planned', date: formatDate(planned), note: t('explain.plusDays', { count: due.days }) },
  ];
  for (const span of closedSpans(due.skipped)) {
    const note =
      span.name === 'weekly'
        ? `${weekdayName(span.from, language)}, ${t('explain.closedWeekly')}`
        : t('explain.closed', { name: span.name });
    const date =
      span.from === span.to ? formatDate(span.from) : `${formatDate(span.from)} – ${formatDate(span.to)}`;
    steps.push({ kind: 'closed', date, note });
  }
  const lastClosed = due.skipped.at(-1);
  if (lastClosed) {
    steps.push({ kind: 'opens', date: formatDate(shiftDate(lastClosed.date, 1)), note: t('explain.opens') });
  }
  if (due.cappedBy) steps.push({ kind: 'capped', date: formatDate(due.cappedBy), note: t('explain.capped') });
  return steps;
}

interface ClosedSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

/** Tết is eight closed days with one name: say it once. */
function closedSpans(days: DueExplanation['skipped']): readonly ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  for (const { date, name } of days) {
    const last = spans.at(-1);
    if (last && last.name === name && shiftDate(last.to, 1) === date)
      spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ from: date, to: date, name });
  }
  return spans;
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

function policyNumbers(t: Translate, policy: LoanPolicy): string {
  const period =
    policy.period === 'none' ? t('explain.periodNone') : t('explain.period', { count: policy.period });
  const most =
    policy.maxLoans === 'unlimited'
      ? t('explain.maxLoansUnlimited')
      : t('explain.maxLoans', { count: policy.maxLoans });
  return `${period}; ${most}; ${renewalWords(t, policy)}.`;
}

function renewalWords(t: Translate, { renewals, renewalPeriod: days }: LoanPolicy): string {
  if (renewals === 'none' || renewals === 0) return t('explain.renewalsNone');
  if (renewals === 'unlimited') return t('explain.renewalsUnlimited', { days });
  return t('explain.renewals', { count: renewals, days });
}

function limitLines(
  t: Translate,
  { count, max }: { count: number; max: number },
  happened: boolean,
): readonly string[] {
  const left = max - count - 1;
  const after = (): string => {
    if (left < 0) return t('explain.reached');
    if (!happened) return t('explain.notReached');
    return left === 0 ? t('explain.nowFull') : t('explain.remaining', { count: left });
  };
  return [t('explain.limitText', { count, max }), after()];
}

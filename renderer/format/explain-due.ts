import type { DueExplanation } from '../../domain/circulation/explanation.ts';
import type { Due } from '../../domain/facts/bodies/loans.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import type { Translate } from '../i18n/start.ts';
import { dayOfDue, formatDate, formatDue, shiftDate, weekdayName } from './dates.ts';

/** One stop on the way to a due date. */
export interface DueStep {
  readonly kind: 'from' | 'planned' | 'fixed' | 'closed' | 'opens' | 'limit' | 'due';
  /** `06/12/2026`, `14:02 06/12/2026`, or a span of closed days `13/02/2027 – 20/02/2027`. */
  readonly date: string;
  /** Why this stop: "thêm 14 ngày", "nghỉ: Tết Nguyên đán". */
  readonly note: string;
}

/** The language of the words and of the weekdays' names. */
export interface DueWords {
  readonly t: Translate;
  readonly language: string;
}

/** The way from the day or moment of the act to the due date, stop by stop. The last stop is the due date. */
export function explainDue(words: DueWords, due: DueExplanation): readonly DueStep[] {
  const { t } = words;
  const isHours = due.unit === 'hours';
  const isCounted = due.mode === 'open-days' && !isHours;
  // With open days counted one by one, the closed ones among them come before where the count leads.
  const within = isCounted ? due.skipped.filter(({ date }) => date < dayOfDue(due.planned)) : [];
  const beyond = due.skipped.slice(within.length);
  const steps: DueStep[] = [
    step('from', due.from, t(isHours ? 'explain.fromMoment' : 'explain.from')),
    ...closedSteps(words, within),
    step('planned', due.planned, plannedWords(t, due, isCounted)),
  ];
  if (due.hardDue && due.hardDue.how !== 'not-after')
    steps.push(step('fixed', due.hardDue.date, t(fixedNote[due.hardDue.how])));
  steps.push(...closedSteps(words, beyond));
  if (due.hardDue?.how === 'not-after') steps.push(step('limit', due.hardDue.date, t('explain.notAfter')));
  if (due.cappedBy !== null) steps.push(step('limit', due.cappedBy, t('explain.card')));
  steps.push(...closedSteps(words, due.movedBack.toReversed()));
  const last = lastWords(t, due);
  return steps.at(-1)?.date === formatDue(due.due) ? steps : [...steps, step('due', due.due, last)];
}

const fixedNote = { exactly: 'explain.exactly', 'not-before': 'explain.notBefore' } as const;

function step(kind: DueStep['kind'], date: Due, note: string): DueStep {
  return { kind, date: formatDue(date), note };
}

function plannedWords(t: Translate, { unit, days, hours }: DueExplanation, isCounted: boolean): string {
  if (unit === 'hours') return t('explain.plusHours', { count: hours });
  return isCounted ? t('explain.plusOpenDays', { count: days }) : t('explain.plusDays', { count: days });
}

/** What brought the due date from the stop before it to where it is. */
function lastWords(t: Translate, due: DueExplanation): string {
  if (due.closing === 'shortened') return t('explain.shortened');
  if (due.closing === 'extended') return t('explain.extended');
  if (due.movedBack.length > 0) return t('explain.before');
  if (due.skipped.length === 0) return t('explain.final');
  return due.mode === 'same-weekday' ? t('explain.opensSameWeekday') : t('explain.opens');
}

interface ClosedSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

/** Tết is eight closed days with one name: say it once. */
function closedSteps({ t, language }: DueWords, days: DueExplanation['skipped']): readonly DueStep[] {
  const spans: ClosedSpan[] = [];
  for (const { date, name } of days) {
    const last = spans.at(-1);
    if (last && last.name === name && shiftDate(last.to, 1) === date)
      spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ from: date, to: date, name });
  }
  return spans.map(({ from, to, name }) => ({
    kind: 'closed',
    date: from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`,
    note:
      name === 'weekly'
        ? `${weekdayName(from, language)}, ${t('explain.closedWeekly')}`
        : t('explain.closed', { name }),
  }));
}

import type { PolicyAnswer } from '../../../domain/policy/resolve.ts';
import type { PolicyKind } from '../../../domain/policy/policies.ts';
import type { Translate } from '../../i18n/start.ts';
import type { FieldSpec } from './fields/field-spec.ts';
import { holdFields } from './fields/hold-fields.tsx';
import { loanFields } from './fields/loan-fields.tsx';
import { depositFields, lossFields, overdueFields } from './fields/money-fields.tsx';
import { saidNumber } from './fields/edits.tsx';
import type { NameBook } from './name-book.ts';

/** One word of a promise that changes. */
export interface Change {
  readonly kind: PolicyKind;
  /** Null where the policy itself is another one of the same words. */
  readonly field: string | null;
  readonly before: string;
  readonly after: string;
}

/** What another version would promise differently in one case, field by field, in words. */
export function promiseDiff(
  t: Translate,
  names: NameBook,
  before: PolicyAnswer,
  after: PolicyAnswer,
): readonly Change[] {
  const diff = <P extends { readonly id: string; readonly name: string }>(
    kind: PolicyKind,
    fields: readonly FieldSpec<P>[],
    was: P,
    is: P,
  ): readonly Change[] => {
    const changes = fields.flatMap(({ label, say }): Change[] => {
      const [one, other] = [say(t, was, names), say(t, is, names)];
      return one === other ? [] : [{ kind, field: label(t), before: one, after: other }];
    });
    const isOther = was.id !== is.id || was.name !== is.name;
    if (changes.length > 0 || !isOther) return changes;
    return [{ kind, field: null, before: was.name, after: is.name }];
  };
  return [
    ...diff('loan', loanFields, before.loan, after.loan),
    ...diff('overdue', overdueFields, before.overdue, after.overdue),
    ...diff('hold', holdFields, before.hold, after.hold),
    ...diff('loss', lossFields, before.loss, after.loss),
    ...diff('deposit', depositFields, before.deposit, after.deposit),
  ];
}

/** What matters most of a loan policy in one line: how long, how many at home, how often longer. */
export function loanInBrief(t: Translate, names: NameBook, { loan }: Pick<PolicyAnswer, 'loan'>): string {
  const said = (name: string): string =>
    loanFields.find((field) => field.name === name)?.say(t, loan, names) ?? '';
  const atHome = loan.limits.flatMap(({ max, use }) =>
    max === 'unlimited' || use === 'reading-room' ? [] : [max],
  );
  return t('policy.whatIf.brief', {
    period: said('period'),
    limit:
      atHome.length === 0
        ? t('terms.words.unlimited')
        : saidNumber(Math.min(...atHome), t('terms.unit.loans', { count: Math.min(...atHome) })),
    renewals: said('renewals'),
  });
}

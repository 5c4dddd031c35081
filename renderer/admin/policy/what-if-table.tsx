import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../../domain/policy/impact.ts';
import type { PolicyCase } from '../../../domain/policy/policy.ts';
import { criteria } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import type { NameBook } from './name-book.ts';
import { loanInBrief, promiseDiff } from './promise-diff.ts';
import { ChangeLines } from './change-lines.tsx';

interface WhatIfTableProps {
  readonly answers: readonly WhatIf[];
  /** The same cases by the version in force; null when that is the one that is asked. */
  readonly before: readonly WhatIf[] | null;
  readonly beforeVersion: string;
  readonly onlyChanged: boolean;
  readonly names: NameBook;
}

/** One line a case: the rule that wins with its runner-up, what it gives, and what differs from what is in force. */
export function WhatIfTable({ answers, before, beforeVersion, onlyChanged, names }: WhatIfTableProps) {
  const { t } = useTranslation(namespaces);
  const was = new Map((before ?? []).map(({ subject, answer }) => [caseKey(subject), answer]));
  const lines = answers.map(({ subject, answer }) => {
    const old = before === null ? answer : (was.get(caseKey(subject)) ?? null);
    const changes = answer && old ? promiseDiff(t, names, old, answer) : [];
    const isChanged = before !== null && (changes.length > 0 || (answer === null) !== (old === null));
    return { subject, answer, old, changes, isChanged };
  });
  const shown = lines.filter(({ isChanged }) => !onlyChanged || isChanged);
  if (shown.length === 0) return <p>{t('policy.whatIf.noneChanged')}</p>;
  return (
    <table className="grid what-if-table">
      <thead>
        <tr>
          <th scope="col">{t('policy.whatIf.case')}</th>
          <th scope="col">{t('policy.whatIf.rule')}</th>
          <th scope="col">{t('policy.rules.loan')}</th>
          <th scope="col">{t('policy.rules.overdue')}</th>
          <th scope="col">{t('policy.rules.hold')}</th>
          <th scope="col">{t('policy.rules.loss')}</th>
          <th scope="col">{t('policy.rules.deposit')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ subject, answer, old, changes, isChanged }) => (
          <tr
            key={caseKey(subject)}
            className={isChanged ? 'row-changed' : undefined}
            data-testid="whatif-row"
            data-rule={answer?.rule.id ?? ''}
            data-changed={isChanged}
          >
            <th scope="row">
              <CaseWords subject={subject} names={names} />
            </th>
            {answer ? (
              <>
                <td>
                  <b>{answer.rule.id}</b>
                  <span className="cell-aside">
                    {answer.runnerUp
                      ? t('policy.whatIf.runnerUp', { rule: answer.runnerUp.id })
                      : t('policy.whatIf.noRunnerUp')}
                  </span>
                </td>
                <td>
                  {answer.loan.name}
                  <span className="cell-aside">{loanInBrief(t, names, answer)}</span>
                  {isChanged && (
                    <span className="cell-change">
                      {t('policy.whatIf.changed')}
                      {old ? (
                        <ChangeLines changes={changes} />
                      ) : (
                        t('policy.whatIf.before', { version: beforeVersion, what: t('policy.whatIf.noRule') })
                      )}
                    </span>
                  )}
                </td>
                <td>{answer.overdue.name}</td>
                <td>{answer.hold.name}</td>
                <td>{answer.loss.name}</td>
                <td>{answer.deposit.name}</td>
              </>
            ) : (
              <td colSpan={6}>
                <b>{t('policy.whatIf.noRule')}</b>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A case in words: library, category, class, location. */
function CaseWords({ subject, names }: { readonly subject: PolicyCase; readonly names: NameBook }) {
  const [library, ...others] = criteria.map((name) => names[name](subject[name]));
  return (
    <>
      {others.join(' · ')}
      <span className="cell-aside">{library}</span>
    </>
  );
}

function caseKey(subject: PolicyCase): string {
  return criteria.map((name) => subject[name]).join('\u0000');
}

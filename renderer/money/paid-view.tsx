import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import type { ActAnswer } from '../forms/use-act.ts';
import { wasDone } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import type { Means } from './take-money.tsx';

interface PaidViewProps {
  readonly answer: ActAnswer | null;
  /** What was asked for last. */
  readonly lately: { readonly method: Means['method']; readonly amount: number } | null;
}

/** What came of taking money, on top of the drawer; the change stays in large figures until the next act. */
export function PaidView({ answer, lately }: PaidViewProps) {
  const { t } = useTranslation(namespaces);
  if (!answer || !lately) return null;
  const change = answer.row?.findings.find(({ reason }) => reason.code === 'LT-1716')?.reason.params[
    'change'
  ];
  return (
    <div className="paid">
      <ActAnswerView
        answer={answer}
        done={t(lately.method === 'cash' ? 'money.pay.taken' : 'money.pay.reportedTaken', {
          amount: formatAmount(lately.amount),
        })}
      />
      {answer.row && wasDone(answer.row) && typeof change === 'number' && (
        <p className="change" data-testid="paid-change">
          <span>{t('money.pay.change')}</span>
          <b>{formatAmount(change)}</b>
        </p>
      )}
    </div>
  );
}

import { IconClockExclamation, IconRefresh } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import { formatDue } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { dueWords } from './due-words.ts';
import { LoanEdit } from './loan-edit.tsx';
import type { LoanEditing } from './loan-edit.tsx';
import { LoanFlags } from './loan-flags.tsx';
import { LoanMenu } from './loan-menu.tsx';

interface LoanRowProps {
  readonly entry: PatronLoan;
  /** Row number in the whole table, the heading being 1. */
  readonly position: number;
  readonly today: string;
  /** In ms since the Unix epoch; changes twice a minute. */
  readonly now: number;
  readonly onRenew: (loan: string) => void;
}

export const LoanRow = memo(function LoanRow({ entry, position, today, now, onRenew }: LoanRowProps) {
  const { t } = useTranslation(namespaces);
  const [editing, setEditing] = useState<LoanEditing | null>(null);
  const { loan, item, overdue, provisional, chargeNow } = entry;
  return (
    <tr
      aria-rowindex={position}
      data-testid="loan-row"
      data-loan-id={loan.id}
      data-barcode={item.barcode}
      data-overdue={overdue}
      data-provisional={provisional}
    >
      <td className="loan-title">
        <b>{item.title}</b> <span>{item.author}</span>
      </td>
      <td className="loan-barcode">{item.barcode}</td>
      {editing ? (
        <LoanEdit entry={entry} editing={editing} onClose={() => setEditing(null)} />
      ) : (
        <>
          <td className="loan-due" data-testid="loan-due">
            {formatDue(loan.due)}
            <span className={overdue ? 'loan-left loan-overdue' : 'loan-left'}>
              {overdue && <IconClockExclamation aria-hidden size="1.05rem" />}
              {dueWords(t, loan.due, today, now)}
            </span>
            {chargeNow > 0 && (
              <span className="loan-charge" data-testid="loan-charge">
                {t('loans.chargeNow', { amount: formatAmount(chargeNow) })}
              </span>
            )}
          </td>
          <td className="loan-renewals">
            {loan.renewals > 0
              ? t('loans.renewalsTimes', { count: loan.renewals })
              : t('loans.renewalsNever')}
          </td>
          <td>
            <LoanFlags entry={entry} />
          </td>
          <td className="loan-act">
            <button
              type="button"
              className="loan-renew"
              data-testid="loan-renew"
              aria-label={t('loans.renewOne', { title: item.title })}
              title={t('loans.renew')}
              onClick={() => onRenew(loan.id)}
            >
              <IconRefresh aria-hidden size="1.05rem" />
              <span className="loan-renew-words">{t('loans.renew')}</span>
            </button>
            <LoanMenu entry={entry} onEdit={setEditing} />
          </td>
        </>
      )}
    </tr>
  );
});

import { IconClockExclamation, IconCloudUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { daysBetween, formatDate } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';

interface LoanRowProps {
  readonly entry: PatronLoan;
  /** Row number in the whole table, the heading being 1. */
  readonly position: number;
  readonly today: string;
  readonly onRenew: (loan: string) => void;
}

export const LoanRow = memo(function LoanRow({ entry, position, today, onRenew }: LoanRowProps) {
  const { t } = useTranslation(namespaces);
  const { loan, item, overdue, provisional } = entry;
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
      <td className="loan-due" data-testid="loan-due">
        {formatDate(loan.due)}
        <span className={overdue ? 'loan-left loan-overdue' : 'loan-left'}>
          {overdue && <IconClockExclamation aria-hidden size="1.05rem" />}
          {dueWords(t, today, loan.due)}
        </span>
      </td>
      <td className="loan-renewals">
        {loan.renewals > 0 ? t('loans.renewalsTimes', { count: loan.renewals }) : t('loans.renewalsNever')}
      </td>
      <td>
        {provisional && (
          <span className="loan-flag" title={t('loans.provisionalHelp')}>
            <IconCloudUp aria-hidden size="1.05rem" />
            <span>{t('loans.provisional')}</span>
          </span>
        )}
      </td>
      <td className="loan-act">
        <button
          type="button"
          className="loan-renew"
          data-testid="loan-renew"
          aria-label={t('loans.renewOne', { title: item.title })}
          onClick={() => onRenew(loan.id)}
        >
          {t('loans.renew')}
        </button>
      </td>
    </tr>
  );
});

function dueWords(t: Translate, today: string, due: string): string {
  if (today === '') return '';
  const left = daysBetween(today, due);
  if (left < 0) return t('loans.overdueDays', { count: -left });
  return left === 0 ? t('loans.dueToday') : t('loans.dueIn', { count: left });
}

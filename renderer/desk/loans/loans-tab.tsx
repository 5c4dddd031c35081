import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { useToday } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useSettings } from '../../ui/page-context.tsx';
import { byDue } from './loan-order.ts';
import { LoansTable } from './loans-table.tsx';
import { rowHeight } from './row-height.ts';

interface LoansTabProps {
  readonly open: DeskPatron;
  readonly onRenew: (loan: string) => void;
}

/** What the reader at the desk has, soonest due first. */
export function LoansTab({ open, onRenew }: LoansTabProps) {
  const { t } = useTranslation(namespaces);
  const [{ textSize }] = useSettings();
  const today = useToday();
  const { loans } = open;
  if (loans.length === 0) {
    return (
      <div className="teach" data-testid="loans-empty">
        <strong>{t('loans.empty')}</strong>
        {open.blocks.length === 0 && <p>{t('loans.emptyHelp')}</p>}
      </div>
    );
  }
  return (
    // Another text size means other row heights, and another reader begins at the top.
    <LoansTable
      key={`${open.patron.id} ${textSize}`}
      loans={byDue(loans)}
      today={today}
      rowHeight={rowHeight(textSize)}
      onRenew={onRenew}
    />
  );
}

/** Renews everything at once; stands beside the tabs. */
export function RenewAll({
  open,
  onRenewAll,
}: {
  readonly open: DeskPatron;
  readonly onRenewAll: () => void;
}) {
  const { t } = useTranslation(namespaces);
  return (
    <ActButton
      act="renewAll"
      size="xs"
      compact
      disabled={open.loans.length === 0}
      icon={<IconRefresh aria-hidden size="1.05rem" />}
      onClick={onRenewAll}
    >
      {t('loans.renewAll')}
    </ActButton>
  );
}

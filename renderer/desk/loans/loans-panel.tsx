import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePatron, useToday } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useSettings } from '../../ui/page-context.tsx';
import { LoansTable } from './loans-table.tsx';
import { byDue } from './loan-order.ts';
import { rowHeight } from './row-height.ts';
import './loans.css';

interface LoansPanelProps {
  readonly onRenew: (loan: string) => void;
  readonly onRenewAll: () => void;
}

/** What the reader at the desk has, soonest due first. */
export function LoansPanel({ onRenew, onRenewAll }: LoansPanelProps) {
  const { t } = useTranslation(namespaces);
  const [{ textSize }] = useSettings();
  const open = usePatron().data ?? null;
  const today = useToday();
  if (!open) {
    return (
      <section className="panel loans loans-closed" aria-label={t('loans.title')} data-testid="loans-panel">
        <strong>{t('loans.noPatron')}</strong> <span>{t('loans.noPatronHelp')}</span>
      </section>
    );
  }
  const { loans } = open;
  return (
    <section className="panel loans" aria-labelledby="loans-title" data-testid="loans-panel">
      <div className="loans-head">
        <h2 id="loans-title" className="heading">
          {t('loans.title')}
        </h2>
        <span className="loans-count">{t('loans.count', { count: loans.length })}</span>
        <ActButton
          act="renewAll"
          size="xs"
          disabled={loans.length === 0}
          icon={<IconRefresh aria-hidden size="1.05rem" />}
          onClick={onRenewAll}
        >
          {t('loans.renewAll')}
        </ActButton>
      </div>
      {loans.length > 0 ? (
        // Another text size means other row heights, and another reader begins at the top.
        <LoansTable
          key={`${open.patron.id} ${textSize}`}
          loans={byDue(loans)}
          today={today}
          rowHeight={rowHeight(textSize)}
          onRenew={onRenew}
        />
      ) : (
        <div className="teach" data-testid="loans-empty">
          <strong>{t('loans.empty')}</strong>
          {open.blocks.length === 0 && <p>{t('loans.emptyHelp')}</p>}
        </div>
      )}
    </section>
  );
}

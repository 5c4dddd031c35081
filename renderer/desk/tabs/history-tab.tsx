import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { formatDay } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';

interface HistoryTabProps {
  /** Null unless the reader lets the history be kept. */
  readonly history: readonly PatronLoan[] | null;
  readonly onConsent: () => void;
}

/** What was read before; without the reader's consent it says why there is nothing. */
export function HistoryTab({ history, onConsent }: HistoryTabProps) {
  const { t } = useTranslation(namespaces);
  if (history === null) {
    return (
      <div className="teach" data-testid="history-closed">
        <IconEyeOff aria-hidden size="2rem" stroke={1.4} />
        <strong>{t('patronHistory.noConsent')}</strong>
        <p>{t('patronHistory.noConsentHelp')}</p>
        <Button variant="light" size="xs" onClick={onConsent}>
          {t('patronHistory.askConsent')}
        </Button>
      </div>
    );
  }
  if (history.length === 0) {
    return (
      <div className="teach" data-testid="history-empty">
        <strong>{t('patronHistory.empty')}</strong>
        <p>{t('patronHistory.emptyHelp')}</p>
      </div>
    );
  }
  return (
    <ul className="entries" tabIndex={0} aria-label={t('tabs.history')}>
      {history.map(({ loan, item }) => (
        <li key={loan.id} className="entry" data-testid="history-row">
          <p className="entry-words">
            <b>{item.title}</b> <span className="entry-quiet">{item.author}</span>
          </p>
          <span className="entry-quiet">{item.barcode}</span>
          <span className="entry-quiet">
            {t('patronHistory.lent', { date: formatDay(loan.checkedOutAt) })}
            {loan.returnedAt !== null &&
              ` · ${t('patronHistory.returned', { date: formatDay(loan.returnedAt) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

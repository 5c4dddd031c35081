import { IconArchive, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { KeyedButton } from '../../ui/keyed-button.tsx';
import { useDeskCalls } from '../use-desk-calls.ts';
import { handOverWords } from './row-word.ts';

interface RowHandoverProps {
  readonly row: DeskRow;
  readonly waiting: number;
}

/** The one thing that stops the line: where this copy goes, big enough to be read with a book in the hand. */
export function RowHandover({ row, waiting }: RowHandoverProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const { route } = row;
  const onShelf = route?.to === 'hold-shelf';
  const Icon = onShelf ? IconArchive : IconTruckDelivery;
  return (
    <div className="handover" data-testid="row-handover" data-to={route?.to}>
      <Icon aria-hidden className="handover-icon" stroke={1.6} />
      <p className="handover-words">
        <strong>{handOverWords(t, row)}</strong>
        <span>
          {onShelf ? t('handover.onShelf') : t('handover.inTransit')}
          {onShelf && <b> {t('handover.until', { date: formatDate(route.until) })}</b>}
        </span>
      </p>
      {waiting > 0 && (
        <span className="handover-waiting" role="status" data-testid="line-waiting" data-count={waiting}>
          {t('handover.waiting', { count: waiting })}
        </span>
      )}
      <KeyedButton
        act="done"
        testId="row-done"
        variant="filled"
        size="md"
        onClick={() => calls.acknowledge(row.id)}
      >
        {t('handover.done')}
      </KeyedButton>
    </div>
  );
}

import { IconArchive, IconStack2, IconTruckDelivery } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { KeyedButton } from '../../ui/keyed-button.tsx';
import { focusScanBox } from '../scan/focus-scan-box.ts';
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
  const banner = useRef<HTMLDivElement>(null);
  const { route } = row;
  const onShelf = route?.to === 'hold-shelf';
  const Icon = onShelf ? IconArchive : IconTruckDelivery;
  const card = row.findings.find(({ reason }) => reason.code === 'LT-1303')?.reason.params['card'];
  return (
    <div className="handover" data-testid="row-handover" data-to={route?.to} ref={banner}>
      <Icon aria-hidden className="handover-icon" stroke={1.6} />
      <p className="handover-words">
        <strong>{handOverWords(t, row)}</strong>
        <span className="handover-line">
          {onShelf && (
            <b>
              {[
                card !== undefined && t('handover.card', { card }),
                t('handover.until', { date: formatDate(route.until) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </b>
          )}
          <span>{onShelf ? t('handover.onShelf') : t('handover.inTransit')}</span>
        </span>
        {waiting > 0 && (
          <span className="handover-waiting" role="status" data-testid="line-waiting" data-count={waiting}>
            <IconStack2 aria-hidden size="1.2rem" stroke={1.9} />
            {t('handover.waiting', { count: waiting })}
          </span>
        )}
      </p>
      <KeyedButton
        act="done"
        testId="row-done"
        variant="filled"
        size="md"
        onClick={() => {
          focusScanBox(banner.current);
          calls.acknowledge(row.id);
        }}
      >
        {t('handover.done')}
      </KeyedButton>
    </div>
  );
}

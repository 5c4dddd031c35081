import { Button, Drawer } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { useSlips } from '../connection/queries.ts';
import { useDeskCalls } from '../desk/use-desk-calls.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { reasonSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import { useNow } from '../ui/use-now.ts';
import { isUnprinted } from './slip-state.ts';
import './slips-drawer.css';

/** Every slip of this station, newest first; any of them can be printed again. */
export default function SlipsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data: slips = [] } = useSlips();
  const finished = slips.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      overlayProps={{ backgroundOpacity: 0.3 }}
      size="min(34rem, 92vw)"
      title={t('slips.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      data-testid="slips-drawer"
    >
      {finished.length === 0 ? (
        <div className="teach">
          <IconReceipt aria-hidden size="2.4rem" stroke={1.4} />
          <strong>{t('slips.none')}</strong>
          <p>{t('slips.noneHelp')}</p>
        </div>
      ) : (
        <ul className="slips">
          {finished.map((slip) => (
            <SlipEntry key={slip.id} slip={slip} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

function SlipEntry({ slip }: { readonly slip: SlipSummary }) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const unprinted = isUnprinted(slip, useNow(2_000));
  return (
    <li className="slip" data-testid="slip" data-slip-id={slip.id} data-state={slip.state}>
      <div className="slip-says">
        <p>
          <b>{slip.patronName ?? t('slips.noReader')}</b>
        </p>
        <p className="slip-quiet">
          {t(`slips.kind.${slip.kind}`)} · {t('slips.acts', { count: slip.acts })} ·{' '}
          {formatTimeShort(slip.createdAt)} {formatDay(slip.createdAt)}
        </p>
        {slip.problem && (
          <p className="slip-problem">{reasonSentence(t, { code: slip.problem, params: {} })}</p>
        )}
        {slip.interrupted && unprinted && <p className="slip-problem">{t('slips.interrupted')}</p>}
      </div>
      <span className={unprinted ? 'slip-state slip-state-open' : 'slip-state'}>
        {t(`slips.state.${slip.state}`)}
      </span>
      <div className="slip-acts">
        {unprinted && (
          <Button variant="subtle" size="xs" onClick={() => calls.dismissSlip(slip.id)}>
            {t('slips.skip')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          data-testid="slip-print"
          disabled={slip.state === 'printing'}
          onClick={() => calls.printSlip(slip.id)}
        >
          {t('slips.printAgain')}
        </Button>
      </div>
    </li>
  );
}

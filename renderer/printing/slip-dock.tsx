import { Button } from '@mantine/core';
import { IconPrinter, IconPrinterOff, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { useSlips } from '../connection/queries.ts';
import { formatTimeShort } from '../format/dates.ts';
import { reasonSentence, splitSentence } from '../format/reasons.ts';
import { namespaces } from '../i18n/start.ts';
import type { DeskCalls } from '../desk/use-desk-calls.ts';
import { ActButton } from '../ui/act-button.tsx';
import { useNow } from '../ui/use-now.ts';
import { isUnprinted, lastSlip } from './slip-state.ts';
import './slip-dock.css';

interface SlipDockProps {
  readonly calls: DeskCalls;
  readonly onReprint: () => void;
  readonly onList: () => void;
}

/** The left end of the bottom bar: normally the last slip; when one did not come out, what to do about it. */
export function SlipDock({ calls, onReprint, onList }: SlipDockProps) {
  const { t } = useTranslation(namespaces);
  const now = useNow(2_000);
  const slips = useSlips().data ?? [];
  const unprinted = slips.filter((slip) => isUnprinted(slip, now));
  const last = lastSlip(slips);
  if (unprinted.length > 0) return <Unprinted slips={unprinted} calls={calls} onList={onList} />;
  return (
    <div className="slips-dock" data-testid="slips-dock">
      <ActButton
        act="reprint"
        disabled={last === null}
        icon={<IconPrinter aria-hidden size="1.15rem" />}
        onClick={onReprint}
      >
        {t('dock.reprint')}
      </ActButton>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconReceipt aria-hidden size="1.15rem" />}
        data-testid="slips-open"
        onClick={onList}
      >
        {last ? t('slips.last', { time: formatTimeShort(last.createdAt) }) : t('dock.slips')}
      </Button>
    </div>
  );
}

function Unprinted(props: {
  readonly slips: readonly SlipSummary[];
  readonly calls: DeskCalls;
  readonly onList: () => void;
}) {
  const { t } = useTranslation(namespaces);
  const { slips, calls, onList } = props;
  const single = slips.length === 1;
  const problem = slips.find((slip) => slip.problem !== null)?.problem;
  const why = problem
    ? splitSentence(reasonSentence(t, { code: problem, params: {} })).head
    : slips.some(({ interrupted }) => interrupted)
      ? t('slips.interrupted')
      : '';
  const each = (act: (slip: string) => void) => () => {
    for (const { id } of slips) act(id);
  };
  return (
    <div className="slips-bar" role="status" data-testid="unprinted-bar" data-count={slips.length}>
      <IconPrinterOff aria-hidden size="1.35rem" />
      <p className="slips-bar-words" title={why}>
        <strong>{t('slips.unprinted', { count: slips.length })}</strong> <span>{why}</span>
      </p>
      <button
        type="button"
        className="slips-bar-act"
        data-testid="unprinted-print"
        onClick={each(calls.printSlip)}
      >
        {single ? t('slips.printAgain') : t('slips.printAll')}
      </button>
      {single ? (
        <button
          type="button"
          className="slips-bar-act"
          data-testid="unprinted-skip"
          onClick={each(calls.dismissSlip)}
        >
          {t('slips.skip')}
        </button>
      ) : (
        <button type="button" className="slips-bar-act" data-testid="unprinted-list" onClick={onList}>
          {t('slips.seeAll')}
        </button>
      )}
    </div>
  );
}

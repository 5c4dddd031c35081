import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { namespaces } from '../../i18n/start.ts';
import { focusScanBox } from '../scan/focus-scan-box.ts';
import { useDeskCalls } from '../use-desk-calls.ts';

interface RowLinksProps {
  readonly row: DeskRow;
  readonly asked: boolean;
  readonly onAsk: () => void;
}

/** What can be done about a row afterwards: ask why, take it back, print its slip again. Always in the same places. */
export function RowLinks({ row, asked, onAsk }: RowLinksProps) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const { undo, slip, explanation } = row;
  return (
    <span className="row-ask">
      {explanation && (
        <button type="button" className="link" data-testid="row-why" aria-expanded={asked} onClick={onAsk}>
          {asked ? t('rows.whyClose') : t('rows.why')}
        </button>
      )}
      {slip !== null && (
        <button
          type="button"
          className="row-tool"
          title={t('rows.slip')}
          aria-label={t('rows.slip')}
          data-testid="row-slip"
          onClick={() => calls.printSlip(slip)}
        >
          <IconPrinter aria-hidden size="1.15rem" stroke={1.8} />
        </button>
      )}
      {undo !== null && (
        <button
          type="button"
          className="row-tool"
          title={t('rows.undo')}
          aria-label={t('rows.undo')}
          data-testid="row-undo"
          onClick={(event) => {
            focusScanBox(event.currentTarget);
            calls.undo(undo);
          }}
        >
          <IconArrowBackUp aria-hidden size="1.2rem" stroke={1.9} />
        </button>
      )}
    </span>
  );
}

import { IconNfc, IconNfcOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskRow, RowSecurity } from '../../../contract/workstation/desk.ts';
import { namespaces } from '../../i18n/start.ts';
import { useDeskCalls } from '../use-desk-calls.ts';

/** How far the RFID tag of the row's copy is: quiet while it follows the record, loud when it does not. */
export function RowTag({
  security,
  item,
}: {
  readonly security: RowSecurity;
  readonly item: DeskRow['item'];
}) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const { wanted, state } = security;
  const Icon = state === 'failed' ? IconNfcOff : IconNfc;
  return (
    <span
      className={`row-tag row-tag-${state}`}
      data-testid="row-tag"
      data-state={state}
      data-wanted={wanted}
    >
      <Icon aria-hidden size="1.1rem" stroke={1.9} />
      {t(`tags.${wanted}.${state}`)}
      {state === 'failed' && item && (
        <button
          type="button"
          className="link"
          aria-label={t('tags.retryOf', { barcode: item.barcode })}
          data-testid="row-tag-retry"
          onClick={() => calls.retryTag(item.id)}
        >
          {t('tags.retry')}
        </button>
      )}
    </span>
  );
}

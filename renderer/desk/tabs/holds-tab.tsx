import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatronHold } from '../../../contract/workstation/desk.ts';
import { namespaces } from '../../i18n/start.ts';
import { HoldRow } from './hold-row.tsx';

interface HoldsTabProps {
  readonly holds: readonly PatronHold[];
  readonly onFind: () => void;
}

/** What the reader waits for, what is ready first. */
export function HoldsTab({ holds, onFind }: HoldsTabProps) {
  const { t } = useTranslation(namespaces);
  if (holds.length === 0) {
    return (
      <div className="teach" data-testid="holds-empty">
        <strong>{t('patronHolds.empty')}</strong>
        <p>{t('patronHolds.emptyHelp')}</p>
        <Button variant="light" size="xs" onClick={onFind}>
          {t('patronHolds.find')}
        </Button>
      </div>
    );
  }
  const inOrder = holds.toSorted((a, b) => order(a) - order(b));
  return (
    <ul className="entries" tabIndex={0} aria-label={t('tabs.holds')}>
      {inOrder.map((entry) => (
        <HoldRow key={entry.hold.id} entry={entry} />
      ))}
    </ul>
  );
}

function order({ hold }: PatronHold): number {
  return hold.state.status === 'waiting' ? 0 : hold.state.status === 'in-transit' ? 1 : 2;
}

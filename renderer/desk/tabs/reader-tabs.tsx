import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { outstanding } from '../../../domain/money/charge.ts';
import { usePatron } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import type { DeskAct } from '../keys/presets.ts';
import { LoansTab, RenewAll } from '../loans/loans-tab.tsx';
import { ChargesTab } from './charges-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { HoldsTab } from './holds-tab.tsx';
import type { ReaderTab } from './tab-names.ts';
import { readerTabs } from './tab-names.ts';
import '../loans/loans.css';
import './tabs.css';

interface ReaderTabsProps {
  readonly tab: ReaderTab;
  readonly onTab: (tab: ReaderTab) => void;
  readonly onRenew: (loan: string) => void;
  readonly acts: Readonly<Record<DeskAct, () => void>>;
}

/** What the reader at the desk has: on loan, on hold, to pay, and read before. */
export function ReaderTabs({ tab, onTab, onRenew, acts }: ReaderTabsProps) {
  const { t } = useTranslation(namespaces);
  const open = usePatron().data ?? null;
  if (!open) {
    return (
      <section className="panel loans loans-closed" aria-label={t('loans.title')} data-testid="loans-panel">
        <strong>{t('loans.noPatron')}</strong> <span>{t('loans.noPatronHelp')}</span>
      </section>
    );
  }
  const counts = tabCounts(open);
  return (
    <section className="panel loans" aria-label={t('tabs.label')} data-testid="loans-panel">
      <Tabs
        className="tabs"
        value={tab}
        onChange={(value) => onTab(readerTabs.find((name) => name === value) ?? 'loans')}
        keepMounted={false}
      >
        <div className="tabs-head">
          <Tabs.List aria-label={t('tabs.label')}>
            {readerTabs.map((name) => (
              <Tabs.Tab key={name} value={name} data-testid={`tab-${name}`} data-count={counts[name] ?? ''}>
                {t(`tabs.${name}`)}
                {counts[name] !== null && <span className="tabs-count">{counts[name]}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tab === 'loans' && <RenewAll open={open} onRenewAll={acts.renewAll} />}
        </div>
        <Tabs.Panel value="loans" className="tabs-panel">
          <LoansTab open={open} onRenew={onRenew} />
        </Tabs.Panel>
        <Tabs.Panel value="holds" className="tabs-panel">
          <HoldsTab holds={open.holds} onFind={acts.search} />
        </Tabs.Panel>
        <Tabs.Panel value="charges" className="tabs-panel">
          <ChargesTab open={open} onPay={acts.pay} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className="tabs-panel">
          <HistoryTab history={open.history} onConsent={acts.reader} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function tabCounts({
  loans,
  holds,
  charges,
  history,
}: DeskPatron): Readonly<Record<ReaderTab, number | null>> {
  return {
    loans: loans.length,
    holds: holds.length,
    charges: charges.filter((charge) => outstanding(charge) !== 0).length,
    history: history?.length ?? null,
  };
}

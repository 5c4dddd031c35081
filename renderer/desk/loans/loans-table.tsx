import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { namespaces } from '../../i18n/start.ts';
import { useNow } from '../../ui/use-now.ts';
import { LoanRow } from './loan-row.tsx';

interface LoansTableProps {
  readonly loans: readonly PatronLoan[];
  readonly today: string;
  /** In px. */
  readonly rowHeight: number;
  readonly onRenew: (loan: string) => void;
}

/** A real table of which only the rows in sight are in the page: readers with 400 loans exist. */
export function LoansTable({ loans, today, rowHeight, onRenew }: LoansTableProps) {
  const { t } = useTranslation(namespaces);
  const now = useNow(30_000);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the page is not built with the React compiler
  const rows = useVirtualizer({
    count: loans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => loans[index]?.loan.id ?? index,
    overscan: 4,
    // Rows are there in the first paint, before the table has been measured.
    initialRect: { width: 0, height: 260 },
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // Focusable so that the table can be scrolled by keyboard.
    <div className="loans-scroll" ref={scroller} tabIndex={0} role="group" aria-label={t('loans.title')}>
      <table className="loans-table" aria-rowcount={loans.length + 1} data-testid="loans-table">
        <thead>
          <tr>
            <th scope="col">{t('loans.titleColumn')}</th>
            <th scope="col">{t('loans.barcode')}</th>
            <th scope="col" aria-sort="ascending">
              {t('loans.due')}
            </th>
            <th scope="col">{t('loans.renewals')}</th>
            <th scope="col">
              <span className="loans-flags-head">{t('loans.flags')}</span>
            </th>
            <th scope="col">
              <span className="unseen">{t('loans.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Filler height={above} />
          {shown.map(({ index, key }) => {
            const loan = loans[index];
            return loan ? (
              <LoanRow
                key={key}
                entry={loan}
                position={index + 2}
                today={today}
                now={now}
                onRenew={onRenew}
              />
            ) : null;
          })}
          <Filler height={below} />
        </tbody>
      </table>
    </div>
  );
}

function Filler({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="loans-filler">
      <td colSpan={6} style={{ height }} />
    </tr>
  );
}

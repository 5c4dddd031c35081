import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useDrawer, useReported } from '../connection/queries.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { namespaces } from '../i18n/start.ts';
import { OpenTill } from './open-till.tsx';
import { OpenDrawerHere } from './open-drawer-here.tsx';
import { ReportedList } from './reported-list.tsx';
import './money.css';

const views = ['drawer', 'reported', 'closed'] as const;
type View = (typeof views)[number];

/** The cash drawer of this station, the transfers that wait to be compared, and the drawers closed before. */
export default function TillDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data } = useDrawer();
  const { data: reported = [] } = useReported();
  const [view, setView] = useState<View>('drawer');
  return (
    <SideDrawer title={t('money.till.title')} testId="till-drawer" size="min(46rem, 97vw)" onClose={onClose}>
      <SegmentedControl
        fullWidth
        value={view}
        onChange={(value) => setView(views.find((known) => known === value) ?? 'drawer')}
        aria-label={t('money.till.title')}
        data={views.map((value) => ({
          value,
          label:
            value === 'reported' && reported.length > 0
              ? `${t('money.till.view.reported')} (${reported.length})`
              : t(`money.till.view.${value}`),
        }))}
        data-testid="till-view"
      />
      {view === 'drawer' && data && (data.open ? <OpenTill till={data} /> : <OpenDrawerHere autoFocus />)}
      {view === 'reported' && <ReportedList reported={reported} />}
      {view === 'closed' && data && (
        <>
          {data.closed.length === 0 && <p className="form-quiet">{t('money.till.closedNone')}</p>}
          {data.closed.length > 0 && (
            <ul className="card-list">
              {data.closed.map(
                ({ id, closed }) =>
                  closed && (
                    <li key={id} className="line" data-testid="till-closed">
                      <span className="line-words">
                        {formatTimeShort(closed.at)} {formatDay(closed.at)}{' '}
                        <span className="form-quiet payment-aside">
                          {[
                            t('money.till.closedLine', {
                              expected: formatAmount(closed.expected),
                              counted: formatAmount(closed.counted),
                            }),
                            closed.note,
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      <Difference amount={closed.counted - closed.expected} />
                    </li>
                  ),
              )}
            </ul>
          )}
        </>
      )}
    </SideDrawer>
  );
}

/** What was too much or too little, in words and figures. */
function Difference({ amount }: { readonly amount: number }) {
  const { t } = useTranslation(namespaces);
  if (amount === 0) return <span className="state-tag">{t('money.till.even')}</span>;
  return (
    <span className="state-tag state-tag-strong">
      {amount > 0
        ? t('money.till.over', { amount: formatAmount(amount) })
        : t('money.till.short', { amount: formatAmount(-amount) })}
    </span>
  );
}

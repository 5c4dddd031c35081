import { Button } from '@mantine/core';
import { IconClockExclamation, IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { usePatron } from '../../connection/queries.ts';
import { formatDate } from '../../format/dates.ts';
import { initials } from '../../format/names.ts';
import { valueName } from '../../format/values.ts';
import { namespaces } from '../../i18n/start.ts';
import { LoanMeter } from './loan-meter.tsx';
import { PatronBlock } from './patron-block.tsx';
import './patron-panel.css';

/** The reader at the desk: who, which card, how many loans, and what stands in the way of lending. */
export function PatronPanel({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation(namespaces);
  const open = usePatron().data ?? null;
  return (
    <section
      className="panel patron"
      // Focusable so that it can be scrolled by keyboard when the text is large.
      tabIndex={0}
      aria-labelledby="patron-title"
      data-testid="patron-panel"
      data-open={open !== null}
    >
      <h2 id="patron-title" className="heading">
        {t('patron.title')}
      </h2>
      {open ? (
        <OpenPatron key={open.patron.id} open={open} />
      ) : (
        <div className="teach" data-testid="patron-empty">
          <span className="patron-placeholder">
            <IconId aria-hidden size="2.4rem" stroke={1.4} />
          </span>
          <strong>{t('patron.empty.title')}</strong>
          <p>{t('patron.empty.text')}</p>
          <Button variant="light" size="sm" mt="0.4rem" onClick={onSearch}>
            {t('patron.empty.search')}
          </Button>
        </div>
      )}
    </section>
  );
}

function OpenPatron({ open }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const { patron, loans, maxLoans, blocks } = open;
  const overdue = loans.filter((loan) => loan.overdue).length;
  const expired = blocks.some(({ code }) => code === 'LT-1201');
  return (
    <div className="patron-open">
      <div className="patron-who">
        <span className="patron-avatar" aria-hidden>
          {initials(patron.name)}
        </span>
        <div className="patron-names">
          <p className="patron-name" data-testid="patron-name">
            {patron.name}
          </p>
          <p className="patron-category">{valueName(t, 'category', open.patron.category)}</p>
        </div>
      </div>
      {/* Before the card's data: at the largest text a small screen shows little more than this. */}
      {blocks.map((block) => (
        <PatronBlock key={block.code} block={block} />
      ))}
      <dl className="patron-card">
        <dt className="unseen">{t('patron.title')}</dt>
        <dd data-testid="patron-card">{t('patron.card', { card: patron.card })}</dd>
        <dd className={expired ? 'patron-expired' : undefined} data-testid="patron-expires">
          {t('patron.expires', { date: formatDate(patron.expires) })}
        </dd>
      </dl>
      <LoanMeter count={loans.length} max={maxLoans} mayBorrow={blocks.length === 0} />
      <p
        className={overdue > 0 ? 'patron-overdue patron-overdue-some' : 'patron-overdue'}
        data-testid="patron-overdue"
      >
        {overdue > 0 && <IconClockExclamation aria-hidden size="1.15rem" />}
        {overdue > 0 ? t('patron.overdue', { count: overdue }) : t('patron.noOverdue')}
      </p>
    </div>
  );
}

import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import { formatTime } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { dataAge } from '../../sync/data-age.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useSettings } from '../../ui/page-context.tsx';
import { useDeskDrawers } from '../drawers/desk-drawer.ts';
import { questionKind } from './question.ts';
import { RowFindings } from './row-findings.tsx';
import { RowHandover } from './row-handover.tsx';
import { RowTag } from './row-tag.tsx';
import { RowLinks } from './row-links.tsx';
import { RowQuestionBar } from './row-question-bar.tsx';
import { promisedDue, rowCode, rowSubject, rowWord } from './row-word.ts';
import { WhyPanel } from './why-panel.tsx';

interface DeskRowViewProps {
  readonly row: DeskRow;
  /** The newest row that asks has the keys for yes and no. */
  readonly hasKeys: boolean;
  /** True for a scan that waits because another row holds the line. */
  readonly isWaiting: boolean;
  /** Scans that wait for this row; 0 unless it holds the line. */
  readonly waiting: number;
}

/** One scan, one row. Memoised: a new scan must not paint the two hundred below it again. */
export const DeskRowView = memo(function DeskRowView(props: DeskRowViewProps) {
  const { row, hasKeys, isWaiting, waiting } = props;
  const { t } = useTranslation(namespaces);
  const [asked, setAsked] = useState(false);
  const due = promisedDue(row);
  const subject = rowSubject(row);
  const kind = questionKind(row);
  return (
    <li
      className={`row row-${row.state}${subject === '' ? ' row-bare' : ''}${row.holdsLine ? ' row-holds' : ''}`}
      data-testid="desk-row"
      data-state={row.state}
      data-act={row.act}
      data-row-id={row.id}
      data-holds={row.holdsLine}
    >
      <span className="row-icon">
        <OutcomeIcon state={row.state} size="1.5rem" isStill={isWaiting} />
      </span>
      <time className="row-time" dateTime={row.at}>
        {formatTime(row.at)}
      </time>
      <RowCode row={row} />
      <RowSubject row={row} subject={subject} />
      <span className="row-outcome">
        <strong className="row-word">{isWaiting ? t('rows.word.waiting') : rowWord(t, row)}</strong>
        {due && (
          <span className="row-due" data-testid="row-due">
            {t('rows.due', { date: due })}
          </span>
        )}
        {row.amount !== null && row.state !== 'refused' && (
          <span className="row-due" data-testid="row-amount">
            {formatAmount(row.amount)}
          </span>
        )}
      </span>
      <RowLinks row={row} asked={asked} onAsk={() => setAsked(!asked)} />
      {row.holdsLine && <RowHandover row={row} waiting={waiting} />}
      {row.security && <RowTag security={row.security} item={row.item} />}
      <RowFindings row={row} />
      {kind && <RowQuestionBar row={row} kind={kind} hasKeys={hasKeys} />}
      {asked && row.explanation && (
        <WhyPanel
          explanation={row.explanation}
          happened={row.state === 'done' || row.state === 'routed'}
          withDue={row.act === 'renewal' || row.state === 'done' || row.state === 'routed'}
        />
      )}
    </li>
  );
});

/** The copy's number opens the copy. */
function RowCode({ row }: { readonly row: DeskRow }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const { item } = row;
  if (!item) return <span className="row-code">{rowCode(row)}</span>;
  return (
    <span className="row-code">
      <button
        type="button"
        className="row-open"
        // Two hundred rows would put hundreds of stops before the reader's loans. By key: F5, and the search.
        tabIndex={-1}
        title={t('rows.openItem', { barcode: item.barcode })}
        data-testid="row-item"
        onClick={() => drawers.open({ kind: 'item', item: item.id })}
      >
        {item.barcode}
      </button>
    </span>
  );
}

/** The title opens the title; beside it the author and, for a return, whose loan it was. */
function RowSubject({ row, subject }: { readonly row: DeskRow; readonly subject: string }) {
  const { t } = useTranslation(namespaces);
  const drawers = useDeskDrawers();
  const { item, patron, act } = row;
  const reader =
    patron && item ? (act === 'return' ? t('rows.of', { name: patron.name }) : otherReader(row)) : '';
  const [{ staleMinutes }] = useSettings();
  // Of when the data was that decided, not of when it is now: the row tells what the desk could know.
  const age = dataAge(t, row.dataAt, Date.parse(row.at), staleMinutes);
  const aside = [age, item?.author, reader].filter(Boolean).join(' · ');
  return (
    <span className="row-subject">
      {item ? (
        <button
          type="button"
          className="row-open row-title"
          tabIndex={-1}
          title={t('rows.openTitle', { title: subject })}
          data-testid="row-title"
          onClick={() => drawers.open({ kind: 'title', biblio: item.biblio })}
        >
          {subject === '' ? t('rows.noTitle') : subject}
        </button>
      ) : (
        <span className="row-title">{subject}</span>
      )}
      <span className="row-aside" data-stale={age !== null || undefined}>
        {aside}
      </span>
    </span>
  );
}

/** Loans and renewals are the open reader's, whose name is beside them already; other acts name the reader. */
function otherReader({ act, patron }: DeskRow): string {
  return act === 'checkout' || act === 'renewal' ? '' : (patron?.name ?? '');
}

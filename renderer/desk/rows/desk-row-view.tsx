import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { formatTime } from '../../format/dates.ts';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { WhyPanel } from './why-panel.tsx';
import { promisedDue, rowSubject, rowWord } from './row-word.ts';

/** One scan, one row. Memoised: a new scan must not paint the two hundred below it again. */
export const DeskRowView = memo(function DeskRowView({ row }: { readonly row: DeskRow }) {
  const { t } = useTranslation(namespaces);
  const [asked, setAsked] = useState(false);
  const due = promisedDue(row);
  const subject = rowSubject(row);
  return (
    <li
      className={`row row-${row.state}${subject === '' ? ' row-bare' : ''}`}
      data-testid="desk-row"
      data-state={row.state}
      data-act={row.act}
      data-row-id={row.id}
    >
      <span className="row-icon">
        <OutcomeIcon state={row.state} size="1.5rem" />
      </span>
      <time className="row-time" dateTime={row.at}>
        {formatTime(row.at)}
      </time>
      <span className="row-code">{rowCode(row)}</span>
      <span className="row-subject">
        <span className="row-title">{subject}</span>
        <span className="row-aside">{rowAside(row, (name) => t('rows.of', { name }))}</span>
      </span>
      <span className="row-outcome">
        <strong className="row-word">{rowWord(t, row)}</strong>
        {due && (
          <span className="row-due" data-testid="row-due">
            {t('rows.due', { date: due })}
          </span>
        )}
      </span>
      <span className="row-ask">
        {row.explanation && (
          <button
            type="button"
            className="link"
            data-testid="row-why"
            aria-expanded={asked}
            onClick={() => setAsked(!asked)}
          >
            {asked ? t('rows.whyClose') : t('rows.why')}
          </button>
        )}
      </span>
      {row.reasons.length > 0 && (
        <ul className="row-reasons">
          {row.reasons.map((reason) => {
            const { head, rest } = splitSentence(reasonSentence(t, reason));
            return (
              <li key={reason.code} data-testid="row-reason" data-code={reason.code}>
                <b>{head}</b> {rest}
              </li>
            );
          })}
        </ul>
      )}
      {asked && row.explanation && (
        <WhyPanel
          explanation={row.explanation}
          withDue={!(row.act === 'checkout' && row.state === 'refused')}
        />
      )}
    </li>
  );
});

function rowCode({ act, item, patron, text }: DeskRow): string {
  if (act === 'patron' && patron) return patron.card;
  return item?.barcode ?? text;
}

/** The quiet part beside the title: the author, and for a return whose loan it was. */
function rowAside({ act, item, patron }: DeskRow, of: (name: string) => string): string {
  const borrower = act === 'return' && patron ? of(patron.name) : '';
  return [item?.author, borrower].filter(Boolean).join(' · ');
}

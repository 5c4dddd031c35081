import { IconBookDownload, IconBookUpload, IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskMode, DeskRow } from '../../../contract/workstation/desk.ts';
import { useMode, usePatronId, useRows } from '../../connection/queries.ts';
import { formatMoment } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage, useStore } from '../../ui/page-context.tsx';
import { DeskRowView } from './desk-row-view.tsx';
import { NoticeView, noticeSentence } from './notice-view.tsx';
import { interleaved, isNewer } from './interleaved.ts';
import type { Notice } from './notices.ts';
import { keyedRows } from './question.ts';
import { sessionCounts } from './row-list.ts';
import { announce } from './row-word.ts';
import './rows.css';

interface RowsPanelProps {
  /** What stands beside the counts: a list of codes that is being worked through. */
  readonly aside?: ReactNode;
}

/** Every scan of this desk, newest on top, with the page's own notices among them. */
export function RowsPanel({ aside }: RowsPanelProps) {
  const { t } = useTranslation(namespaces);
  const { notices } = usePage();
  const local = useStore(notices.list);
  const rows = useRows().data?.rows ?? [];
  const patron = usePatronId();
  const mode = useMode();
  const empty = rows.length === 0 && local.length === 0;
  const list = useRef<HTMLOListElement>(null);
  const keyed = keyedRows(rows);
  // Staff who scrolled down to read must still see what they scan next.
  const newest = `${rows[0]?.id ?? ''}${local[0]?.id ?? ''}`;
  useLayoutEffect(() => {
    if (newest !== '') list.current?.scrollTo({ top: 0 });
  }, [newest]);
  return (
    <section className="rows" aria-labelledby="rows-title">
      <div className="rows-head">
        <h2 id="rows-title" className="unseen">
          {t('rows.title')}
        </h2>
        <p
          id="scan-mode"
          className="rows-mode"
          data-testid="scan-mode"
          data-mode={patron ? 'lend' : 'return'}
        >
          {modeWords(t, patron !== null, mode)}
        </p>
        {aside}
        <span className="rows-counts" data-testid="session-counts">
          {countWords(t, rows, patron)}
        </span>
      </div>
      {empty ? (
        <Teaching t={t} />
      ) : (
        // Focusable so that the list can be scrolled by keyboard.
        <ol
          ref={list}
          className="rows-list"
          tabIndex={0}
          aria-labelledby="rows-title"
          data-testid="desk-rows"
        >
          {interleaved(rows, local).map((entry) =>
            'what' in entry ? (
              <NoticeView key={entry.id} notice={entry} />
            ) : (
              <DeskRowView
                key={entry.id}
                row={entry}
                hasKeys={entry.id === keyed.question}
                isWaiting={keyed.handover !== null && entry.state === 'pending'}
                waiting={entry.id === keyed.handover ? keyed.waiting : 0}
              />
            ),
          )}
        </ol>
      )}
      <Announcer t={t} rows={rows} notice={local[0] ?? null} />
    </section>
  );
}

/** Tells a screen reader the newest decided row in one sentence. */
function Announcer(props: {
  readonly t: Translate;
  readonly rows: readonly DeskRow[];
  readonly notice: Notice | null;
}) {
  const { t, rows, notice } = props;
  const newest = rows.find(({ state }) => state !== 'pending');
  const noticeIsNewer = notice !== null && (!newest || isNewer(notice.at, newest.at));
  const text = noticeIsNewer ? noticeSentence(t, notice.what) : newest ? announce(t, newest) : '';
  return (
    <p className="unseen" role="status" aria-live="polite" data-testid="announcer">
      {text}
    </p>
  );
}

function Teaching({ t }: { readonly t: Translate }) {
  return (
    <div className="teach rows-teach" data-testid="rows-empty">
      <strong>{t('rows.empty.title')}</strong>
      <ul>
        <li>
          <IconId aria-hidden /> {t('rows.empty.card')}
        </li>
        <li>
          <IconBookUpload aria-hidden /> {t('rows.empty.lend')}
        </li>
        <li>
          <IconBookDownload aria-hidden /> {t('rows.empty.return')}
        </li>
      </ul>
    </div>
  );
}

/** What the next book will mean, with what is switched on. */
function modeWords(t: Translate, lending: boolean, mode: DeskMode | undefined): string {
  if (lending) return mode?.use === 'reading-room' ? t('scan.modeLendRoom') : t('scan.modeLend');
  const at = mode?.returnedAt ?? null;
  return at === null ? t('scan.modeReturn') : t('scan.modeReturnAt', { at: formatMoment(at) });
}

function countWords(t: Translate, rows: readonly DeskRow[], patron: string | null): string {
  const { lent, returned, renewed } = sessionCounts(rows, patron);
  return [
    lent > 0 && t('rows.count_lent', { count: lent }),
    returned > 0 && t('rows.count_returned', { count: returned }),
    renewed > 0 && t('rows.count_renewed', { count: renewed }),
  ]
    .filter(Boolean)
    .join(' · ');
}

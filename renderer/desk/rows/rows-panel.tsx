import { IconBookDownload, IconBookUpload, IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskMode, DeskRow } from '../../../contract/workstation/desk.ts';
import { useMode, usePatronId, useRows } from '../../connection/queries.ts';
import { formatMoment } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage, useStore } from '../../ui/page-context.tsx';
import { isNewer } from './interleaved.ts';
import { noticeSentence } from './notice-view.tsx';
import type { Notice } from './notices.ts';
import { sessionCounts } from './row-list.ts';
import { announce } from './row-word.ts';
import { RowsList } from './rows-list.tsx';
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
      {empty ? <Teaching t={t} /> : <RowsList rows={rows} local={local} />}
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

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../connection/queries.ts';
import { noticeSentence } from '../desk/rows/notice-view.tsx';
import { isNewer } from '../desk/rows/interleaved.ts';
import { announce } from '../desk/rows/row-word.ts';
import { namespaces } from '../i18n/start.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { usePage, useStore } from '../ui/page-context.tsx';
import { goTo } from './place.ts';

/**
 * What happens at the desk while staff are in the office: the newest row since they left, in one line. Rows of the
 * office's own acts are shown where they were made.
 */
export function RowToast() {
  const { t } = useTranslation(namespaces);
  const notices = useStore(usePage().notices.list);
  const { data } = useRows();
  const row = data?.rows.find(({ state, act }) => state !== 'pending' && act !== 'settings') ?? null;
  const [notice = null] = notices;
  const newest = notice && (!row || isNewer(notice.at, row.at)) ? notice : row;
  // What was there when staff came here is no news.
  const [seen, setSeen] = useState<string | null>();
  if (seen === undefined && data) setSeen(newest?.id ?? null);
  const isNews = newest !== null && seen !== undefined && newest.id !== seen;
  const state = newest && 'what' in newest ? 'refused' : (newest?.state ?? 'noted');
  const text = newest ? ('what' in newest ? noticeSentence(t, newest.what) : announce(t, newest)) : '';
  return (
    <div className="toast" role="status" aria-live="polite" data-testid="row-toast" data-shown={isNews}>
      {isNews && (
        <div className={`toast-card toast-${state}`}>
          <OutcomeIcon state={state} size="1.4rem" />
          <span className="toast-text">
            <span className="toast-where">{t('admin.atDesk')}</span> {text}
          </span>
          <button type="button" className="link" data-testid="toast-desk" onClick={() => goTo('desk')}>
            {t('admin.toDesk')}
          </button>
          <button type="button" className="link" onClick={() => setSeen(newest.id)}>
            {t('rows.dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}

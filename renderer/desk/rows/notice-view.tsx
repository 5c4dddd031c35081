import { useTranslation } from 'react-i18next';
import { formatTime } from '../../format/dates.ts';
import { reasonSentence, splitSentence } from '../../format/reasons.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage } from '../../ui/page-context.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import type { Notice, NoticeContent } from './notices.ts';

/** A row of the page's own: nothing of it is in the journal, and it says so. */
export function NoticeView({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation(namespaces);
  const { notices } = usePage();
  const { head, rest } = splitSentence(noticeSentence(t, notice.what));
  return (
    <li
      className="row row-refused row-bare row-local"
      data-testid="desk-notice"
      data-code={noticeCode(notice.what)}
    >
      <span className="row-icon">
        <OutcomeIcon state="refused" size="1.5rem" />
      </span>
      <time className="row-time" dateTime={notice.at}>
        {formatTime(notice.at)}
      </time>
      <span className="row-code">{t('rows.local')}</span>
      <span className="row-subject" />
      <span className="row-outcome">
        <strong className="row-word">{t('rows.notice.word')}</strong>
      </span>
      <span className="row-ask">
        <button type="button" className="link" onClick={() => notices.dismiss(notice.id)}>
          {t('rows.dismiss')}
        </button>
      </span>
      <ul className="row-reasons">
        <li>
          <b>{head}</b> {rest}
        </li>
      </ul>
    </li>
  );
}

/** The sentence of a notice, in the language of the screen. */
export function noticeSentence(t: Translate, what: NoticeContent): string {
  if ('code' in what) return reasonSentence(t, what);
  if (what.sentence === 'unsent') return t('rows.notice.unsent', { text: what.text });
  return t(`rows.notice.${what.sentence}`);
}

function noticeCode(what: NoticeContent): string {
  return 'code' in what ? what.code : what.sentence;
}

import { IconMessage2, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { focusScanBox } from '../scan/focus-scan-box.ts';
import { useDeskCalls } from '../use-desk-calls.ts';

/** What somebody wrote for whoever has this reader or copy at the desk; each is taken away when it was passed on. */
export function Messages({ messages }: Pick<DeskPatron, 'messages'>) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  if (messages.length === 0) return null;
  return (
    <ul className="messages" aria-label={t('patron.messages')}>
      {messages.map(({ id, text, until }) => (
        <li key={id} className="message" data-testid="patron-message">
          <IconMessage2 aria-hidden size="1.2rem" stroke={1.8} />
          <p>
            {text}
            {until !== null && (
              <span className="message-until">{t('patron.messageUntil', { date: formatDate(until) })}</span>
            )}
          </p>
          <button
            type="button"
            className="row-tool"
            title={t('patron.messageDone')}
            aria-label={`${t('patron.messageDone')}: ${text}`}
            data-testid="patron-message-done"
            onClick={(event) => {
              focusScanBox(event.currentTarget);
              calls.act({ do: 'end-message', message: id });
            }}
          >
            <IconX aria-hidden size="1.1rem" stroke={1.9} />
          </button>
        </li>
      ))}
    </ul>
  );
}

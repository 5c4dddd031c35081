import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { formatDate, formatDay } from '../../format/dates.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf } from '../../forms/date-text.ts';
import { Matter, MatterForm } from '../../forms/matter.tsx';
import { useAct } from '../../forms/use-act.ts';
import { namespaces } from '../../i18n/start.ts';

/** Messages for whoever serves this reader next. */
export function MessageMatter({ open: { patron, messages } }: { readonly open: DeskPatron }) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act, forget } = useAct();
  const [text, setText] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [lately, setLately] = useState<'added' | 'ended'>('added');
  const lastDay = until.trim() === '' ? null : dayOf(until);
  const add = async (): Promise<void> => {
    setLately('added');
    const about = { kind: 'patron', patron: patron.id } as const;
    const row = await act({ do: 'add-message', about, text: text ?? '', until: lastDay });
    if (row) setText(null);
  };
  const end = (message: string): void => {
    setLately('ended');
    void act({ do: 'end-message', message });
  };
  return (
    <Matter
      title={t('reader.message.title')}
      testId="matter-message"
      acts={
        text === null && (
          <Button
            size="xs"
            variant="default"
            data-testid="message-add"
            onClick={() => {
              forget();
              setText('');
              setUntil('');
            }}
          >
            {t('reader.message.add')}
          </Button>
        )
      }
    >
      {messages.length === 0 && <p className="form-quiet">{t('reader.message.none')}</p>}
      {messages.length > 0 && (
        <ul className="card-list">
          {messages.map((message) => (
            <li key={message.id} className="line" data-testid="message-line">
              <span className="line-words">
                {message.text}{' '}
                <span className="form-quiet">
                  {formatDay(message.at)}
                  {message.until !== null && ` · ${t('forms.until', { date: formatDate(message.until) })}`}
                </span>
              </span>
              <Button size="xs" variant="subtle" disabled={busy} onClick={() => end(message.id)}>
                {t('reader.message.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {text !== null && (
        <MatterForm
          confirm={t('reader.message.add')}
          testId="message-save"
          busy={busy}
          disabled={text.trim() === '' || (until.trim() !== '' && lastDay === null)}
          onConfirm={() => void add()}
          onCancel={() => setText(null)}
        >
          <Textarea
            label={t('reader.message.text')}
            description={t('reader.message.textHelp')}
            value={text}
            autoFocus
            autosize
            minRows={2}
            maxLength={500}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="message-text"
          />
          <DateField
            label={`${t('reader.message.until')} (${t('forms.optional')})`}
            value={until}
            onChange={setUntil}
            testId="message-until"
          />
        </MatterForm>
      )}
      <ActAnswerView
        answer={answer}
        done={lately === 'added' ? t('reader.message.added') : t('reader.message.ended')}
      />
    </Matter>
  );
}

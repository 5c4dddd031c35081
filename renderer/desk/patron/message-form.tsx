import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageAbout } from '../../../domain/patrons/message.ts';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import { DateField } from '../../forms/date-field.tsx';
import { dayOf } from '../../forms/date-text.ts';
import { useAct } from '../../forms/use-act.ts';
import { namespaces } from '../../i18n/start.ts';

interface MessageFormProps {
  readonly about: MessageAbout;
  readonly label: string;
  readonly untilLabel: string;
  readonly saveLabel: string;
  readonly autoFocus?: boolean;
  /** Called when it is saved, or given up. */
  readonly onClose: () => void;
}

/** A message that comes up whenever its reader or its copy is at the desk. */
export function MessageForm({ about, label, untilLabel, saveLabel, autoFocus, onClose }: MessageFormProps) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const day = dayOf(until);
  const isWhole = text.trim() !== '' && (until.trim() === '' || day !== null);
  const save = async (): Promise<void> => {
    const row = await act({ do: 'add-message', about, text: text.trim(), until: day });
    if (row) onClose();
  };
  return (
    <div className="message-form" data-testid="message-form">
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        autoFocus={autoFocus ?? false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="message-text"
      />
      <DateField label={untilLabel} value={until} onChange={setUntil} size="xs" testId="message-until" />
      <ActAnswerView answer={answer} />
      <div className="message-acts">
        <Button variant="default" size="xs" onClick={onClose}>
          {t('patron.cancel')}
        </Button>
        <Button size="xs" disabled={!isWhole || busy} data-testid="message-save" onClick={() => void save()}>
          {saveLabel}
        </Button>
      </div>
    </div>
  );
}

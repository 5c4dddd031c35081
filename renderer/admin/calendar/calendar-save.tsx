import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActAnswerView } from '../../forms/act-answer-view.tsx';
import type { FormAct } from '../../forms/use-act.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { vi } from '../../i18n/vi.ts';
import { isKeyOf } from '../../ui/is-key-of.ts';
import { faultName } from '../code-words.ts';
import type { CalendarFaults } from './calendar-faults.ts';

interface CalendarSaveProps {
  readonly year: number;
  /** Days of the year that the draft opens or closes. */
  readonly changed: number;
  readonly faults: CalendarFaults;
  readonly saving: FormAct;
  readonly onSave: (note: string) => void;
  readonly onDrop: () => void;
}

/** The foot of an edited calendar: what it changes, what is wrong, and what saving does not do. */
export function CalendarSave({ year, changed, faults, saving, onSave, onDrop }: CalendarSaveProps) {
  const { t } = useTranslation(namespaces);
  const [note, setNote] = useState('');
  return (
    <div className="save-bar" data-testid="calendar-save-bar">
      <ActAnswerView answer={saving.answer} />
      {faults.length > 0 && (
        <p className="field-problem" role="status">
          {t('calendar.faults', { count: faults.length })}:{' '}
          {[...new Set(faults.map((fault) => faultWords(t, fault)))].join('; ')}
        </p>
      )}
      <div className="save-line">
        <p className="calendar-changes">
          <b data-testid="calendar-changed">{t('calendar.changed', { count: changed, year })}</b>{' '}
          <span className="form-quiet">{t('calendar.dueStay')}</span>
        </p>
        <TextInput
          className="calendar-note"
          label={t('calendar.note')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-testid="calendar-note"
        />
        <Button variant="default" data-testid="calendar-drop" onClick={onDrop}>
          {t('calendar.dropChanges')}
        </Button>
        <Button
          disabled={faults.length > 0}
          loading={saving.busy}
          data-testid="calendar-save"
          onClick={() => onSave(note.trim())}
        >
          {t('calendar.save')}
        </Button>
      </div>
    </div>
  );
}

function faultWords(t: Translate, { path, code }: CalendarFaults[number]): string {
  const [head = ''] = path.split('.');
  const place = isKeyOf(vi.calendar.path, head) ? t(`calendar.path.${head}`) : '';
  return `${place} ${faultName(t, code)}`.trim();
}

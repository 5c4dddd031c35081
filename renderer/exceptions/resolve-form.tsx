import { Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import { MatterForm } from '../forms/matter.tsx';
import type { FormAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import { resolutionWords } from './exception-words.ts';

interface ResolveFormProps {
  readonly work: ExceptionWork;
  readonly doing: FormAct;
  readonly onCancel: () => void;
}

/** Says what was done about it. The suggested answer is chosen until somebody knows better. */
export function ResolveForm({ work, doing, onCancel }: ResolveFormProps) {
  const { t } = useTranslation(namespaces);
  const group = useId();
  const { id, resolutions } = work;
  const [suggested] = resolutions;
  const [chosen, setChosen] = useState(suggested);
  const [note, setNote] = useState('');
  const save = (): void => {
    if (chosen) void doing.act({ do: 'resolve-exception', exception: id, resolution: chosen, note });
  };
  return (
    <MatterForm
      confirm={t('exceptions.save')}
      testId="exception-save"
      busy={doing.busy}
      onConfirm={save}
      onCancel={onCancel}
    >
      <fieldset className="exception-answers">
        <legend>{t('exceptions.how')}</legend>
        {resolutions.map((resolution) => (
          <label key={resolution}>
            <input
              type="radio"
              name={group}
              value={resolution}
              checked={resolution === chosen}
              onChange={() => setChosen(resolution)}
            />
            {resolutionWords(t, resolution)}
            {resolution === suggested && <span className="state-tag">{t('exceptions.suggested')}</span>}
          </label>
        ))}
      </fieldset>
      <Textarea
        label={t('exceptions.note')}
        value={note}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-testid="exception-note"
      />
    </MatterForm>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../contract/locales/format.ts';
import type { TitleCopy } from '../../contract/workstation/desk.ts';
import type { ItemMark } from '../../domain/facts/bodies/items.ts';
import { localeOf } from '../format/reasons.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf } from '../forms/amount-of.ts';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { marksFor } from './item-marks.ts';

/** What can be said of a copy now; chosen first and then done, with what it needs: a decision, a sum, a note. */
export function MarkForm({ copy }: { readonly copy: TitleCopy }) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const may = useMay()('mark-item');
  const [mark, setMark] = useState<ItemMark | null>(null);
  const [decision, setDecision] = useState('');
  const [charge, setCharge] = useState('');
  const [note, setNote] = useState('');
  const marks = marksFor(copy.status);
  const typedCharge = charge.trim() !== '';
  const isWhole =
    (mark !== 'withdrawn' || decision.trim() !== '') && (!typedCharge || amountOf(charge) !== null);
  const save = async (): Promise<void> => {
    if (mark === null) return;
    const row = await act({
      do: 'mark-item',
      item: copy.item.id,
      mark,
      decision: decision.trim(),
      note: note.trim(),
      charge: mark === 'damaged' && typedCharge ? amountOf(charge) : null,
    });
    if (row) setMark(null);
  };
  return (
    <section className="title-part" aria-labelledby="item-marks" data-testid="item-marks">
      <h3 id="item-marks" className="heading">
        {t('item.marks')}
      </h3>
      {!may && (
        <p className="form-quiet">
          {t('modes.lacks', { permission: permissionWords('mark-item', localeOf(t)) })}
        </p>
      )}
      <div className="marks">
        {marks.map((one) => (
          <button
            key={one}
            type="button"
            className="mark"
            disabled={!may}
            aria-pressed={mark === one}
            data-testid={`mark-${one}`}
            onClick={() => setMark(mark === one ? null : one)}
          >
            <b>{t(`item.${one}`)}</b>
            <span>{t(`item.help.${one}`)}</span>
          </button>
        ))}
      </div>
      {mark !== null && (
        <div className="place title-part">
          {mark === 'withdrawn' && (
            <TextInput
              label={t('item.decision')}
              maxLength={200}
              autoComplete="off"
              value={decision}
              onChange={(event) => setDecision(event.currentTarget.value)}
              data-testid="mark-decision"
            />
          )}
          {mark === 'damaged' && (
            <AmountField
              label={t('item.charge')}
              description={t('item.chargeHelp')}
              value={charge}
              onChange={setCharge}
              testId="mark-charge"
            />
          )}
          <TextInput
            label={t('item.note')}
            maxLength={500}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-testid="mark-note"
          />
          <div className="form-acts form-acts-end">
            <Button variant="default" onClick={() => setMark(null)}>
              {t('item.cancel')}
            </Button>
            <Button loading={busy} disabled={!isWhole} data-testid="mark-save" onClick={() => void save()}>
              {t('item.do', { mark: t(`item.${mark}`) })}
            </Button>
          </div>
        </div>
      )}
      <ActAnswerView answer={answer} />
    </section>
  );
}

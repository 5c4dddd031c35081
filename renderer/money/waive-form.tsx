import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charge } from '../../domain/money/charge.ts';
import { outstanding } from '../../domain/money/charge.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { legalGrounds } from '../../domain/money/legal-grounds.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { MatterForm } from '../forms/matter.tsx';
import { groundName } from '../forms/ground-name.ts';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';

interface WaiveFormProps {
  readonly charge: Charge;
  readonly onClose: () => void;
}

/** Forgives a charge or a part of it, never without a ground of the law. */
export function WaiveForm({ charge, onClose }: WaiveFormProps) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const owed = outstanding(charge);
  const [text, setText] = useState(amountText(owed));
  const [ground, setGround] = useState('');
  const [note, setNote] = useState('');
  const amount = amountOf(text);
  const tooMuch = amount !== null && amount > owed;
  const waive = async (): Promise<void> => {
    if (amount === null || ground === '') return;
    const row = await act({ do: 'waive', charge: charge.id, amount, ground, note: note.trim() });
    if (row) onClose();
  };
  return (
    <div className="charge-form">
      <MatterForm
        confirm={t('money.waive.confirm', { amount: amount === null ? '' : formatAmount(amount) })}
        testId="waive-confirm"
        busy={busy}
        disabled={amount === null || amount === 0 || tooMuch || ground === ''}
        onConfirm={() => void waive()}
        onCancel={onClose}
      >
        <div className="form-grid">
          <AmountField
            label={t('money.waive.amount')}
            value={text}
            onChange={setText}
            mayBeEmpty={false}
            mayBeZero={false}
            problem={tooMuch ? t('money.pay.more', { owed: formatAmount(owed) }) : null}
            testId="waive-amount"
          />
          <NativeSelect
            label={t('money.waive.ground')}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
            description={legalGrounds.find(({ id }) => id === ground)?.source}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[
              { value: '', label: '…' },
              ...legalGrounds.map(({ id }) => ({ value: id, label: groundName(t, id) })),
            ]}
            data-testid="waive-ground"
          />
          <TextInput
            className="form-wide"
            label={t('forms.note')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-testid="waive-note"
          />
        </div>
        <ActAnswerView answer={answer} />
      </MatterForm>
    </div>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import { useInfo, usePolicy, useToday } from '../connection/queries.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { MatterForm } from '../forms/matter.tsx';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import { policyOfDay } from '../patrons/policy-of-day.ts';
import { servicePrices } from './service-prices.ts';

interface ServiceFormProps {
  readonly patron: Patron;
  readonly onClose: () => void;
}

/** Charges for a service: one of the price list, or whatever was agreed. */
export function ServiceForm({ patron, onClose }: ServiceFormProps) {
  const { t } = useTranslation(namespaces);
  const { busy, answer, act } = useAct();
  const today = useToday();
  const library = useInfo().data?.library.id ?? '';
  const prices = servicePrices(policyOfDay(usePolicy().data)?.fees ?? [], patron.category, library, today);
  const [chosen, setChosen] = useState('');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const price = prices.find(({ id }) => id === chosen) ?? null;
  const amount = amountOf(text);
  const choose = (id: string): void => {
    const next = prices.find((known) => known.id === id);
    setChosen(id);
    if (!next) return;
    setTitle(next.name);
    setText(amountText(next.amount));
  };
  const charge = async (): Promise<void> => {
    if (amount === null) return;
    const row = await act({
      do: 'charge',
      charge: crypto.randomUUID(),
      patron: patron.id,
      kind: 'service',
      amount,
      item: null,
      title: title.trim(),
      legalAct: price?.legalAct ?? '',
      note: '',
    });
    if (row) onClose();
  };
  return (
    <MatterForm
      confirm={t('money.service.confirm')}
      testId="service-confirm"
      busy={busy}
      disabled={amount === null || amount === 0 || title.trim() === ''}
      onConfirm={() => void charge()}
      onCancel={onClose}
    >
      <div className="form-grid">
        {prices.length > 0 && (
          <NativeSelect
            label={t('money.service.fromList')}
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value)}
            description={price?.legalAct}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[
              { value: '', label: t('money.service.other') },
              ...prices.map(({ id, name, amount: each }) => ({
                value: id,
                label: `${name} · ${formatAmount(each)}`,
              })),
            ]}
            data-testid="service-price"
          />
        )}
        <TextInput
          label={t('money.service.title')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-testid="service-title"
        />
        <AmountField
          label={t('money.service.amount')}
          value={text}
          onChange={setText}
          mayBeZero={false}
          testId="service-amount"
        />
      </div>
      <ActAnswerView answer={answer} />
    </MatterForm>
  );
}

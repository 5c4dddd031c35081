import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportedTransfer } from '../../contract/workstation/admin.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { fold } from '../../domain/text/fold.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';

/** Fewer lines than this are seen at a glance. */
const worthFinding = 6;

/** Transfers readers reported: each is in the bank statement, or it is not. */
export function ReportedList({ reported }: { readonly reported: readonly ReportedTransfer[] }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act } = useAct();
  const [wanted, setWanted] = useState('');
  const shown = reported.filter(({ payment, card, name }) =>
    fold(`${payment.bill ?? ''} ${card} ${name}`).includes(fold(wanted.trim())),
  );
  const settle = (payment: string, status: 'received' | 'bounced'): void =>
    void act({ do: 'settle-payment', payment, status, note: '' });
  if (reported.length === 0)
    return (
      <>
        <p className="form-quiet">{t('money.till.reportedNone')}</p>
        <ActAnswerView answer={answer} done={t('money.payments.settled')} />
      </>
    );
  return (
    <>
      <p className="form-quiet">{t('money.till.reportedHelp')}</p>
      {reported.length >= worthFinding && (
        <TextInput
          label={t('money.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-testid="reported-find"
        />
      )}
      <ActAnswerView answer={answer} done={t('money.payments.settled')} />
      <ul className="card-list">
        {shown.map(({ payment, card, name }) => (
          <li key={payment.id} className="line" data-testid="reported" data-payment={payment.id}>
            <span className="line-words">
              <b>{payment.bill}</b> · {name} <span className="form-quiet">{card}</span>
              <span className="form-quiet payment-aside">
                {formatTimeShort(payment.takenAt)} {formatDay(payment.takenAt)} ·{' '}
                {t(`money.purpose.${payment.purpose}`)}
              </span>
            </span>
            <b className="money">{formatAmount(payment.amount)}</b>
            <span className="form-acts">
              <Button
                size="xs"
                variant="default"
                disabled={busy || !may('refund')}
                data-testid="reported-received"
                onClick={() => settle(payment.id, 'received')}
              >
                {t('money.payments.received')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                disabled={busy || !may('refund')}
                data-testid="reported-bounced"
                onClick={() => settle(payment.id, 'bounced')}
              >
                {t('money.payments.bounced')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

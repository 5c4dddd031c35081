import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { maySettle } from '../../domain/money/evolve-money.ts';
import type { Payment } from '../../domain/money/payment.ts';
import { useApi, useSlips } from '../connection/queries.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { MatterForm } from '../forms/matter.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';
import { isPaidOut, receiptWord, statusWord } from './payment-words.ts';

interface PaymentListProps {
  readonly payments: readonly Payment[];
}

/** Everything that was taken and paid out, newest first, with what became of it. */
export function PaymentList({ payments }: PaymentListProps) {
  const { t } = useTranslation(namespaces);
  if (payments.length === 0) return <p className="form-quiet">{t('money.payments.none')}</p>;
  return (
    <ul className="card-list">
      {payments.map((payment) => (
        <PaymentLine key={payment.id} payment={payment} />
      ))}
    </ul>
  );
}

function PaymentLine({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const api = useApi();
  const { data: slips = [] } = useSlips();
  const { busy, answer, act, forget } = useAct();
  const [note, setNote] = useState<string | null>(null);
  const [isSent, setSent] = useState(false);
  const { id, amount, method, status } = payment;
  const slip = slips.find((one) => one.payment === id)?.id ?? null;
  const settle = async (becomes: 'received' | 'bounced' | 'reversed'): Promise<void> => {
    const row = await act({ do: 'settle-payment', payment: id, status: becomes, note: note?.trim() ?? '' });
    if (row) setNote(null);
  };
  const amountWord = formatAmount(amount);
  return (
    <li className="payment" data-testid="payment" data-payment={id} data-status={status}>
      <div className="line">
        <span className="line-words">
          <b className={status === 'bounced' || status === 'reversed' ? 'money-fallen' : undefined}>
            {isPaidOut(payment) ? '−' : ''}
            {amountWord}
          </b>{' '}
          {t(`money.purpose.${payment.purpose}`)}, {t(`money.method.${method}`)}{' '}
          <span className={status === 'reported' ? 'state-tag state-tag-strong' : 'state-tag'}>
            {statusWord(t, payment)}
          </span>
          <span className="form-quiet payment-aside">
            {[
              `${formatTimeShort(payment.takenAt)} ${formatDay(payment.takenAt)}`,
              receiptWord(t, payment),
              payment.bill,
              payment.tendered !== null &&
                payment.tendered !== amount &&
                t('money.payments.tenderedLine', { amount: formatAmount(payment.tendered) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="form-acts">
          {status === 'reported' && may('refund') && (
            <>
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                data-testid="payment-received"
                onClick={() => void settle('received')}
              >
                {t('money.payments.received')}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                data-testid="payment-bounced"
                onClick={() => void settle('bounced')}
              >
                {t('money.payments.bounced')}
              </Button>
            </>
          )}
          <Button
            size="xs"
            variant="subtle"
            disabled={slip === null || isSent}
            title={slip === null ? t('money.payments.noSlip') : undefined}
            data-testid="payment-reprint"
            onClick={() => {
              if (slip === null) return;
              setSent(true);
              void api.printing.print({ slip }).finally(() => setSent(false));
            }}
          >
            {t('money.payments.reprint')}
          </Button>
          {maySettle(status, 'reversed') && note === null && (
            <Button
              size="xs"
              variant="subtle"
              disabled={!may('refund')}
              data-testid="payment-reverse"
              onClick={() => {
                forget();
                setNote('');
              }}
            >
              {t('money.payments.reverse')}
            </Button>
          )}
        </span>
      </div>
      {note !== null && (
        <MatterForm
          confirm={t('money.payments.reverse')}
          testId="payment-reverse-confirm"
          busy={busy}
          disabled={note.trim() === ''}
          onConfirm={() => void settle('reversed')}
          onCancel={() => setNote(null)}
        >
          <p>{t(reversal(payment), { amount: amountWord })}</p>
          <TextInput
            label={t('money.payments.reverseNote')}
            value={note}
            autoFocus
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-testid="payment-reverse-note"
          />
        </MatterForm>
      )}
      <ActAnswerView answer={answer} />
    </li>
  );
}

/** What taking a payment back means for whoever stands at the desk. */
function reversal(payment: Payment) {
  if (payment.method !== 'cash') return 'money.payments.reverseTransfer';
  return isPaidOut(payment) ? 'money.payments.reverseBack' : 'money.payments.reverseCash';
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawerState } from '../../contract/workstation/admin.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { MatterForm } from '../forms/matter.tsx';
import { useAct } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import { NoteCount } from './note-count.tsx';
import { isPaidOut, receiptWord, statusWord } from './payment-words.ts';

/** The open drawer: what should be in it, and closing it by a count. */
export function OpenTill({ till }: { readonly till: DrawerState }) {
  const { t } = useTranslation(namespaces);
  const { open, expected, payments } = till;
  const { busy, answer, act, forget } = useAct();
  const [counted, setCounted] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const amount = counted === null ? null : amountOf(counted);
  const difference = amount === null ? null : amount - expected;
  const needsNote = difference !== null && difference !== 0 && note.trim() === '';
  const close = (): void => {
    if (open && amount !== null)
      void act({ do: 'close-drawer', drawer: open.id, counted: amount, note: note.trim() });
  };
  if (!open) return null;
  return (
    <>
      <p>
        {t('money.till.openSince', {
          time: formatTimeShort(open.openedAt),
          date: formatDay(open.openedAt),
          float: formatAmount(open.float),
        })}
      </p>
      <dl className="sums">
        <div>
          <dt>{t('money.till.expected')}</dt>
          <dd data-testid="till-expected" data-amount={expected}>
            {formatAmount(expected)}
          </dd>
        </div>
        {difference !== null && (
          <div className={difference === 0 ? undefined : 'sums-off'}>
            <dt>{t('money.till.difference')}</dt>
            <dd data-testid="till-difference" data-amount={difference}>
              {difference === 0
                ? t('money.till.even')
                : difference > 0
                  ? t('money.till.over', { amount: formatAmount(difference) })
                  : t('money.till.short', { amount: formatAmount(-difference) })}
            </dd>
          </div>
        )}
      </dl>
      {counted === null ? (
        <Button
          className="pay-service"
          data-testid="till-close-begin"
          onClick={() => {
            forget();
            setCounted('');
          }}
        >
          {t('money.till.close')}
        </Button>
      ) : (
        <MatterForm
          confirm={t('money.till.closeConfirm', { amount: amount === null ? '' : formatAmount(amount) })}
          testId="till-close"
          busy={busy}
          disabled={amount === null || needsNote}
          onConfirm={close}
          onCancel={() => setCounted(null)}
        >
          <NoteCount onSum={(sum) => setCounted(sum === 0 ? '0' : amountText(sum))} />
          <AmountField
            label={t('money.till.counted')}
            value={counted}
            onChange={setCounted}
            size="md"
            testId="till-counted"
          />
          {difference !== null && difference !== 0 && (
            <TextInput
              label={t('money.till.note')}
              description={t('money.till.noteNeeded')}
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.currentTarget.value)}
              data-testid="till-note"
            />
          )}
        </MatterForm>
      )}
      <ActAnswerView answer={answer} done={t('money.till.closedNow')} />
      <section className="form-part" aria-labelledby="till-payments">
        <h3 id="till-payments" className="form-part-title">
          {t('money.till.payments')}
        </h3>
        {payments.length === 0 && <p className="form-quiet">{t('money.till.paymentsNone')}</p>}
        {payments.length > 0 && (
          <ul className="card-list">
            {payments.map(({ payment, card, name }) => (
              <li key={payment.id} className="line" data-testid="till-payment">
                <span className="line-words">
                  {name} <span className="form-quiet">{card}</span>
                  <span className="form-quiet payment-aside">
                    {formatTimeShort(payment.takenAt)} · {t(`money.purpose.${payment.purpose}`)} ·{' '}
                    {receiptWord(t, payment)}
                  </span>
                </span>
                {payment.status !== 'received' && <span className="state-tag">{statusWord(t, payment)}</span>}
                <b className={payment.status === 'reversed' ? 'money money-fallen' : 'money'}>
                  {isPaidOut(payment) ? '−' : ''}
                  {formatAmount(payment.amount)}
                </b>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useDrawer } from '../connection/queries.ts';
import { AmountField } from '../forms/amount-field.tsx';
import { amountOf, amountText } from '../forms/amount-of.ts';
import { namespaces } from '../i18n/start.ts';
import { likelySums } from './cash-notes.ts';
import { OpenDrawerHere } from './open-drawer-here.tsx';

interface CashPanelProps {
  /** Đồng; null while there is no amount that could be taken. */
  readonly amount: number | null;
  readonly busy: boolean;
  /** `tendered`: what the reader handed over; null when nobody typed it. */
  readonly onTake: (tendered: number | null) => void;
}

/** Cash: what the reader hands over, the change in figures to be read across the desk, and the button. */
export function CashPanel({ amount, busy, onTake }: CashPanelProps) {
  const { t } = useTranslation(namespaces);
  const { data: drawer } = useDrawer();
  const [text, setText] = useState('');
  if (drawer && drawer.open === null) return <OpenDrawerHere />;
  const tendered = amountOf(text);
  const change = tendered === null || amount === null ? null : tendered - amount;
  const isShort = change !== null && change < 0;
  const unreadable = text.trim() !== '' && tendered === null;
  return (
    <div className="cash">
      <div className="cash-tendered">
        <AmountField
          label={t('money.pay.tendered')}
          value={text}
          onChange={setText}
          problem={isShort ? t('money.pay.short', { short: formatAmount(-change) }) : null}
          testId="pay-tendered"
        />
        {amount !== null && (
          <div className="form-acts" role="group" aria-label={t('money.pay.tendered')}>
            <Button size="xs" variant="default" onClick={() => setText(amountText(amount))}>
              {t('money.pay.exact')}
            </Button>
            {likelySums(amount).map((sum) => (
              <Button
                key={sum}
                size="xs"
                variant="default"
                data-testid="pay-likely"
                onClick={() => setText(amountText(sum))}
              >
                {formatAmount(sum)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <p
        className="change"
        data-testid="pay-change"
        data-amount={change !== null && change >= 0 ? change : ''}
      >
        <span>{t('money.pay.change')}</span>
        <b>{change !== null && change >= 0 ? formatAmount(change) : '–'}</b>
      </p>
      <Button
        className="cash-take"
        size="md"
        loading={busy}
        disabled={amount === null || isShort || unreadable || !drawer}
        data-testid="pay-cash"
        onClick={() => onTake(tendered)}
      >
        {t('money.pay.take', { amount: amount === null ? '' : formatAmount(amount) })}{' '}
        <kbd className="key">Ctrl+Enter</kbd>
      </Button>
    </div>
  );
}

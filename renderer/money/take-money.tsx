import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountInWords } from '../../domain/money/amount-words.ts';
import { namespaces } from '../i18n/start.ts';
import { CashPanel } from './cash-panel.tsx';
import { TransferPanel } from './transfer-panel.tsx';

/** How money came: what `pay` and `take-deposit` have in common. */
export interface Means {
  readonly method: 'cash' | 'vietqr';
  readonly tendered: number | null;
  readonly bill: string | null;
}

interface TakeMoneyProps {
  /** Đồng; null while there is no amount that could be taken. */
  readonly amount: number | null;
  readonly purpose: 'charges' | 'deposit';
  readonly busy: boolean;
  readonly onTake: (means: Means) => void;
}

/** Cash or transfer. The amount stands in words too, as the receipt will say it. */
export function TakeMoney({ amount, purpose, busy, onTake }: TakeMoneyProps) {
  const { t } = useTranslation(namespaces);
  const [method, setMethod] = useState<Means['method']>('cash');
  return (
    <div className="take-money">
      {amount !== null && (
        <p className="form-quiet" lang="vi" data-testid="amount-words">
          {t('money.pay.words', { words: amountInWords(amount) })}
        </p>
      )}
      <SegmentedControl
        value={method}
        onChange={(value) => setMethod(value === 'vietqr' ? 'vietqr' : 'cash')}
        aria-label={t('money.pay.method')}
        data={[
          { value: 'cash', label: t('money.pay.cash') },
          { value: 'vietqr', label: t('money.pay.qr') },
        ]}
        data-testid="pay-method"
      />
      {method === 'cash' ? (
        <CashPanel
          // Another amount: what was handed over is another matter too.
          key={amount ?? 'none'}
          amount={amount}
          busy={busy}
          onTake={(tendered) => onTake({ method: 'cash', tendered, bill: null })}
        />
      ) : (
        <div data-testid="pay-qr">
          <TransferPanel
            amount={amount}
            purpose={purpose}
            busy={busy}
            onReported={(bill) => onTake({ method: 'vietqr', tendered: null, bill })}
          />
        </div>
      )}
    </div>
  );
}

import { IconCash, IconShieldDollar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import { namespaces } from '../../i18n/start.ts';
import { ActButton } from '../../ui/act-button.tsx';

interface PatronMoneyProps {
  readonly open: Pick<DeskPatron, 'debt' | 'credit' | 'deposit'>;
  readonly onPay: () => void;
  readonly onDeposit: () => void;
}

/** What is owed either way and what is left as a deposit, each beside the button that changes it. */
export function PatronMoney({ open, onPay, onDeposit }: PatronMoneyProps) {
  const { t } = useTranslation(namespaces);
  const { debt, credit, deposit } = open;
  return (
    <div className="patron-money">
      <dl className="patron-sum" data-testid="patron-debt" data-amount={debt}>
        <dt>{credit > 0 && debt === 0 ? t('patron.credit') : t('patron.debt')}</dt>
        <dd className={debt > 0 ? 'patron-owed' : undefined}>
          {formatAmount(credit > 0 && debt === 0 ? credit : debt)}
        </dd>
        {credit > 0 && debt > 0 && (
          <>
            <dt>{t('patron.credit')}</dt>
            <dd data-testid="patron-credit">{formatAmount(credit)}</dd>
          </>
        )}
      </dl>
      <ActButton
        act="pay"
        size="xs"
        variant={debt > 0 ? 'filled' : 'default'}
        icon={<IconCash aria-hidden size="1.1rem" stroke={1.8} />}
        onClick={onPay}
      >
        {t('patron.pay')}
      </ActButton>
      <dl className="patron-sum" data-testid="patron-deposit" data-amount={deposit}>
        <dt>{t('patron.deposit')}</dt>
        <dd>{formatAmount(deposit)}</dd>
      </dl>
      <ActButton
        act="deposit"
        size="xs"
        icon={<IconShieldDollar aria-hidden size="1.1rem" stroke={1.8} />}
        onClick={onDeposit}
      >
        {t('patron.takeDeposit')}
      </ActButton>
    </div>
  );
}

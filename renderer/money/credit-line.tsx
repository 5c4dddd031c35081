import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { useDrawer } from '../connection/queries.ts';
import { ActAnswerView } from '../forms/act-answer-view.tsx';
import { useAct } from '../forms/use-act.ts';
import { useMay } from '../forms/use-may.ts';
import { namespaces } from '../i18n/start.ts';

interface CreditLineProps {
  readonly patron: string;
  readonly credit: number;
}

/** What the library owes the reader for charges that were paid and fell; given back in cash. */
export function CreditLine({ patron, credit }: CreditLineProps) {
  const { t } = useTranslation(namespaces);
  const may = useMay();
  const { busy, answer, act } = useAct();
  const isClosed = useDrawer().data?.open === null;
  return (
    <div className="credit" data-testid="pay-credit">
      <span className="line-words">
        {t('money.pay.credit', { amount: formatAmount(credit) })}{' '}
        {isClosed && <span className="form-quiet">{t('money.drawerClosed.title')}</span>}
      </span>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        disabled={!may('refund') || isClosed}
        data-testid="credit-refund"
        onClick={() => void act({ do: 'refund-credit', patron, amount: credit })}
      >
        {t('money.pay.refundCredit')}
      </Button>
      <ActAnswerView answer={answer} done={t('money.pay.refunded')} />
    </div>
  );
}

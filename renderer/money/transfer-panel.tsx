import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferQr } from '../../contract/workstation/admin.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import { useApi } from '../connection/queries.ts';
import { ActAnswerView, ReasonsView } from '../forms/act-answer-view.tsx';
import type { ActAnswer } from '../forms/use-act.ts';
import { noAnswer } from '../forms/use-act.ts';
import { namespaces } from '../i18n/start.ts';
import { usePage } from '../ui/page-context.tsx';

const QrCode = lazy(() => import('./qr-code.tsx'));

interface TransferPanelProps {
  /** Đồng; null while there is no amount to make a code for. */
  readonly amount: number | null;
  readonly purpose: 'charges' | 'deposit';
  readonly busy: boolean;
  readonly onReported: (bill: string) => void;
}

/** A transfer: make a code, let the reader scan it, write down what the reader says. Money in the bank is another matter. */
export function TransferPanel({ amount, purpose, busy, onReported }: TransferPanelProps) {
  const { t } = useTranslation(namespaces);
  const { connection } = usePage();
  const api = useApi();
  const [made, setQr] = useState<{ readonly answer: TransferQr; readonly amount: number } | null>(null);
  const [failure, setFailure] = useState<ActAnswer | null>(null);
  const [printed, setPrinted] = useState<{ readonly outcome: OutcomeCode | null } | 'printing' | null>(null);
  const make = async (): Promise<void> => {
    if (amount === null) return;
    setFailure(null);
    setPrinted(null);
    try {
      setQr({ answer: await api.money.transferQr({ amount, purpose }), amount });
    } catch {
      setFailure(noAnswer(connection));
    }
  };
  const print = async (payload: string): Promise<void> => {
    setPrinted('printing');
    try {
      setPrinted({ outcome: await api.money.printQr({ payload }) });
    } catch {
      setPrinted(null);
      setFailure(noAnswer(connection));
    }
  };
  // A code for another amount must not stay on the screen for somebody to scan.
  const qr = made?.amount === amount ? made : null;
  const answer = qr?.answer;
  return (
    <div className="transfer">
      {!answer?.ok && (
        <Button disabled={amount === null} data-testid="pay-qr-make" onClick={() => void make()}>
          {t('money.pay.makeQr', { amount: amount === null ? '' : formatAmount(amount) })}
        </Button>
      )}
      <ActAnswerView answer={failure} />
      {answer && !answer.ok && <ReasonsView state="refused" reasons={[answer.finding.reason]} />}
      {qr && answer?.ok && (
        <div className="transfer-code">
          <Suspense fallback={<span className="qr" />}>
            <QrCode
              text={answer.payload}
              label={t('money.pay.qrAlt', { amount: formatAmount(qr.amount), account: answer.account })}
            />
          </Suspense>
          <div className="transfer-words">
            <p className="money-big">{formatAmount(qr.amount)}</p>
            <dl className="facts">
              <dt>{t('money.pay.bank')}</dt>
              <dd>{answer.bank}</dd>
              <dt>{t('money.pay.account')}</dt>
              <dd>{answer.account}</dd>
              <dt>{t('money.pay.bill')}</dt>
              <dd data-testid="pay-bill">{answer.bill}</dd>
            </dl>
            <p className="form-quiet">{t('money.pay.qrHelp')}</p>
            <div className="form-acts">
              <Button
                autoFocus
                loading={busy}
                data-testid="pay-reported"
                onClick={() => onReported(answer.bill)}
              >
                {t('money.pay.reported')}
              </Button>
              <Button
                variant="default"
                loading={printed === 'printing'}
                data-testid="pay-qr-print"
                onClick={() => void print(answer.payload)}
              >
                {t('money.pay.printQr')}
              </Button>
              <Button variant="subtle" onClick={() => void make()}>
                {t('money.pay.again')}
              </Button>
            </div>
            {printed !== null && printed !== 'printing' && printed.outcome === null && (
              <p role="status" data-testid="pay-qr-printed">
                {t('money.pay.qrPrinted')}
              </p>
            )}
            {printed !== null && printed !== 'printing' && printed.outcome !== null && (
              <ReasonsView state="refused" reasons={[reason(printed.outcome)]} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}

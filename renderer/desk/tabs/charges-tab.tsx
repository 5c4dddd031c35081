import { useTranslation } from 'react-i18next';
import type { DeskPatron } from '../../../contract/workstation/desk.ts';
import type { Charge } from '../../../domain/money/charge.ts';
import { outstanding, paidOf, waivedOf } from '../../../domain/money/charge.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import type { Payment } from '../../../domain/money/payment.ts';
import { stands } from '../../../domain/money/payment.ts';
import { formatDay, formatMoment } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';

interface ChargesTabProps {
  readonly open: Pick<DeskPatron, 'charges' | 'payments' | 'debt'>;
  readonly onPay: () => void;
}

/** What the reader owes and has paid, newest first. */
export function ChargesTab({ open, onPay }: ChargesTabProps) {
  const { t } = useTranslation(namespaces);
  const { charges, payments, debt } = open;
  if (charges.length === 0 && payments.length === 0) {
    return (
      <div className="teach" data-testid="charges-empty">
        <strong>{t('patronCharges.empty')}</strong>
        <p>{t('patronCharges.emptyHelp')}</p>
      </div>
    );
  }
  return (
    <div className="entries" tabIndex={0} role="group" aria-label={t('tabs.charges')}>
      {debt > 0 && (
        <p className="entries-sum">
          {t('patronCharges.owed')} <b>{formatAmount(debt)}</b>
          <button type="button" className="loan-renew" data-testid="charges-pay" onClick={onPay}>
            {t('patronCharges.pay')}
          </button>
        </p>
      )}
      <ul>
        {charges.map((charge) => (
          <ChargeRow key={charge.id} charge={charge} />
        ))}
      </ul>
      {payments.length > 0 && (
        <>
          <h3 className="heading entries-heading">{t('patronCharges.payments')}</h3>
          <ul>
            {payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ChargeRow({ charge }: { readonly charge: Charge }) {
  const { t } = useTranslation(namespaces);
  const left = outstanding(charge);
  const paid = paidOf(charge);
  const waived = waivedOf(charge);
  const history = [
    t(`patronCharges.ledger.${charge.ledger}`),
    formatDay(charge.raisedAt),
    left !== charge.amount && t('patronCharges.of', { amount: formatAmount(charge.amount) }),
    paid !== 0 && t('patronCharges.paid', { amount: formatAmount(paid) }),
    waived > 0 && t('patronCharges.waived', { amount: formatAmount(waived) }),
    charge.legalAct,
    charge.note,
  ].filter((part) => part !== false && part !== '');
  return (
    <li className="entry" data-testid="charge-row" data-charge={charge.id} data-outstanding={left}>
      <p className="entry-words">
        <b>{t(`patronCharges.kind.${charge.kind}`)}</b> <span>{charge.title}</span>
        <span className="entry-line entry-quiet">{history.join(' · ')}</span>
      </p>
      <span className={left > 0 ? 'entry-amount' : 'entry-amount entry-settled'}>{leftWords(t, left)}</span>
    </li>
  );
}

function leftWords(t: Translate, left: number): string {
  if (left > 0) return formatAmount(left);
  return left === 0 ? t('patronCharges.settled') : t('patronCharges.credit', { amount: formatAmount(-left) });
}

function PaymentRow({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation(namespaces);
  const { receipt, purpose, method, status, amount, takenAt } = payment;
  const out = purpose === 'deposit-refund' || purpose === 'credit-refund';
  const number =
    receipt.kind === 'leased'
      ? t('patronCharges.receipt', { series: receipt.series, year: receipt.year, number: receipt.number })
      : t('patronCharges.provisionalReceipt', { text: receipt.text });
  return (
    <li className="entry" data-testid="payment-row" data-status={status}>
      <p className="entry-words">
        <b>{t(`patronCharges.purpose.${purpose}`)}</b> <span>{t(`patronCharges.method.${method}`)}</span>
        <span className="entry-line entry-quiet">
          {[formatMoment(takenAt), number, t(`patronCharges.status.${status}`)].join(' · ')}
        </span>
      </p>
      <span className={stands(payment) ? 'entry-amount' : 'entry-amount entry-undone'}>
        {out ? '−' : ''}
        {formatAmount(amount)}
      </span>
    </li>
  );
}

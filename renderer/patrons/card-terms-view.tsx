import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { formatDate } from '../format/dates.ts';
import { groundName } from '../forms/ground-name.ts';
import { namespaces } from '../i18n/start.ts';
import type { CardTerms } from './card-terms.ts';

/** What will be recorded with the card: until when it is valid and what it costs. */
export function CardTermsView({ terms }: { readonly terms: CardTerms }) {
  const { t } = useTranslation(namespaces);
  const { expires, fee, exempt } = terms;
  return (
    <p className="terms" data-testid="card-terms">
      <span className="form-quiet">{t('register.follows')}</span>
      <b data-testid="card-expires">{t('register.expires', { date: formatDate(expires) })}</b>
      <span data-testid="card-fee">
        {fee ? (
          <>
            <b>{t('register.fee', { amount: formatAmount(fee.amount) })}</b>{' '}
            <span className="form-quiet">{t('register.feeBy', { legalAct: fee.legalAct })}</span>
          </>
        ) : (
          <b>
            {exempt === null
              ? t('register.feeNone')
              : t('register.feeExempt', { ground: groundName(t, exempt) })}
          </b>
        )}
      </span>
    </p>
  );
}

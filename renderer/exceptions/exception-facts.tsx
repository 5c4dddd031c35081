import { useTranslation } from 'react-i18next';
import type { ExceptionFact } from '../../contract/workstation/exceptions.ts';
import { formatAmount } from '../../domain/money/amount-text.ts';
import { formatDue, formatMoment } from '../format/dates.ts';
import { namespaces } from '../i18n/start.ts';
import { factWords, placeWords } from './exception-words.ts';

/** A clock that is wrong by less (ms) puts nothing in another order that anybody would notice. */
const noticeable = 60_000;

interface ExceptionFactsProps {
  readonly facts: readonly ExceptionFact[];
  /** Accession number that is said above already. */
  readonly named: string | null;
}

/** The facts that disagree, side by side: what, for whom, where, when, and by whom. */
export function ExceptionFacts({ facts, named }: ExceptionFactsProps) {
  const { t } = useTranslation(namespaces);
  return (
    <ul className="exception-facts" aria-label={t('exceptions.facts')}>
      {facts.map((fact) => (
        <Fact key={fact.side.fact} fact={fact} named={named} />
      ))}
    </ul>
  );
}

function Fact({ fact, named }: { readonly fact: ExceptionFact; readonly named: string | null }) {
  const { t } = useTranslation(namespaces);
  const { side, here, library, staff, patron } = fact;
  const { kind, at, effectiveAt = at, desk, station, due, amount, barcode } = side;
  const isOff = Math.abs(Date.parse(effectiveAt) - Date.parse(at)) >= noticeable;
  const more = [
    due !== null && t('exceptions.due', { date: formatDue(due) }),
    amount !== null && t('exceptions.amount', { amount: formatAmount(amount) }),
    barcode !== null && barcode !== named && t('exceptions.barcode', { barcode }),
  ].filter((words) => words !== false);
  return (
    <li data-testid="exception-fact" data-here={here}>
      <b>{factWords(t, kind)}</b>
      {side.patron !== null && (
        <span>
          {patron
            ? t('exceptions.forReader', { name: patron.name, card: patron.card })
            : t('exceptions.forUnknownReader')}
        </span>
      )}
      {more.length > 0 && <span>{more.join(' · ')}</span>}
      <span className="form-quiet">
        {placeWords(t, desk || station, library)}
        {here && (
          <>
            {' '}
            <span className="state-tag">{t('exceptions.here')}</span>
          </>
        )}
      </span>
      <span className="form-quiet">
        {isOff
          ? `${t('exceptions.deskTime', { time: formatMoment(at) })}, ${t('exceptions.corrected', { time: formatMoment(effectiveAt) })}`
          : formatMoment(at)}
        {staff !== null && ` · ${staff}`}
      </span>
    </li>
  );
}

import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';

/** Up to this many loans the meter has one box a loan; above, a bar reads better. */
const mostBoxes = 12;

interface LoanMeterProps {
  readonly count: number;
  /** Null when the policy sets none. */
  readonly max: number | null;
  /** False when something else forbids lending: then what is left of the number says nothing. */
  readonly mayBorrow: boolean;
}

/** How many loans of how many, in figures, as boxes, and in words. */
export function LoanMeter({ count, max, mayBorrow }: LoanMeterProps) {
  const { t } = useTranslation(namespaces);
  const full = max !== null && count >= max;
  return (
    <div className="meter" data-testid="patron-loan-count" data-count={count} data-max={max ?? ''}>
      <p className="meter-words">
        <span>
          <b className="meter-count">{max === null ? count : `${count}/${max}`}</b> {t('patron.onLoan')}
        </span>
        {mayBorrow && (
          <span className={full ? 'meter-left meter-full' : 'meter-left'}>
            {max === null
              ? t('patron.noLimit')
              : full
                ? t('patron.full')
                : t('patron.left', { count: max - count })}
          </span>
        )}
      </p>
      {max !== null && max > 0 && <Scale count={count} max={max} />}
    </div>
  );
}

function Scale({ count, max }: { readonly count: number; readonly max: number }) {
  if (max > mostBoxes) {
    return (
      <span className="meter-bar" aria-hidden>
        <span style={{ width: `${Math.min(100, (count / max) * 100)}%` }} />
      </span>
    );
  }
  return (
    <span className="meter-boxes" aria-hidden>
      {Array.from({ length: max }, (_, box) => (
        <span key={box} className={box < count ? 'meter-box meter-box-used' : 'meter-box'} />
      ))}
    </span>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../domain/circulation/decision.ts';
import { reasonSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';

const known = ['LT-1201', 'LT-1202', 'LT-1209', 'LT-1213', 'LT-1214', 'LT-1215'] as const;
export type KnownBlock = (typeof known)[number];

interface PatronBlockProps {
  readonly block: Finding;
  /** Does what would cure it. */
  readonly onCure: (code: KnownBlock) => void;
}

/**
 * A reason that stands in the way of every loan of this reader: refused, or asked about each time. With what happened
 * on request, and the way to what cures it.
 */
export function PatronBlock({ block, onCure }: PatronBlockProps) {
  const { t } = useTranslation(namespaces);
  const [asked, setAsked] = useState(false);
  const { reason, severity } = block;
  const code = known.find((candidate) => candidate === reason.code) ?? null;
  const state = severity === 'confirm' ? 'question' : severity === 'notify' ? 'routed' : 'refused';
  return (
    <div className={`block block-${state}`} data-testid="patron-block" data-code={reason.code}>
      <OutcomeIcon state={state} size="1.35rem" />
      <p className="block-words">
        <strong>{t(`patron.block.${code ?? 'other'}`)}</strong>
        <span>{state === 'refused' ? t('patron.blocked') : t('patron.ask')}</span>
      </p>
      <p className="block-acts">
        {code && (
          <button type="button" className="link" data-testid="patron-cure" onClick={() => onCure(code)}>
            {t(`patron.cure.${code}`)}
          </button>
        )}
        <button type="button" className="link" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {asked ? t('rows.whyClose') : t('patron.why')}
        </button>
      </p>
      {asked && (
        <p className="block-why">
          {reasonSentence(t, reason)} <span className="block-code">{reason.code}</span>
        </p>
      )}
    </div>
  );
}

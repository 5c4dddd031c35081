import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../domain/outcome.ts';
import { reasonSentence } from '../../format/reasons.ts';
import { namespaces } from '../../i18n/start.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';

const known = ['LT-1201', 'LT-1202', 'LT-1209'] as const;

/** A reason that refuses every loan of this reader, with what happened and what would cure it on request. */
export function PatronBlock({ block }: { readonly block: Reason }) {
  const { t } = useTranslation(namespaces);
  const [asked, setAsked] = useState(false);
  const code = known.find((candidate) => candidate === block.code) ?? 'other';
  return (
    <div className="block" data-testid="patron-block" data-code={block.code}>
      <OutcomeIcon state="refused" size="1.35rem" />
      <p className="block-words">
        <strong>{t('patron.blocked')}</strong>
        <span>{t(`patron.block.${code}`)}</span>
      </p>
      <button type="button" className="link" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {asked ? t('rows.whyClose') : t('patron.why')}
      </button>
      {asked && (
        <p className="block-why">
          {reasonSentence(t, block)} <span className="block-code">{block.code}</span>
        </p>
      )}
    </div>
  );
}

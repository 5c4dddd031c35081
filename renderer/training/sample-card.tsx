import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrainingSample } from '../../contract/workstation/station.ts';
import { namespaces } from '../i18n/start.ts';
import { traitWords } from './trait-words.ts';

/** Type of the data a dragged sample carries. */
export const sampleDrag = 'application/x-luu-thong-code';

interface SampleCardProps {
  readonly sample: TrainingSample;
  readonly inPile: boolean;
  readonly onPresent: () => void;
  readonly onPile: () => void;
}

/** A card or a book: click it, drag it under the scanner, or put it on the pile. */
export function SampleCard({ sample, inPile, onPresent, onPile }: SampleCardProps) {
  const { t } = useTranslation(namespaces);
  const { code, label, detail, kind, trait } = sample;
  const interest = traitWords(t, trait);
  return (
    <li className={`sample sample-${kind}`}>
      <button
        type="button"
        className="sample-card"
        draggable
        data-testid="training-sample"
        data-code={code}
        data-kind={kind}
        data-trait={trait}
        onDragStart={(event) => event.dataTransfer.setData(sampleDrag, code)}
        onClick={onPresent}
      >
        <span className="unseen">{t('training.presentThis')}</span>
        <b>{label}</b>
        <span className="sample-detail">{detail}</span>
        <span className="sample-foot">
          <span className="sample-code">{code}</span>
          {interest && <span className="sample-trait">{interest}</span>}
        </span>
      </button>
      <button
        type="button"
        className="sample-pile"
        aria-pressed={inPile}
        aria-label={inPile ? t('training.removeFromPile', { label }) : t('training.addToPile', { label })}
        data-testid="training-sample-pile"
        onClick={onPile}
      >
        {inPile ? <IconCheck aria-hidden size="1.05rem" /> : <IconPlus aria-hidden size="1.05rem" />}
      </button>
    </li>
  );
}

import type { DragEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { sampleDrag } from './sample-card.tsx';

interface DropZoneProps {
  readonly plugged: boolean;
  readonly onDrop: (code: string) => void;
}

/** The glass of the scanner: what is dragged here is read. */
export function DropZone({ plugged, onDrop }: DropZoneProps) {
  const { t } = useTranslation(namespaces);
  const [over, setOver] = useState(false);
  const accept = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(sampleDrag)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const code = event.dataTransfer.getData(sampleDrag);
    if (code !== '') onDrop(code);
  };
  return (
    <div
      className={`glass ${over ? 'glass-over' : ''} ${plugged ? '' : 'glass-dark'}`}
      data-testid="training-drop"
      onDragEnter={accept}
      onDragOver={accept}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="glass-beam" aria-hidden />
      <span>
        {plugged ? (over ? t('training.dropNow') : t('training.drop')) : t('training.dropUnplugged')}
      </span>
    </div>
  );
}

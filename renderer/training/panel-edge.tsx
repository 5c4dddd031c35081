import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { trainingWidthLimits } from '../ui/settings.ts';

const { min, max } = trainingWidthLimits;
const keyStep = 20;

interface PanelEdgeProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** The edge of the panel: pull it, or move it with the arrow keys. */
export function PanelEdge({ width, onWidth }: PanelEdgeProps) {
  const { t } = useTranslation(namespaces);
  const set = (next: number): void => onWidth(Math.min(max, Math.max(min, Math.round(next))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') set(width + keyStep);
    if (event.key === 'ArrowRight') set(width - keyStep);
  };
  return (
    <div
      className="training-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('training.resize')}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

import {
  IconCircleCheckFilled,
  IconHelpTriangleFilled,
  IconLoader2,
  IconOctagonMinusFilled,
  IconRepeat,
  IconSquareRoundedArrowRightFilled,
} from '@tabler/icons-react';
import type { RowState } from '../../contract/workstation/desk.ts';

/** Each outcome has a silhouette of its own: circle, square, triangle, octagon. Colour never stands alone. */
const icons = {
  done: IconCircleCheckFilled,
  routed: IconSquareRoundedArrowRightFilled,
  question: IconHelpTriangleFilled,
  refused: IconOctagonMinusFilled,
  noted: IconRepeat,
  pending: IconLoader2,
} as const satisfies Readonly<Record<RowState, unknown>>;

interface OutcomeIconProps {
  readonly state: RowState;
  readonly size: string;
  /** True for a row that waits for a person: nothing turns while nothing is at work. */
  readonly isStill?: boolean;
}

export function OutcomeIcon({ state, size, isStill = false }: OutcomeIconProps) {
  const Icon = icons[state];
  return (
    <Icon
      aria-hidden
      style={{ width: size, height: size }}
      className={`outcome-icon outcome-${isStill ? 'still' : state}`}
    />
  );
}

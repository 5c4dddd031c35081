import { useMemo, useState } from 'react';
import type { DeskMode } from '../../../contract/workstation/desk.ts';
import type { DeskCalls } from '../use-desk-calls.ts';
import type { ModeKind, TimedMode } from './mode-kinds.ts';
import { everythingOff, isOn, isTimed, modeKinds, withOff, withPlainOn } from './mode-kinds.ts';

/** What of the modes is open: the menu, the moment of one of them, or nothing. */
export type ModesAsked = 'menu' | TimedMode | null;

export interface Modes {
  readonly asked: ModesAsked;
  readonly ask: (asked: ModesAsked) => void;
  /** What the key of each mode does: off when it is on; on at once, or a question for its moment. */
  readonly acts: Readonly<Record<ModeKind | 'modes' | 'modesOff', () => void>>;
}

export function useModes(calls: DeskCalls, current: () => DeskMode | undefined): Modes {
  const [asked, ask] = useState<ModesAsked>(null);
  const acts = useMemo(() => {
    const toggle = (kind: ModeKind) => (): void => {
      const mode = current();
      if (!mode) return;
      if (isOn(mode, kind)) calls.setMode(withOff(mode, kind));
      else if (isTimed(kind)) ask(kind);
      else calls.setMode(withPlainOn(mode, kind));
    };
    const [readingRoom, backdate, bookDrop, setDue, countUse, keepHere] = modeKinds;
    return {
      [readingRoom]: toggle(readingRoom),
      [backdate]: toggle(backdate),
      [bookDrop]: toggle(bookDrop),
      [setDue]: toggle(setDue),
      [countUse]: toggle(countUse),
      [keepHere]: toggle(keepHere),
      modes: () => ask('menu'),
      modesOff: () => calls.setMode(everythingOff),
    };
  }, [calls, current]);
  return { asked, ask, acts };
}

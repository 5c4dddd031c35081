import { useEffect, useRef } from 'react';
import { usePage } from '../../ui/page-context.tsx';
import type { DeskAct } from './presets.ts';
import { actOf } from './presets.ts';

/** Runs the acts of the chosen key preset, and keeps the browser's own meaning of those keys away. */
export function useDeskKeys(acts: Readonly<Record<DeskAct, () => void>>): void {
  const { settings } = usePage();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = actOf(settings.get().keys, event);
      if (act === null) return;
      event.preventDefault();
      event.stopPropagation();
      // A key held down is one wish.
      if (!event.repeat) latest.current[act]();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [settings]);
}

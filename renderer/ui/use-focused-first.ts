import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Puts the focus on the first thing that can be done inside, once it is there: what is fetched apart comes after a
 * popover has looked for it.
 */
export function useFocusedFirst<T extends HTMLElement>(): RefObject<T | null> {
  const inside = useRef<T>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      inside.current?.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return inside;
}

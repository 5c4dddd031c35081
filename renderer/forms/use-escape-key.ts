import { useEffect, useRef } from 'react';

/**
 * Escape, wherever the focus is and unless something nearer took it: a small form inside a drawer gives up before
 * the drawer does. The drawer's own way listens before everybody and would close over the form.
 */
export function useEscapeKey(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Escape that ends a composed syllable belongs to the input method.
      if (event.key === 'Escape' && !event.isComposing) latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

import { useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { actOf } from '../desk/keys/presets.ts';
import { usePage } from '../ui/page-context.tsx';
import { goTo, placeOf } from './place.ts';

/**
 * A key of the desk pressed on an office screen brings the desk back first, so that nothing is ever lent or finished
 * out of sight. A layout effect, because it has to listen before the desk does.
 */
export function useKeysLeadHome(): void {
  const { settings } = usePage();
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (placeOf(window.location.hash) === 'desk' || actOf(settings.get().keys, event) === null) return;
      flushSync(() => goTo('desk'));
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [settings]);
}

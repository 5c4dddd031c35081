import type { RefObject } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DeskDrawer, DeskDrawers } from './desk-drawer.ts';

interface DrawerState {
  readonly drawer: DeskDrawer | null;
  readonly drawers: DeskDrawers;
}

/** Which drawer is open. Closing it gives the focus back to what opened it, or to the scan box. */
export function useDrawerState(box: RefObject<HTMLInputElement | null>): DrawerState {
  const [drawer, setDrawer] = useState<DeskDrawer | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: DeskDrawer): void => {
    // A drawer that leads to another was opened by something on the desk: that is where the way back goes.
    const { activeElement } = document;
    if (activeElement?.closest('[role="dialog"]') === null) opener.current = activeElement;
    setDrawer(next);
  }, []);
  const close = useCallback((): void => {
    setDrawer(null);
    const from = opener.current;
    opener.current = null;
    // The drawer is unmounted, so it cannot give the focus back itself; what opened it may be gone too.
    requestAnimationFrame(() => {
      // Whatever has taken the focus meanwhile keeps it.
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
      (isThere ? from : box.current)?.focus();
    });
  }, [box]);
  const drawers = useMemo(() => ({ open, close }), [open, close]);
  return { drawer, drawers };
}

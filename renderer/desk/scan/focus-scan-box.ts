import { scanBoxMark } from '../wedge/listen.ts';

/**
 * Gives the focus to the scan box when it is inside `leaving`, which is about to go: an answered question takes its
 * buttons along, and a focus nobody has starts the next Tab at the top of the page. Elsewhere it is left alone.
 */
export function focusScanBox(leaving: Element | null): void {
  if (!leaving?.contains(document.activeElement)) return;
  document.querySelector<HTMLElement>(`[${scanBoxMark}]`)?.focus();
}

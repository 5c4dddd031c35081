import type { DeskAct } from './presets.ts';

/** Marks the button that a key presses: what shows the key is what the key does. */
export const keyActMark = 'data-key-act';

/**
 * Presses the button that shows the key of `act`; does nothing when none is there or it is disabled. One that is
 * scrolled out of sight is brought into sight first and takes a second press: nobody answers what they cannot read.
 */
export function pressShown(act: DeskAct): void {
  const button = document.querySelector<HTMLButtonElement>(`button[${keyActMark}='${act}']:not(:disabled)`);
  if (!button) return;
  if (isInSight(button)) button.click();
  else button.scrollIntoView({ block: 'center' });
}

/** Whether all of it is inside the list it scrolls with. */
function isInSight(button: HTMLElement): boolean {
  const list = button.closest('ol')?.getBoundingClientRect();
  const { top, bottom } = button.getBoundingClientRect();
  return list === undefined || (top >= list.top && bottom <= list.bottom);
}

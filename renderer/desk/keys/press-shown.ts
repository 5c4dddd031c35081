import type { DeskAct } from './presets.ts';

/** Marks the button that a key presses: what shows the key is what the key does. */
export const keyActMark = 'data-key-act';

/** Presses the button that shows the key of `act`; does nothing when none is there or it is disabled. */
export function pressShown(act: DeskAct): void {
  document.querySelector<HTMLButtonElement>(`button[${keyActMark}='${act}']:not(:disabled)`)?.click();
}

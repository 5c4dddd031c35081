import type { WedgeEffect, WedgeOptions, WedgeState } from './machine.ts';
import { idleWedge, wedgeStroke, wedgeWake } from './machine.ts';
import type { Stroke } from './stroke.ts';

/** Marks the scan box in the page. */
export const scanBoxMark = 'data-scan-box';

/**
 * Watches every key of the window before anything else sees it, so that a keyboard scanner works wherever the
 * focus is and its Enter can never press a button. Keys in text fields are left alone, the scan box apart.
 * Returns the function that stops watching.
 */
export function listenForWedge(
  page: Window,
  options: () => WedgeOptions,
  onEffect: (effect: WedgeEffect) => void,
): () => void {
  let state: WedgeState = idleWedge;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wakeLater = (wakeAt: number | null): void => {
    clearTimeout(timer);
    if (wakeAt === null) return;
    timer = setTimeout(
      () => settle(wedgeWake(options(), state, wakeAt)),
      Math.max(0, wakeAt - page.performance.now()),
    );
  };
  const settle = (answer: ReturnType<typeof wedgeStroke>): void => {
    state = answer.state;
    wakeLater(answer.wakeAt);
    for (const effect of answer.effects) onEffect(effect);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event);
    if (place === 'elsewhere') {
      state = { ...idleWedge, guardUntil: state.guardUntil };
      return;
    }
    const answer = wedgeStroke(options(), state, strokeOf(event, place));
    if (answer.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    settle(answer);
  };
  page.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    page.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

const plainInputs = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'submit',
  'reset',
  'color',
  'file',
  'image',
]);

function placeOf(event: KeyboardEvent): Stroke['place'] | 'elsewhere' {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.hasAttribute(scanBoxMark)) return 'box';
  const takesText =
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !plainInputs.has(target.type));
  return takesText ? 'elsewhere' : 'page';
}

function strokeOf(event: KeyboardEvent, place: Stroke['place']): Stroke {
  return {
    at: event.timeStamp,
    key: event.key,
    code: event.code,
    // Deprecated, and the only place where 229 (an input method) and 231 (a made-up key) can be seen.
    keyCode: event.keyCode,
    isComposing: event.isComposing,
    repeat: event.repeat,
    chord: event.ctrlKey || event.altKey || event.metaKey,
    place,
  };
}

import type { FieldBefore } from './field-text.ts';
import { fieldBefore, putBack, typeBehind } from './field-text.ts';
import type { WedgeEffect, WedgeState } from './machine.ts';
import { idleWedge, wedgeStroke, wedgeWake } from './machine.ts';
import type { WedgeOptions } from './run.ts';
import type { Stroke } from './stroke.ts';
import { strokeOf } from './stroke-of.ts';

/** Marks the scan box in the page. */
export const scanBoxMark = 'data-scan-box';

/** Marks what tests a scanner: while it is there, a code it types must lend nothing. */
export const scannerTestMark = 'data-scanner-test';

/**
 * Watches every key of the window before anything else sees it, so that a keyboard scanner works wherever the
 * focus is and its Enter can never press a button. A text field keeps its keys: only what comes behind the scanner's
 * prefix is taken from it, and what an input method made of a burst.
 * Returns the function that stops watching.
 */
export function listenForWedge(
  page: Window,
  options: () => WedgeOptions,
  onEffect: (effect: WedgeEffect) => void,
): () => void {
  let state: WedgeState = idleWedge;
  let before: FieldBefore | null = null;
  let seenRun = -1;
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
    for (const effect of answer.effects) tell(effect);
  };
  const tell = (effect: WedgeEffect): void => {
    if (effect.place === 'field' && before) {
      if (effect.type === 'typed') typeBehind(before, effect.text);
      else putBack(before);
    }
    if (effect.type !== 'typed' || effect.place === 'page') onEffect(effect);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (page.document.querySelector(`[${scannerTestMark}]`)) return;
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
    const { run } = answer.state;
    if (!run || run.startedAt === seenRun) return;
    // The key that begins a run has not reached the field yet.
    seenRun = run.startedAt;
    before = place === 'field' ? fieldBefore(event.target) : null;
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
  if (target instanceof HTMLTextAreaElement) return 'field';
  if (target instanceof HTMLInputElement) return plainInputs.has(target.type) ? 'page' : 'field';
  return target.isContentEditable || target instanceof HTMLSelectElement ? 'elsewhere' : 'page';
}

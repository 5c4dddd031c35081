import { strokeOf } from './stroke-of.ts';
import type { Stroke } from './stroke.ts';
import { strokeKind } from './stroke.ts';

/** A try is over after this long without a key, in ms: longer than any scanner pauses. */
const silence = 700;

/**
 * Gathers the keys of one scan and hands them over when it is over: with the end key of the scanner or with silence.
 * Whatever it types reaches nothing else; keys a person presses between scans do. Returns the function that stops it.
 */
export function listenForTest(page: Window, onTry: (strokes: readonly Stroke[]) => void): () => void {
  let strokes: readonly Stroke[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endedAt = -Infinity;

  const finish = (): void => {
    clearTimeout(timer);
    const tried = strokes;
    strokes = [];
    if (tried.length > 1) onTry(tried);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event, 'page');
    const kind = strokeKind(stroke);
    if (kind === 'other') return;
    if (strokes.length === 0) {
      // The second half of a CR LF is the scanner's; a person's Tab, Enter and Space work as ever.
      if (kind === 'terminator' && stroke.at - endedAt < silence) event.preventDefault();
      if (kind !== 'character' && kind !== 'ime') return;
      if (stroke.key === ' ') return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (stroke.repeat) return;
    strokes = [...strokes, stroke];
    clearTimeout(timer);
    if (kind === 'terminator') {
      endedAt = stroke.at;
      finish();
    } else timer = setTimeout(finish, silence);
  };
  page.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    page.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

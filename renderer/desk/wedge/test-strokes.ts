import fc from 'fast-check';
import type { WedgeEffect, WedgeState } from './machine.ts';
import { idleWedge, wedgeStroke, wedgeWake } from './machine.ts';
import type { WedgeOptions } from './run.ts';
import type { Stroke } from './stroke.ts';

/** Keystrokes for the tests of the wedge, and a page that plays them. */
export const options: WedgeOptions = { gap: 50, minLength: 4, prefix: '' };

interface Played {
  readonly effects: readonly WedgeEffect[];
  /** Keys that the page would still see. */
  readonly seen: readonly string[];
}

/** Plays strokes with the wake-ups that a page would make between them and after the last. */
export function play(strokes: readonly Stroke[], own: WedgeOptions = options): Played {
  let state: WedgeState = idleWedge;
  let wakeAt: number | null = null;
  const effects: WedgeEffect[] = [];
  const seen: string[] = [];
  const wakeUntil = (time: number): void => {
    while (wakeAt !== null && wakeAt <= time) {
      const answer = wedgeWake(own, state, wakeAt);
      ({ state, wakeAt } = answer);
      effects.push(...answer.effects);
    }
  };
  for (const stroke of strokes) {
    wakeUntil(stroke.at - 1);
    const answer = wedgeStroke(own, state, stroke);
    ({ state, wakeAt } = answer);
    effects.push(...answer.effects);
    if (!answer.swallow) seen.push(stroke.key);
  }
  wakeUntil(Infinity);
  return { effects, seen };
}

const plain = { repeat: false, isComposing: false, chord: false, place: 'page' } as const;

export function stroke(key: string, at: number, more: Partial<Stroke> = {}): Stroke {
  return { ...plain, key, at, code: `Key${key.toUpperCase()}`, keyCode: key.charCodeAt(0), ...more };
}

/** A code as a scanner types it, `gap` ms between the keys, with its terminator. */
export function burst(code: string, start = 0, gap = 8, end = 'Enter', more: Partial<Stroke> = {}): Stroke[] {
  return [...code, end].map((key, index) => stroke(key, start + index * gap, more));
}

export const scan = (text: string, place: Stroke['place'] = 'page'): WedgeEffect => ({
  type: 'scan',
  text,
  place,
});
export const printable = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 4, maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

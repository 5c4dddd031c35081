import type { Stroke } from './stroke.ts';
import { isPhysical } from './stroke.ts';

export interface WedgeOptions {
  /** Longest gap in ms between two keys of a scanner. */
  readonly gap: number;
  /** Shortest code. */
  readonly minLength: number;
  /** What the scanner is set up to type in front of every code; empty: nothing. */
  readonly prefix: string;
}

/** `ime`: LT-1108. `control`: LT-1105. `torn`: the code did not arrive whole. */
export type WedgeProblem = 'ime' | 'control' | 'torn';

/** Strokes that follow each other as fast as a scanner's. */
export interface Run {
  readonly place: Stroke['place'];
  readonly text: string;
  readonly strokes: number;
  /** Of these, the ones a keyboard made and not an input method. */
  readonly physical: number;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly problem: Exclude<WedgeProblem, 'torn'> | null;
  /** The start of the code came before this run: it must not be taken for a whole code. */
  readonly tail: boolean;
}

/** One gap this long is forgiven once a burst is plainly a scanner's: a USB hub or a busy PC may hiccup. */
const hiccup = 150;
/** A burst without its terminator is given up after this long. */
const patience = 250;

/** The run with one more stroke, which put `text` into it or had something wrong. */
export function withStroke(run: Run, stroke: Stroke, text: string, problem: Run['problem']): Run {
  return {
    ...run,
    text: run.text + text,
    strokes: run.strokes + 1,
    physical: run.physical + Number(isPhysical(stroke)),
    lastAt: stroke.at,
    problem: run.problem ?? problem,
  };
}

/** How long in ms the next stroke may take and still belong to the run. */
export function tolerance(options: WedgeOptions, run: Run): number {
  // In a field a person may be typing with an input method: only a scanner's own speed counts there.
  return isBurst(options, run) && !(run.place !== 'page' && run.problem)
    ? Math.max(hiccup, options.gap)
    : options.gap;
}

/**
 * Whether a run is a scanner's. One stroke of a person's may set off a handful of an input method's, as fast as a
 * scanner's: so in the box, until a terminator as fast as these settles it, only the keyboard's own count; in any
 * other field they alone count.
 */
export function isBurst(options: WedgeOptions, run: Run, terminated = false): boolean {
  if (terminated && isMarked(options, run)) return true;
  const settled = run.place === 'page' || (run.place === 'box' && terminated);
  return (settled ? run.strokes : run.physical) >= options.minLength;
}

/** Whether a run began with the scanner's prefix and has a character behind it. */
function isMarked({ prefix }: WedgeOptions, { text }: Run): boolean {
  return prefix !== '' && text.startsWith(prefix) && text.length > prefix.length;
}

/** Whether the next character would come right behind the prefix, or further on: it belongs to the scanner. */
export function isCaptured({ prefix }: WedgeOptions, run: Run | null): boolean {
  return run !== null && prefix !== '' && run.text.startsWith(prefix);
}

/** The code of a run: what was typed, without the scanner's prefix. */
export function codeOf(options: WedgeOptions, run: Run): string {
  return isMarked(options, run) ? run.text.slice(options.prefix.length) : run.text;
}

/** When a run is over if no stroke comes before, in ms of the strokes' clock. */
export function wakeTime(options: WedgeOptions, run: Run): number {
  return run.lastAt + (isBurst(options, run) ? patience : options.gap + 1);
}

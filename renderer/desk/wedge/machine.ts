/**
 * Tells a keyboard-wedge scanner from a person by speed alone, without a focused field and without losing what a
 * person types. Pure: time comes in with the strokes. Facts behind it: `reference/vietnam.md` §3.6.
 */
import type { Stroke } from './stroke.ts';
import { isPhysical, strokeKind } from './stroke.ts';

export interface WedgeOptions {
  /** Longest gap in ms between two keys of a scanner. */
  readonly gap: number;
  /** Shortest code. */
  readonly minLength: number;
}

/** One gap this long is forgiven once a burst is plainly a scanner's: a USB hub or a busy PC may hiccup. */
const hiccup = 150;
/** A burst without its terminator is given up after this long. */
const patience = 250;
/** After a burst, a late or second terminator (CR LF) still belongs to the scanner, not to a focused button. */
const guard = 500;
/** Characters in the box this soon before a burst belong to the same code, from a scanner that stuttered. */
const joinWithin = 1_000;
/** A burst this soon after a torn one is its end. Nobody pulls a trigger again as fast as that. */
const tailWithin = 500;

/** `ime`: LT-1108. `control`: LT-1105. `torn`: the code did not arrive whole. */
export type WedgeProblem = 'ime' | 'control' | 'torn';

export type WedgeEffect =
  | { readonly type: 'scan'; readonly text: string; readonly place: Stroke['place'] }
  | { readonly type: 'rejected'; readonly problem: WedgeProblem; readonly place: Stroke['place'] }
  /** A person typed without a focused field: the text belongs into the scan box. */
  | { readonly type: 'typed'; readonly text: string };

interface Run {
  readonly place: Stroke['place'];
  readonly text: string;
  readonly strokes: number;
  /** Of these, the ones a keyboard made and not an input method. */
  readonly physical: number;
  readonly lastAt: number;
  readonly problem: Exclude<WedgeProblem, 'torn'> | null;
  /** The start of the code came before this run: it must not be taken for a whole code. */
  readonly tail: boolean;
}

export interface WedgeState {
  readonly run: Run | null;
  /** Terminators before this time are the scanner's. */
  readonly guardUntil: number;
  /** Last stroke of the last torn code. */
  readonly tornAt: number;
  /** When a key last went into the scan box. */
  readonly boxAt: number;
}

export const idleWedge: WedgeState = { run: null, guardUntil: -1, tornAt: -Infinity, boxAt: -Infinity };

export interface WedgeAnswer {
  readonly state: WedgeState;
  readonly effects: readonly WedgeEffect[];
  /** True when nothing else on the page may see the key. */
  readonly swallow: boolean;
  /** Time at which `wake` has to be called if no stroke comes before, or null. */
  readonly wakeAt: number | null;
}

/** Takes one stroke. Strokes into other text fields must not be passed in: call `reset` instead. */
export function wedgeStroke(options: WedgeOptions, state: WedgeState, stroke: Stroke): WedgeAnswer {
  const { run } = state;
  if (
    run &&
    (run.place !== stroke.place || stroke.repeat || stroke.at - run.lastAt > tolerance(options, run))
  ) {
    // A late terminator ends the burst it belongs to; anything else begins anew.
    const late = strokeKind(stroke) === 'terminator' && run.place === stroke.place && isBurst(options, run);
    if (!late || stroke.at - run.lastAt > guard) {
      const closed = closeRun(options, state);
      const next = wedgeStroke(options, closed.state, stroke);
      return { ...next, effects: [...closed.effects, ...next.effects] };
    }
  }
  if (stroke.repeat) return answer(state, [], false, options);
  switch (strokeKind(stroke)) {
    case 'character':
      return extend(options, state, stroke, stroke.key, null);
    case 'ime':
      // Backspace alone is a person correcting; inside a burst it is the input method.
      return run || stroke.key !== 'Backspace'
        ? extend(options, state, stroke, '', 'ime')
        : answer(state, [], false, options);
    case 'control':
      return run && run.strokes > 1
        ? extend(options, state, stroke, '', 'control')
        : answer(state, [], false, options);
    case 'terminator':
      return terminate(options, state, stroke);
    case 'modifier':
      return answer(run ? { ...state, run: { ...run, lastAt: stroke.at } } : state, [], false, options);
    case 'other': {
      if (!run) return answer(state, [], false, options);
      const closed = closeRun(options, state);
      return { ...closed, swallow: false };
    }
  }
}

/** Ends a burst that nobody ended. Call at `wakeAt`. */
export function wedgeWake(options: WedgeOptions, state: WedgeState, now: number): WedgeAnswer {
  if (!state.run || now < wakeTime(options, state.run)) return answer(state, [], false, options);
  return closeRun(options, state);
}

function tolerance(options: WedgeOptions, run: Run): number {
  // In the box a person may be typing with an input method: only a scanner's own speed counts there.
  return isBurst(options, run) && !(run.place === 'box' && run.problem)
    ? Math.max(hiccup, options.gap)
    : options.gap;
}

/**
 * Whether a run is a scanner's. One stroke of a person's may set off a handful of an input method's, as fast as a
 * scanner's: so in the box, until a terminator as fast as these settles it, only the keyboard's own count.
 */
function isBurst({ minLength }: WedgeOptions, run: Run, terminated = false): boolean {
  return (run.place === 'box' && !terminated ? run.physical : run.strokes) >= minLength;
}

function wakeTime(options: WedgeOptions, run: Run): number {
  return run.lastAt + (isBurst(options, run) ? patience : options.gap + 1);
}

function extend(
  options: WedgeOptions,
  state: WedgeState,
  stroke: Stroke,
  text: string,
  problem: Run['problem'],
): WedgeAnswer {
  const { run } = state;
  const { place } = stroke;
  const next: Run = run
    ? {
        ...run,
        text: run.text + text,
        strokes: run.strokes + 1,
        physical: run.physical + Number(isPhysical(stroke)),
        lastAt: stroke.at,
        problem: run.problem ?? problem,
      }
    : {
        place,
        text,
        strokes: 1,
        physical: Number(isPhysical(stroke)),
        lastAt: stroke.at,
        problem,
        tail: place === 'box' ? stroke.at - state.boxAt < joinWithin : stroke.at - state.tornAt < tailWithin,
      };
  // A space that starts nothing must still press a focused button.
  const swallow = place === 'page' && (run !== null || stroke.key !== ' ');
  const boxAt = place === 'box' ? stroke.at : state.boxAt;
  return answer({ ...state, run: next, boxAt }, [], swallow, options);
}

function terminate(options: WedgeOptions, state: WedgeState, stroke: Stroke): WedgeAnswer {
  const { run } = state;
  const ended: WedgeState = { ...state, run: null, boxAt: -Infinity };
  if (!run) return answer(ended, [], stroke.at < state.guardUntil, options);
  const { place, text } = run;
  const guarded: WedgeState = { ...ended, guardUntil: stroke.at + guard };
  if (!isBurst(options, run, true)) {
    // Too short for a label. In the box Enter sends it as typed; on the page it is shown there, never pressed.
    if (place === 'box') return answer(ended, [], false, options);
    return answer(guarded, text === '' ? [] : [{ type: 'typed', text }], true, options);
  }
  if (run.problem) return answer(guarded, [{ type: 'rejected', problem: run.problem, place }], true, options);
  // The box holds the whole of a stuttering scanner's code: Enter sends what it holds.
  if (run.tail && place === 'box') return answer(ended, [], false, options);
  if (run.tail) return answer(guarded, [], true, options);
  return answer(guarded, [{ type: 'scan', text, place }], true, options);
}

function closeRun(options: WedgeOptions, state: WedgeState): WedgeAnswer {
  const { run } = state;
  if (!run) return answer(state, [], false, options);
  const { place, text, problem } = run;
  const ended: WedgeState = { ...state, run: null };
  if (!isBurst(options, run)) {
    if (place === 'box' || text === '' || problem) return answer(ended, [], false, options);
    return answer({ ...ended, boxAt: run.lastAt }, [{ type: 'typed', text }], false, options);
  }
  if (place === 'box' && !problem) return answer(ended, [], false, options);
  const told: WedgeState = {
    ...ended,
    guardUntil: run.lastAt + guard,
    tornAt: problem ? state.tornAt : run.lastAt,
  };
  if (run.tail && !problem) return answer(told, [], false, options);
  return answer(told, [{ type: 'rejected', problem: problem ?? 'torn', place }], false, options);
}

function answer(
  state: WedgeState,
  effects: readonly WedgeEffect[],
  swallow: boolean,
  options: WedgeOptions,
): WedgeAnswer {
  return { state, effects, swallow, wakeAt: state.run ? wakeTime(options, state.run) : null };
}

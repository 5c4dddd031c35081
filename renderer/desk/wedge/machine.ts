/**
 * Tells a keyboard-wedge scanner from a person by speed, length and terminator together, without a focused field and
 * without losing what a person types. Pure: time comes in with the strokes. Facts behind it: `reference/vietnam.md`
 * §3.6, `reference/devices.md` §5.
 */
import type { Run, WedgeOptions, WedgeProblem } from './run.ts';
import { codeOf, isBurst, isCaptured, tolerance, wakeTime, withStroke } from './run.ts';
import type { Stroke } from './stroke.ts';
import { strokeKind } from './stroke.ts';

/** After a burst, a late or second terminator (CR LF) still belongs to the scanner, not to a focused button. */
const guard = 500;
/** Characters in the box this soon before a burst belong to the same code, from a scanner that stuttered. */
const joinWithin = 1_000;
/** A burst this soon after a torn one is its end. Nobody pulls a trigger again as fast as that. */
const tailWithin = 500;

export type WedgeEffect =
  | { readonly type: 'scan'; readonly text: string; readonly place: Stroke['place'] }
  | { readonly type: 'rejected'; readonly problem: WedgeProblem; readonly place: Stroke['place'] }
  /**
   * A person's keys that were held back. `page`: nothing had the focus, the text belongs into the scan box. `field`:
   * it goes where it was typed.
   */
  | { readonly type: 'typed'; readonly text: string; readonly place: 'page' | 'field' };

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

/**
 * Takes one stroke. In a text field nothing is held back before the scanner's prefix has come, as fast as a scanner
 * types it; a burst without one is the field's own, unless an input method changed it.
 */
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
      return run && run.strokes > 1 && (run.place !== 'field' || isCaptured(options, run))
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

function extend(
  options: WedgeOptions,
  state: WedgeState,
  stroke: Stroke,
  text: string,
  problem: Run['problem'],
): WedgeAnswer {
  const { run } = state;
  const { place } = stroke;
  const next = withStroke(run ?? newRun(state, stroke), stroke, text, problem);
  const swallow =
    place === 'page'
      ? // A space that starts nothing must still press a focused button.
        run !== null || stroke.key !== ' '
      : place === 'field' && isCaptured(options, run);
  const boxAt = place === 'box' ? stroke.at : state.boxAt;
  return answer({ ...state, run: next, boxAt }, [], swallow, options);
}

function newRun(state: WedgeState, { place, at }: Stroke): Run {
  const tail = place === 'box' ? at - state.boxAt < joinWithin : at - state.tornAt < tailWithin;
  return { place, text: '', strokes: 0, physical: 0, startedAt: at, lastAt: at, problem: null, tail };
}

function terminate(options: WedgeOptions, state: WedgeState, stroke: Stroke): WedgeAnswer {
  const { run } = state;
  const ended: WedgeState = { ...state, run: null, boxAt: -Infinity };
  if (!run) return answer(ended, [], stroke.at < state.guardUntil, options);
  const { place, text } = run;
  const guarded: WedgeState = { ...ended, guardUntil: stroke.at + guard };
  if (place === 'field' && !isCaptured(options, run) && !(run.problem && isBurst(options, run, true)))
    return answer(ended, [], false, options);
  if (!isBurst(options, run, true)) {
    // Too short for a label. In the box Enter sends it as typed; on the page it is shown there, never pressed.
    if (place === 'box') return answer(ended, [], false, options);
    if (place === 'field') return answer(ended, heldBack(options, run), false, options);
    return answer(guarded, text === '' ? [] : [{ type: 'typed', text, place }], true, options);
  }
  if (run.problem) return answer(guarded, [{ type: 'rejected', problem: run.problem, place }], true, options);
  // The box holds the whole of a stuttering scanner's code: Enter sends what it holds.
  if (run.tail && place === 'box') return answer(ended, [], false, options);
  if (run.tail) return answer(guarded, [], true, options);
  return answer(guarded, [{ type: 'scan', text: codeOf(options, run), place }], true, options);
}

function closeRun(options: WedgeOptions, state: WedgeState): WedgeAnswer {
  const { run } = state;
  if (!run) return answer(state, [], false, options);
  const { place, text, problem } = run;
  const ended: WedgeState = { ...state, run: null };
  if (place === 'field' && !isCaptured(options, run)) return answer(ended, [], false, options);
  if (!isBurst(options, run)) {
    if (place === 'field') return answer(ended, heldBack(options, run), false, options);
    if (place === 'box' || text === '' || problem) return answer(ended, [], false, options);
    return answer({ ...ended, boxAt: run.lastAt }, [{ type: 'typed', text, place }], false, options);
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

/** What a field has not seen of a run that was no scanner's after all. */
function heldBack({ prefix }: WedgeOptions, { text }: Run): readonly WedgeEffect[] {
  const rest = text.slice(prefix.length);
  return rest === '' ? [] : [{ type: 'typed', text: rest, place: 'field' }];
}

function answer(
  state: WedgeState,
  effects: readonly WedgeEffect[],
  swallow: boolean,
  options: WedgeOptions,
): WedgeAnswer {
  return { state, effects, swallow, wakeAt: state.run ? wakeTime(options, state.run) : null };
}

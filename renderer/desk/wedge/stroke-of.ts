import type { Stroke } from './stroke.ts';

/** A `keydown` as the wedge sees it. */
export function strokeOf(event: KeyboardEvent, place: Stroke['place']): Stroke {
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

import { oneByte, skip, word } from './reading.ts';
import type { Reading } from './reading.ts';

/**
 * Commands that change nothing visible here, by the number of parameter bytes after the command's letter
 * (Epson and compatible ESC/POS manuals). What is in no table has none: the next byte is read as a command again.
 */
const escParameters: ReadonlyMap<string, number> = new Map([
  ...[...' %=?RSTUVKLe{ruvB'].map((letter) => [letter, letter === 'B' ? 2 : 1] as const),
  ...[...'$\\'].map((letter) => [letter, 2] as const),
  ['c', 2],
  ['W', 8],
  ['L', 0],
  ['S', 0],
  ['v', 0],
]);
const gsParameters: ReadonlyMap<string, number> = new Map([
  ...[...'fbTIE|/:i'].map((letter) => [letter, letter === ':' || letter === 'i' ? 0 : 1] as const),
  ...[...'LWP$\\'].map((letter) => [letter, 2] as const),
  ['^', 3],
  ['z', 3],
]);
const fsParameters: ReadonlyMap<string, number> = new Map([
  ...[...'!-WC'].map((letter) => [letter, 1] as const),
  ['S', 2],
  ['p', 2],
  ['2', 74],
]);

/** Skips the parameters of a command that is not interpreted. */
export function* skipCommand(family: 'ESC' | 'GS' | 'FS', code: number): Reading<void> {
  const letter = String.fromCharCode(code);
  // The same rule for all families: two bytes of length, then that many.
  if (letter === '(') {
    yield* oneByte();
    yield* skip(yield* word());
  } else if (family === 'ESC' && letter === 'D') {
    yield* tabStops();
  } else if (family === 'ESC' && letter === '&') {
    yield* ownCharacters();
  } else if (family === 'GS' && letter === '*') {
    const columns = yield* oneByte();
    yield* skip(columns * (yield* oneByte()) * 8);
  } else if (family === 'GS' && letter === '8') {
    yield* oneByte();
    const low = yield* word();
    yield* skip(low + (yield* word()) * 65_536);
  } else {
    const table = { ESC: escParameters, GS: gsParameters, FS: fsParameters }[family];
    yield* skip(table.get(letter) ?? 0);
  }
}

/** `ESC D n…` ends with NUL, after 32 stops at most. */
function* tabStops(): Reading<void> {
  for (let stop = 0; stop < 32; stop += 1) if ((yield* oneByte()) === 0) return;
}

/** `ESC & y c1 c2 [x d…]…`: each character has its own width. */
function* ownCharacters(): Reading<void> {
  const height = yield* oneByte();
  const first = yield* oneByte();
  const last = yield* oneByte();
  for (let code = first; code <= last; code += 1) yield* skip(height * (yield* oneByte()));
}

import type { Journal } from '../sync/journal.ts';
import { sha256Hex } from '../sync/sha256.ts';
import type { Gap } from './gaps.ts';

/** In the name of every journal in which facts from behind damage stand, and of none that a station writes. */
export const behindMark = '~';

/** Letters that are left of the name of a journal, and those of a hash that stands for its gaps: together under 64. */
const nameLetters = 40;
const hashLetters = 20;

/**
 * The journal in which what stood behind the gaps of a damaged one goes on. Named by what is missing, so that the same
 * file always goes on in the same; behind the damaged one where names are compared, as its facts came later.
 */
export function journalBehind({ station, inc }: Journal, gaps: readonly Gap[]): Journal {
  const named = sha256Hex(JSON.stringify([inc, gaps.map(({ from, to }) => [from, to])]));
  return { station, inc: `${inc.slice(0, nameLetters)}${behindMark}${named.slice(0, hashLetters)}` };
}

import type { SelfTestFault } from '../../../domain/identifiers/self-test.ts';
import { readSelfTest } from '../../../domain/identifiers/self-test.ts';
import type { WedgeOptions } from './run.ts';
import type { Stroke } from './stroke.ts';
import { strokeKind } from './stroke.ts';

export interface TestVerdict {
  readonly verdict: 'right' | SelfTestFault | 'no-end' | 'slow' | 'control' | 'other';
  /** What the scanner typed, its end key not counted. */
  readonly typed: string;
  /** Longest gap in ms between two keys. */
  readonly slowest: number;
  /** What it typed in front of the code, for the prefix; empty when nothing. */
  readonly before: string;
}

/**
 * What a scanner's keys say about it. The keystrokes count before the text does: an input method may leave a text that
 * looks right, and a code that only looks right is the dangerous one.
 */
export function judgeTest(strokes: readonly Stroke[], { gap, prefix }: WedgeOptions): TestVerdict {
  const kinds = strokes.map(strokeKind);
  const keys = strokes.filter((_, index) => kinds[index] === 'character' || kinds[index] === 'ime');
  const typed = keys
    .map(({ key }) => key)
    .filter((key) => [...key].length === 1)
    .join('');
  const slowest = strokes.reduce(
    (longest, { at }, index) => Math.max(longest, at - (strokes[index - 1]?.at ?? at)),
    0,
  );
  const reading = readSelfTest(
    prefix !== '' && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed,
  );
  const before = reading?.ok === false && reading.behind === '' ? reading.before : '';
  const verdict = (): TestVerdict['verdict'] => {
    if (kinds.includes('ime')) return 'ime';
    if (kinds.includes('control')) return 'control';
    if (reading === null) return 'other';
    if (!reading.ok) return reading.fault;
    if (!kinds.includes('terminator')) return 'no-end';
    return slowest > gap ? 'slow' : 'right';
  };
  return { verdict: verdict(), typed, slowest: Math.round(slowest), before };
}

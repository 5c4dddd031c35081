import type { OutcomeCode } from '../../domain/outcome.ts';
import { isCorrupt, isDiskFull } from '../store/sqlite.ts';
import { suspectMirror } from '../store/store.ts';

/**
 * Names the failures of a verb that people can act on. Found damage is noted in `folder`: the mirror is the file
 * that heals, at the next start, and a damaged journal is refused there.
 */
export function failureCode(folder: string): (error: unknown) => OutcomeCode | null {
  return (error) => {
    if (isCorrupt(error)) suspectMirror(folder);
    return isDiskFull(error) ? 'LT-3102' : null;
  };
}

import type { OutcomeCode } from '../../domain/outcome.ts';
import { isCorrupt, isDiskFull } from '../store/sqlite.ts';
import { suspectDamage } from '../store/store.ts';

/**
 * Names the failures of a verb that people can act on. Found damage is noted in `folder` and told to `onDamage`: both
 * files heal at the next start.
 */
export function failureCode(folder: string, onDamage: () => void): (error: unknown) => OutcomeCode | null {
  return (error) => {
    if (isCorrupt(error)) {
      suspectDamage(folder);
      onDamage();
      return 'LT-3114';
    }
    return isDiskFull(error) ? 'LT-3102' : null;
  };
}

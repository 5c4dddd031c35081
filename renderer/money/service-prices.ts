import type { CivilDate } from '../../domain/facts/fact.ts';
import type { Fee } from '../../domain/policy/policy.ts';

/** The services a reader of this category can be charged for at this library today. */
export function servicePrices(
  fees: readonly Fee[],
  category: string,
  library: string,
  today: CivilDate,
): readonly Fee[] {
  return fees.filter(
    (fee) =>
      fee.kind === 'service' &&
      (fee.category === 'any' || fee.category === category) &&
      (fee.library === 'any' || fee.library === library) &&
      fee.from <= today &&
      (fee.to === 'none' || fee.to >= today),
  );
}

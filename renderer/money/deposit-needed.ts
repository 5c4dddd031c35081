import type { PatronLoan } from '../../contract/workstation/desk.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import { policiesOf } from '../../domain/policy/resolve.ts';

/** A loan that the deposit stands for, with what it counts for. */
export interface SecuredLoan {
  readonly loan: PatronLoan;
  readonly amount: number;
}

/** The home loans whose policies want a deposit. Null when a policy of one of them is not here. */
export function securedLoans(
  loans: readonly PatronLoan[],
  sets: readonly PolicySet[],
): readonly SecuredLoan[] | null {
  const secured: SecuredLoan[] = [];
  for (const shown of loans) {
    const { loan } = shown;
    if (loan.use !== 'home') continue;
    const set = sets.find(({ version }) => version === loan.policy.version);
    const deposit = set && policiesOf(set, loan.policy.gives)?.deposit;
    if (!deposit) return null;
    if (deposit.ceiling === 'cover-price')
      secured.push({ loan: shown, amount: Math.max(loan.price, deposit.minimumPerItem) });
  }
  return secured;
}

import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { policyInForce } from '../../domain/policy/resolve.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { FactException } from '../projection/exceptions.ts';

/** Policies take effect on a day of one zone: every library here is in it. */
const zone = 'Asia/Ho_Chi_Minh';

type Dated = Pick<PolicySet, 'version' | 'effectiveFrom'>;

/**
 * Loans and renewals that a desk made under a policy set when a later one was in force already: it was cut off, or its
 * catalogue is old. What was promised stands; somebody looks whether readers have to be told. One for each set a run
 * of a station's journal was late with. On its first day a set may come after the first loans, so that day is let pass.
 */
export function supersededPolicies(facts: readonly Fact[], sets: readonly Dated[]): readonly FactException[] {
  return facts.flatMap((fact): FactException[] => {
    if (!isLoan(fact)) return [];
    const { version } = fact.body.policy;
    const day = civilDateAt(fact.at, zone);
    const inForce = policyInForce(sets, day);
    const own = sets.find((set) => set.version === version);
    // A set that is not known here yet is one this very station saved.
    if (!inForce || !own || inForce === own || policyInForce([inForce, own], day) !== inForce) return [];
    if (inForce.effectiveFrom >= day) return [];
    return [
      {
        rule: 'policy-superseded',
        envelope: fact,
        body: fact.body,
        about: `${fact.station}/${fact.inc}/${version}`,
        occurredAt: Date.parse(fact.at),
      },
    ];
  });
}

function isLoan(fact: Fact): fact is Extract<Fact, { readonly kind: 'loan.checked-out' | 'loan.renewed' }> {
  return fact.kind === 'loan.checked-out' || fact.kind === 'loan.renewed';
}

/** What pushed facts come to by the policies of their days. Asks only when something was lent. */
export async function policyDoubts(
  trx: Transaction<ProvinceSchema>,
  journals: readonly { readonly facts: readonly Fact[]; readonly library: string | null }[],
): Promise<readonly { readonly exception: FactException; readonly library: string | null }[]> {
  const hasLoans = journals.some(({ facts }) => facts.some(isLoan));
  const sets = hasLoans ? await datedPolicies(trx) : [];
  if (sets.length < 2) return [];
  return journals.flatMap(({ facts, library }) =>
    supersededPolicies(facts, sets).map((exception) => ({ exception, library })),
  );
}

/** The sets the province knows, without their rules. */
async function datedPolicies(trx: Transaction<ProvinceSchema>): Promise<readonly Dated[]> {
  return trx
    .selectFrom('current_row')
    .where('entity', '=', 'policy')
    .select([
      sql<string>`row->>'version'`.as('version'),
      sql<string>`row->>'effectiveFrom'`.as('effectiveFrom'),
    ])
    .execute();
}

import type { Item } from '../catalogue/catalogue.ts';
import type { Patron } from '../patrons/patron.ts';
import type { GivenPolicies, PolicyAnswer } from '../policy/resolve.ts';
import { policiesOf, resolvePolicy } from '../policy/resolve.ts';
import type { PolicyCase, PolicySet } from '../policy/policy.ts';
import type { Loan } from './loan.ts';
import type { DeskView } from './view.ts';

/** What the rules are asked about when `patron` wants `item` at this desk. */
export function policyCase(
  set: Pick<PolicySet, 'ruleLibrary'>,
  desk: string,
  patron: Pick<Patron, 'library' | 'category'>,
  item: Pick<Item, 'library' | 'itemClass' | 'collection'>,
): PolicyCase {
  const library = { desk, patron: patron.library, item: item.library }[set.ruleLibrary];
  return { library, category: patron.category, itemClass: item.itemClass, collection: item.collection };
}

/** The rule for this reader and this copy today; null when there is none. */
export function policyFor(view: DeskView, patron: Patron, item: Item): PolicyAnswer | null {
  const set = view.policySet();
  return set && resolvePolicy(set, policyCase(set, view.library, patron, item));
}

/** The policies a loan was made under: what it costs was promised then. Null when that version is not here. */
export function policiesOfLoan(view: DeskView, loan: Pick<Loan, 'policy'>): GivenPolicies | null {
  const set = view.policyVersion(loan.policy.version);
  return set && policiesOf(set, loan.policy.gives);
}

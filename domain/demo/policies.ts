import type { PolicySet } from '../policy/policy.ts';
import { categories, itemClasses } from './policy/groups.ts';
import { holdPolicies } from './policy/hold-policies.ts';
import { loanPolicies } from './policy/loan-policies.ts';
import { depositPolicies, fees, lossPolicies, overduePolicies } from './policy/money-policies.ts';
import { rules } from './policy/rules.ts';
import { demoUuid } from './uuid.ts';

/** The province's one policy set, in force since the province is what it is. */
export const demoPolicySet: PolicySet = {
  id: demoUuid('policy', 1, 0),
  version: '2025.1',
  effectiveFrom: '2025-07-01',
  // Decree 93/2020 art. 27: period and number of an inter-library loan follow the library that owns the copy.
  ruleLibrary: 'item',
  rules,
  loanPolicies,
  overduePolicies,
  holdPolicies,
  lossPolicies,
  depositPolicies,
  itemClasses,
  categories,
  fees,
  // Ninh Thuận keeps children to their own rooms; no decision at the desk lends them more.
  severities: { age: 'refuse' },
};

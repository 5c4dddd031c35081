import type { PolicyOverview } from '../../contract/workstation/admin.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';

/** The policy set in force, or null while it is not known. */
export function policyOfDay(overview: PolicyOverview | undefined): PolicySet | null {
  return overview?.sets.find(({ version }) => version === overview.inForce) ?? null;
}

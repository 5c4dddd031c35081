import { isCivilDate } from '../../../domain/calendar/day-number.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';
import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import { checkPolicySet } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';

/** The tabs of the editor, in the order in which a policy is made. */
export const policyTabs = [
  'rules',
  'loan',
  'overdue',
  'hold',
  'loss',
  'deposit',
  'groups',
  'fees',
  'severities',
  'whatIf',
] as const;
export type PolicyTab = (typeof policyTabs)[number];

/** Everything that keeps a draft from being saved: what the domain finds, and days the form could not read. */
export function draftFaults(
  set: PolicySet,
  at: { readonly today: CivilDate; readonly versions: readonly string[] },
): readonly PolicyFault[] {
  const found = checkPolicySet(set, { today: at.today, isTaken: at.versions.includes(set.version) });
  const days = [
    ...(isCivilDate(set.effectiveFrom) ? [] : ['effectiveFrom']),
    ...set.fees.flatMap(({ id, from, to }) => [
      ...(isCivilDate(from) ? [] : [`fees.${id}.from`]),
      ...(to === 'none' || isCivilDate(to) ? [] : [`fees.${id}.to`]),
    ]),
    ...set.loanPolicies.flatMap(({ id, hardDue }) =>
      hardDue === 'none' || isCivilDate(hardDue.date) ? [] : [`loanPolicies.${id}.hardDue.date`],
    ),
  ];
  const others = found.filter(({ path }) => !days.includes(path));
  return [...days.map((path): PolicyFault => ({ path, fault: 'blank' })), ...others, ...boundFaults(set)];
}

/** Bounds that only the contract knows: what it would not carry can neither be tried nor saved. */
const oldest = 150;
const longestCard = 240;
const mostTimes = 100;

function boundFaults({ loanPolicies, categories, lossPolicies }: PolicySet): readonly PolicyFault[] {
  const above = (path: string, value: number | string, most: number): readonly PolicyFault[] =>
    typeof value === 'number' && value > most ? [{ path, fault: 'too-large' }] : [];
  return [
    ...loanPolicies.flatMap(({ id, ages }) =>
      ages === 'any'
        ? []
        : [
            ...above(`loanPolicies.${id}.ages.from`, ages.from, oldest),
            ...above(`loanPolicies.${id}.ages.to`, ages.to, oldest),
          ],
    ),
    ...categories.flatMap(({ id, cardMonths }) =>
      above(`categories.${id}.cardMonths`, cardMonths, longestCard),
    ),
    ...lossPolicies.flatMap(({ id, compensation }): readonly PolicyFault[] => {
      if (compensation === 'none' || compensation.kind !== 'times-price') return [];
      const path = `lossPolicies.${id}.compensation.times`;
      return compensation.times === 0
        ? [{ path, fault: 'zero' }]
        : above(path, compensation.times, mostTimes);
    }),
  ];
}

/** The faults at a path or below it. Ids may have dots in them, so paths are compared as text. */
export function faultsUnder(faults: readonly PolicyFault[], path: string): readonly PolicyFault[] {
  return faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
}

/** Where in the editor a fault is put right; null for the version and its day, which stand at the foot. */
export function tabOf({ path }: PolicyFault): PolicyTab | null {
  const [head = ''] = path.split('.');
  switch (head) {
    case 'rules':
      return 'rules';
    case 'loanPolicies':
      return 'loan';
    case 'overduePolicies':
      return 'overdue';
    case 'holdPolicies':
      return 'hold';
    case 'lossPolicies':
      return 'loss';
    case 'depositPolicies':
      return 'deposit';
    case 'itemClasses':
    case 'categories':
      return 'groups';
    case 'fees':
      return 'fees';
    default:
      return null;
  }
}

/** Id of the rule, policy, class, category or fee a fault is in, found among those there are; null for none. */
export function subjectOf(set: PolicySet, { path }: PolicyFault): string | null {
  const dot = path.indexOf('.');
  if (dot === -1) return null;
  const [head, rest] = [path.slice(0, dot), path.slice(dot + 1)];
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = { ...listsOf(set) };
  const ids = (lists[head] ?? []).map(({ id }) => id);
  return (
    ids.filter((id) => rest === id || rest.startsWith(`${id}.`)).toSorted((a, b) => b.length - a.length)[0] ??
    null
  );
}

function listsOf(set: PolicySet) {
  const { rules, loanPolicies, overduePolicies, holdPolicies, lossPolicies, depositPolicies } = set;
  const { itemClasses, categories, fees } = set;
  return {
    rules,
    loanPolicies,
    overduePolicies,
    holdPolicies,
    lossPolicies,
    depositPolicies,
    itemClasses,
    categories,
    fees,
  };
}

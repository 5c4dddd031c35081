import type { ChangedCell } from '../../../domain/policy/impact.ts';
import type { PolicyCase } from '../../../domain/policy/policy.ts';
import type { Change } from './promise-diff.ts';

/** Cells that change in the same way: fifty lines that say one thing are one line. */
export interface ImpactGroup {
  readonly key: string;
  /** `QT-01`, or null where no rule matched. */
  readonly before: string | null;
  readonly after: string | null;
  readonly changes: readonly Change[];
  readonly cases: readonly PolicyCase[];
}

/** The changed cells, those that change alike together, in the order in which they come up. */
export function impactGroups(
  cells: readonly ChangedCell[],
  changesOf: (cell: ChangedCell) => readonly Change[],
): readonly ImpactGroup[] {
  const groups = new Map<
    string,
    { readonly first: Omit<ImpactGroup, 'cases'>; readonly cases: PolicyCase[] }
  >();
  for (const cell of cells) {
    const before = cell.before?.rule.id ?? null;
    const after = cell.after?.rule.id ?? null;
    const changes = changesOf(cell);
    const key = JSON.stringify([before, after, changes]);
    const group = groups.get(key);
    if (group) group.cases.push(cell.subject);
    else groups.set(key, { first: { key, before, after, changes }, cases: [cell.subject] });
  }
  return [...groups.values()].map(({ first, cases }) => Object.assign(first, { cases }));
}

import type { PolicyCase, PolicySet } from './policy.ts';
import type { PolicyAnswer } from './resolve.ts';
import { resolvePolicy } from './resolve.ts';

/** The values a province has of each criterion: their product is every cell the rules decide. */
export interface PolicySpace {
  readonly libraries: readonly string[];
  readonly categories: readonly string[];
  readonly itemClasses: readonly string[];
  readonly collections: readonly string[];
}

/** One cell whose answer another version changes. Null: no rule. */
export interface ChangedCell {
  readonly subject: PolicyCase;
  readonly before: PolicyAnswer | null;
  readonly after: PolicyAnswer | null;
}

export interface PolicyImpact {
  readonly cells: number;
  readonly changed: number;
  /** The first changed cells, at most as many as were asked for. */
  readonly examples: readonly ChangedCell[];
}

/** Which cells of `space` are decided differently by `after`: by other policies, or by other words in them. */
export function impactOf(
  before: PolicySet | null,
  after: PolicySet,
  space: PolicySpace,
  exampleLimit: number,
): PolicyImpact {
  const examples: ChangedCell[] = [];
  let cells = 0;
  let changed = 0;
  for (const subject of casesOf(space)) {
    cells += 1;
    const was = before && resolvePolicy(before, subject);
    const is = resolvePolicy(after, subject);
    if (isSamePromise(was, is)) continue;
    changed += 1;
    if (examples.length < exampleLimit) examples.push({ subject, before: was, after: is });
  }
  return { cells, changed, examples };
}

/** One answer a what-if asks for. */
export interface WhatIf {
  readonly subject: PolicyCase;
  readonly answer: PolicyAnswer | null;
}

/** What a set answers to every case of `space`: N readers by M copies. */
export function whatIf(set: PolicySet, space: PolicySpace): readonly WhatIf[] {
  return [...casesOf(space)].map((subject) => ({ subject, answer: resolvePolicy(set, subject) }));
}

function* casesOf({ libraries, categories, itemClasses, collections }: PolicySpace): Generator<PolicyCase> {
  for (const library of libraries)
    for (const category of categories)
      for (const itemClass of itemClasses)
        for (const collection of collections) yield { library, category, itemClass, collection };
}

/** Another rule with the same policies promises the reader the same. */
function isSamePromise(a: PolicyAnswer | null, b: PolicyAnswer | null): boolean {
  return promise(a) === promise(b);
}

function promise(answer: PolicyAnswer | null): string {
  if (!answer) return '';
  const { loan, overdue, hold, loss, deposit } = answer;
  return JSON.stringify([loan, overdue, hold, loss, deposit]);
}

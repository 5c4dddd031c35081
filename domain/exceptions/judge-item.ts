import type { Catalogued } from '../facts/catalogued.ts';
import type { Fact } from '../facts/fact.ts';
import type { Disagreement } from './exception.ts';

/**
 * A copy that nobody has catalogued and no desk has added: its record was taken away, or the desk that added it never
 * told of it. `facts` are those of the copy in history order; the first that lends, takes back or marks it stands for all.
 */
export function judgeItem(
  id: string,
  facts: readonly Fact[],
  { begun, item }: Catalogued,
): readonly Disagreement[] {
  if (!begun || item(id)) return [];
  if (facts.some((fact) => fact.kind === 'item.fast-added' && fact.body.item.id === id)) return [];
  const first = facts.find(({ kind }) => kind !== 'exception.resolved');
  return first === undefined ? [] : [{ rule: 'unknown-item', item: id, patron: null, facts: [first.id] }];
}

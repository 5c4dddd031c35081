import type { Fact } from '../facts/fact.ts';

/** A gate alarms for a tag that is `on`; only a copy that a reader may take home is `off`. */
export type TagSecurity = 'on' | 'off';

/** What the tags of a copy must say after this fact; null where the fact says nothing of it. */
export function securityAfter(fact: Fact): { readonly item: string; readonly security: TagSecurity } | null {
  switch (fact.kind) {
    case 'loan.checked-out':
      // Used in the reading room, it must not pass the gate.
      return { item: fact.body.item, security: fact.body.use === 'home' ? 'off' : 'on' };
    case 'loan.returned':
    case 'hold.trapped':
      return { item: fact.body.item, security: 'on' };
    case 'item.marked':
      return fact.body.mark === 'found' ? { item: fact.body.item, security: 'on' } : null;
    case 'act.undone':
      return ofRestored(fact);
    default:
      return null;
  }
}

/** Undone, the copy is where it was: with a reader, or here. */
function ofRestored({ body }: Extract<Fact, { readonly kind: 'act.undone' }>): {
  readonly item: string;
  readonly security: TagSecurity;
} | null {
  const loansHome = new Set(
    body.restores.flatMap(({ entity, id, row }) => (entity === 'loan' && row?.use === 'home' ? [id] : [])),
  );
  for (const { entity, id, row } of body.restores) {
    if (entity !== 'item-state') continue;
    const out = row?.state.status === 'on-loan' && loansHome.has(row.state.loan);
    return { item: id, security: out ? 'off' : 'on' };
  }
  return null;
}

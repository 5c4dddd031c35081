import type { Fact } from '../facts/fact.ts';
import type { Disagreement } from './exception.ts';

/** A copy that a desk has put aside for the hold, or what has closed the hold. */
interface Known {
  readonly fact: string;
  readonly item: string | null;
}

/**
 * Copies that were put aside for a hold by desks that did not know of each other: a second one while the first still
 * stands there, or one for a hold that was filled or ended already. Each stands on a shelf for nobody. `facts` are
 * those of the hold in history order.
 */
export function judgeHold(facts: readonly Fact[]): readonly Disagreement[] {
  const found: Disagreement[] = [];
  let aside: Known | null = null;
  let closed: Known | null = null;
  for (const fact of facts) {
    switch (fact.kind) {
      case 'hold.trapped':
      case 'transit.sent': {
        const { item } = fact.body;
        // What closed the hold has taken this very copy into account: its desk's clock is a little ahead.
        const other: Known | null = closed ?? aside;
        if (other !== null && other.item !== item)
          found.push({ rule: 'hold-trapped-elsewhere', item, patron: null, facts: [other.fact, fact.id] });
        if (closed === null) aside = { fact: fact.id, item };
        break;
      }
      case 'hold.released':
        if (aside?.item === fact.body.item) aside = null;
        break;
      case 'loan.checked-out':
      case 'hold.ended':
        closed ??= { fact: fact.id, item: fact.body.item };
        break;
      default:
    }
  }
  return found;
}

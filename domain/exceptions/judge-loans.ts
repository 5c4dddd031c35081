import type { Patron } from '../patrons/patron.ts';
import type { Catalogued } from '../facts/catalogued.ts';
import type { Fact } from '../facts/fact.ts';
import { civilDateAt } from '../calendar/calendar.ts';
import { evolvePatron } from '../patrons/evolve-patron.ts';
import type { Disagreement } from './exception.ts';

/** A block lasts for days of one zone: every library here is in it. */
const zone = 'Asia/Ho_Chi_Minh';

/**
 * What to say of a reader's loans once everything about the reader is known: a desk that was cut off could not know
 * of a block, or knew a reader whom nobody has told the province of. `facts` are those of the reader in history order, their check-outs among them; `published` is the
 * reader's row without them.
 */
export function judgeLoans(
  id: string,
  published: Patron | null,
  facts: readonly Fact[],
  { begun }: Pick<Catalogued, 'begun'>,
): readonly Disagreement[] {
  let patron = published;
  const found: Disagreement[] = [];
  for (const fact of facts) {
    patron = evolvePatron(patron, fact);
    if (fact.kind !== 'loan.checked-out' || fact.body.patron !== id) continue;
    // One is enough to find the reader by.
    if (begun && patron === null && found.length === 0)
      found.push({ rule: 'unknown-patron', item: fact.body.item, patron: id, facts: [fact.id] });
    if (patron !== null && isBlockPassedOver(patron, fact))
      found.push({
        rule: 'blocked-patron-borrowed',
        item: fact.body.item,
        patron: id,
        facts: [fact.id],
      });
  }
  return found;
}

/** True when the reader was blocked at the time and nobody at the desk has passed it knowingly. */
function isBlockPassedOver(
  { block }: Patron,
  { at, body }: Extract<Fact, { readonly kind: 'loan.checked-out' }>,
): boolean {
  if (block === null || Date.parse(block.at) > Date.parse(at)) return false;
  if (block.until !== 'endless' && block.until < civilDateAt(at, zone)) return false;
  return !body.overrides.some(({ check }) => check === 'card-blocked');
}

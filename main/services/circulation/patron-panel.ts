import type { PatronLoan, DeskPatron } from '../../../contract/workstation/desk.ts';
import { cardReasons } from '../../../domain/circulation/decide.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';
import { policyInForce, resolvePolicy } from '../../../domain/policy/policy.ts';
import type { Lookup } from '../../store/mirror/lookup.ts';

/** The case asked about when the panel says "3/5": an ordinary book on open shelves. */
const ordinaryItem = { itemClass: 'sach', collection: 'kho-mo' } as const;

/** Everything the reader panel shows, or null when the reader is not (or no longer) known here. */
export function patronPanel(
  lookup: Lookup,
  library: string,
  today: CivilDate,
  id: string,
): DeskPatron | null {
  const patron = lookup.patron(id);
  if (!patron) return null;
  const policySet = policyInForce(lookup.policySets(), today);
  const policy =
    policySet && resolvePolicy(policySet, { library, category: patron.category, ...ordinaryItem });
  const limit = policy?.loanPolicy.maxLoans;
  return {
    patron,
    loans: lookup.openLoansOfPatron(id).map(({ loan, provisional }): PatronLoan => ({
      loan,
      item: lookup.itemSummary(loan.item) ?? unknownCopy(loan.item),
      overdue: loan.due < today,
      provisional,
    })),
    maxLoans: typeof limit === 'number' ? limit : null,
    blocks: cardReasons(patron, today),
  };
}

/** A loan counts against the limit even while its copy has not been fetched yet, so it is shown. */
function unknownCopy(id: string): PatronLoan['item'] {
  return { id, barcode: '', title: '', author: '', callNumber: '', library: '' };
}

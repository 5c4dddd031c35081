import type { Biblio, Item } from '../catalogue/catalogue.ts';
import type { LoanUse } from '../facts/bodies/loans.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import { debtOf, depositHeld } from '../money/debt.ts';
import { ageOn } from '../patrons/age.ts';
import type { Patron } from '../patrons/patron.ts';
import type { Check } from '../policy/checks.ts';
import type { DepositPolicy, LoanPolicy } from '../policy/policies.ts';
import type { PolicyAnswer } from '../policy/resolve.ts';
import { isOverdue } from './due.ts';
import type { LimitCount } from './explanation.ts';
import type { FindingList } from './findings.ts';
import { countLimits } from './limits.ts';
import type { LoanInHand } from './loan.ts';
import type { DeskSituation, DeskView } from './view.ts';

/** What stands on the card itself and refuses every loan. */
export function cardFindings(
  patron: Patron,
  today: string,
): readonly { readonly check: Check; readonly reason: Reason }[] {
  const { card, expires, block } = patron;
  const blocked = block !== null && (block.until === 'endless' || block.until >= today) ? block : null;
  return [
    ...(patron.cardLost ? [{ check: 'card-lost', reason: reason('LT-1209', { card }) } as const] : []),
    ...(expires < today
      ? [{ check: 'card-expired', reason: reason('LT-1201', { card, expires }) } as const]
      : []),
    ...(blocked
      ? [
          {
            check: 'card-blocked',
            reason: reason('LT-1202', { card, until: blocked.until, why: blocked.reason }),
          } as const,
        ]
      : []),
  ];
}

/** Debts of the reader and of the readers who stand or fall together. */
export function addDebts(
  list: FindingList,
  view: DeskView,
  patron: Patron,
  policy: Pick<LoanPolicy, 'debtLimit' | 'familyDebtLimit'>,
): void {
  const { debtLimit, familyDebtLimit } = policy;
  if (debtLimit !== 'unlimited') {
    const debt = debtOf(view.chargesOf(patron.id));
    if (debt > debtLimit) list.add('debt', reason('LT-1213', { debt, debtLimit }));
  }
  if (familyDebtLimit === 'unlimited') return;
  const head = patron.guarantor ?? patron.id;
  const wards = view.wardsOf(head).map(({ id }) => id);
  // A reader who answers for nobody and for whom nobody answers has no family here.
  if (patron.guarantor === null && wards.length === 0) return;
  const debt = [...new Set([head, patron.id, ...wards])].reduce(
    (sum, member) => sum + debtOf(view.chargesOf(member)),
    0,
  );
  if (debt > familyDebtLimit)
    list.add('family-debt', reason('LT-1214', { debt, debtLimit: familyDebtLimit }));
}

/** Age asked for by the policy or by the record. A missing birth date asks; it never passes in silence. */
export function addAge(
  list: FindingList,
  today: string,
  patron: Patron,
  ages: LoanPolicy['ages'],
  minAge: Biblio['minAge'],
): void {
  const bounds = [
    ...(ages === 'any' ? [] : [ages]),
    ...(minAge === 'any' ? [] : [{ from: minAge, to: 'unlimited' } as const]),
  ];
  if (bounds.length === 0) return;
  if (patron.birthDate === null) {
    list.add('birth-date-missing', reason('LT-1212', { from: Math.max(...bounds.map(({ from }) => from)) }));
    return;
  }
  const age = ageOn(patron.birthDate, today);
  const broken = bounds.find(({ from, to }) => age < from || (to !== 'unlimited' && age > to));
  if (broken) list.add('age', reason('LT-1211', { age, from: broken.from, to: broken.to }));
}

export function addOverdue(
  list: FindingList,
  at: Pick<DeskSituation, 'today' | 'now'>,
  loans: readonly LoanInHand[],
  policy: Pick<LoanPolicy, 'overdueLimit'>,
): void {
  const count = loans.filter((loan) => loan.claimedReturnedAt === null && isOverdue(loan.due, at)).length;
  if (policy.overdueLimit !== 'unlimited' && count >= policy.overdueLimit && count > 0)
    list.add('overdue-loans', reason('LT-1215', { count }));
}

/** Adds every limit that is reached, and gives the one an explanation shows. */
export function addLimits(
  list: FindingList,
  view: DeskView,
  loans: readonly LoanInHand[],
  answer: PolicyAnswer,
  item: Item,
  use: LoanUse,
): LimitCount | null {
  const set = view.policySet();
  if (!set) return null;
  const counted = countLimits(set, answer.loan.limits, loans, {
    itemClass: item.itemClass,
    use,
    library: view.library,
  });
  const reached = counted.filter(({ count, max }) => count >= max);
  for (const { limit, count, max } of reached) {
    const check = limit.use === 'reading-room' ? 'reading-room-one' : 'limit';
    const { itemClass, library } = limit;
    const name = set.itemClasses.find(({ id }) => id === itemClass)?.name ?? itemClass;
    list.add(
      check,
      reason(check === 'limit' ? 'LT-1203' : 'LT-1216', { count, max, itemClass: name, library }),
    );
  }
  return reached[0] ?? counted[0] ?? null;
}

/** The cover prices on loan together must stay within what the reader left as deposit. */
export function addDeposit(
  list: FindingList,
  view: DeskView,
  loans: readonly LoanInHand[],
  deposit: DepositPolicy,
  patron: Patron,
  item: Item,
): void {
  if (deposit.ceiling === 'none') return;
  const worth = (price: number): number => Math.max(price, deposit.minimumPerItem);
  const held = depositHeld(view.paymentsOf(patron.id));
  const onLoan = loans.filter(({ use }) => use === 'home').reduce((sum, loan) => sum + worth(loan.price), 0);
  const price = worth(item.price);
  const short = onLoan + price - held;
  if (short > 0) list.add('deposit', reason('LT-1217', { held, onLoan, price, short }));
}

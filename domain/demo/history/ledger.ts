import type { Decision } from '../../circulation/decide.ts';
import { decideCheckout, decideRenewal, decideReturn } from '../../circulation/decide.ts';
import { currentLoan, emptyHistory, evolveItem } from '../../circulation/fold.ts';
import type { ItemHistory } from '../../circulation/fold.ts';
import type { Loan } from '../../circulation/loan.ts';
import type { CivilDate, Fact } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import { demoPolicySet } from '../policies.ts';
import type { Copy, DemoDesk } from './desk.ts';

/** Turns a decision made on a day into the journal's fact, or null for a refusal. */
export type Journal = (decision: Decision, today: CivilDate, minute: number) => Fact | null;

/** Who has what, while the history is being made. Every act goes through the rules of the domain. */
export interface Ledger {
  readonly isOut: (copy: Copy) => boolean;
  readonly loansOf: (reader: Patron) => readonly Loan[];
  readonly lend: (reader: Patron, copy: Copy, today: CivilDate, minute: number) => Fact | null;
  readonly renew: (reader: Patron, copy: Copy, today: CivilDate, minute: number) => Fact | null;
  readonly takeBack: (copy: Copy, today: CivilDate, minute: number) => Fact | null;
  readonly openLoan: (copy: Copy) => Loan | null;
}

export function makeLedger(desk: DemoDesk, journal: Journal): Ledger {
  const histories = new Map<string, ItemHistory>();
  const byReader = new Map<string, Map<string, Loan>>();
  const openLoan = ({ item }: Copy): Loan | null => currentLoan(histories.get(item.id) ?? emptyHistory);
  const view = { library: desk.library.id, policySet: demoPolicySet, calendar: desk.calendar };

  const record = (copy: Copy, fact: Fact | null): Fact | null => {
    if (!fact) return null;
    const before = openLoan(copy);
    histories.set(copy.item.id, evolveItem(histories.get(copy.item.id) ?? emptyHistory, fact));
    const after = openLoan(copy);
    const reader = (after ?? before)?.patron;
    if (reader !== undefined) {
      const loans = byReader.get(reader) ?? new Map<string, Loan>();
      if (after) loans.set(copy.item.id, after);
      else loans.delete(copy.item.id);
      byReader.set(reader, loans);
    }
    return fact;
  };
  const loansOf = (reader: Patron): readonly Loan[] => [...(byReader.get(reader.id)?.values() ?? [])];

  return {
    isOut: (copy) => openLoan(copy) !== null,
    loansOf,
    openLoan,
    lend: (patron, copy, today, minute) => {
      const decision = decideCheckout({
        ...view,
        today,
        patron,
        item: copy.item,
        openLoan: openLoan(copy),
        patronLoanCount: loansOf(patron).length,
      });
      return record(copy, journal(decision, today, minute));
    },
    renew: (patron, copy, today, minute) => {
      const loan = openLoan(copy);
      if (!loan) return null;
      const decision = decideRenewal({ ...view, today, patron, item: copy.item, loan });
      return record(copy, journal(decision, today, minute));
    },
    takeBack: (copy, today, minute) => {
      const decision = decideReturn({
        library: desk.library.id,
        libraryName: desk.library.name,
        item: copy.item,
        openLoan: openLoan(copy),
      });
      return record(copy, journal(decision, today, minute));
    },
  };
}

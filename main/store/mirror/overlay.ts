import type { ItemHistory } from '../../../domain/circulation/fold.ts';
import { emptyHistory, evolveItem } from '../../../domain/circulation/fold.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import type { Fact } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * The overlay: facts of this station that the mirror's rows do not hold yet, folded over them. Downloads
 * never wait for uploads, and what the desk did is seen at the desk at once.
 */
export interface Overlay {
  /** Adds one new fact on top of what is shown for its item. */
  apply(fact: Fact): void;
  /** Forgets everything and folds `facts` (in sequence order) over the mirror again. */
  rebuild(facts: Iterable<Fact>): void;
  /**
   * The mirror's rows now hold this station's facts up to `includes`, and rows of `items` are new: folds what
   * is left of those items' facts over them. `factAtSeq` gives the fact of a sequence.
   */
  settle(includes: number, items: Iterable<string>, factAtSeq: (seq: number) => Fact | null): void;
}

interface LoanRow {
  readonly row: string;
}

/** Decodes a loan written by this program from a validated row or its own fold. */
export function parseLoan(row: string): Loan {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(row) as Loan;
}

export function overlayOver(db: Sqlite): Overlay {
  const isOverlaid = db.prepare<[string], { item: string }>('select item from overlay_item where item = ?');
  const overlaid = db.prepare<[string], LoanRow>('select row from overlay_loan where item = ? order by id');
  const mirrored = db.prepare<[string], LoanRow>('select row from loan where item = ? order by id');
  const mark = db.prepare('insert or ignore into overlay_item values (?)');
  const forget = db.prepare('delete from overlay_loan where item = ?');
  const put = db.prepare('insert into overlay_loan values (?, ?, ?, ?)');
  const unmark = db.prepare('delete from overlay_item where item = ?');
  const note = db.prepare('insert into overlay_fact values (?, ?)');
  const factsOf = db.prepare<[string], { seq: number }>(
    'select seq from overlay_fact where item = ? order by seq',
  );
  const included = db.prepare<[number], { item: string }>(
    'delete from overlay_fact where seq <= ? returning item',
  );

  const shown = (item: string): ItemHistory => {
    const rows = isOverlaid.get(item) ? overlaid.all(item) : mirrored.all(item);
    return { ...emptyHistory, loans: rows.map(({ row }) => parseLoan(row)) };
  };
  const write = (item: string, loans: readonly Loan[]): void => {
    mark.run(item);
    forget.run(item);
    for (const loan of loans) {
      if (loan.returnedAt === null) put.run(loan.id, loan.item, loan.patron, JSON.stringify(loan));
    }
  };
  const foldOver = (fact: Fact): void => {
    const { item } = fact.body;
    const { loans } = shown(item);
    // Rows may be ahead of a fact that waits: a loan made after it, by another desk, is not its business.
    const later = loans.filter((loan) => isLater(loan, fact));
    const before = loans.filter((loan) => !later.includes(loan));
    write(item, [...evolveItem({ ...emptyHistory, loans: before }, fact).loans, ...later]);
  };
  const apply = (fact: Fact): void => {
    note.run(fact.seq, fact.body.item);
    foldOver(fact);
  };

  return {
    apply,
    rebuild(facts) {
      db.exec('delete from overlay_item; delete from overlay_loan; delete from overlay_fact');
      for (const fact of facts) apply(fact);
    },
    settle(includes, items, factAtSeq) {
      for (const item of new Set([...items, ...included.all(includes).map((fact) => fact.item)])) {
        unmark.run(item);
        forget.run(item);
        for (const { seq } of factsOf.all(item)) {
          const fact = factAtSeq(seq);
          if (fact) foldOver(fact);
        }
      }
    },
  };
}

function isLater(loan: Loan, fact: Fact): boolean {
  const named = fact.kind === 'loan.checked-out' ? fact.id : fact.body.loan;
  return loan.id !== named && Date.parse(loan.checkedOutAt) > Date.parse(fact.at);
}

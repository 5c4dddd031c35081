/**
 * What the stations of other libraries may hold of a row: one rule for each kind of row, and why.
 * Law 91/2025 on personal data; Law on Libraries art. 7 and 8. No more than a desk needs to lend to every reader of
 * the province, to take every copy back, and to count limits and debts without a line. Decision: ADR 0018.
 */
import type { Entity, EntityRow, EntityRows } from '../catalogue/rows.ts';
import { isOpenHold } from '../holds/hold.ts';
import { outstanding } from '../money/charge.ts';

/** What a row does not say itself and its view depends on. */
export interface RowAbout {
  /** The libraries that own the restricted copy or title that the row is about; null where nothing is restricted. */
  readonly onlyFor: readonly string[] | null;
  /** Library that owns the copy the row is about; null where nobody has catalogued one. */
  readonly owner: string | null;
  /** Home library of the reader that the row is about, or library of the station that a receipt range is for. */
  readonly home: string | null;
}

export interface View {
  /** Libraries that get the row as it is. */
  readonly full: 'everybody' | readonly string[];
  /** What all others get: the row with parts emptied, or nothing. */
  readonly others: EntityRow | null;
}

type Rule<E extends Entity> = (
  row: EntityRows[E],
  about: RowAbout,
) => { readonly full: View['full']; readonly others: EntityRows[E] | null };

const everybody = { full: 'everybody', others: null } as const;

const rules: { readonly [E in Entity]: Rule<E> } = {
  // The union catalogue and what due dates anywhere are worked out from. Nothing in them is about a reader.
  library: () => everybody,
  biblio: () => everybody,
  item: () => everybody,
  policy: () => everybody,
  calendar: () => everybody,

  // A library prints its own slips.
  template: ({ library }) => onlyOf(library),

  // Receipt numbers are of use at the library whose station may write them.
  'receipt-range': (_row, { home }) => onlyOf(home),

  // Another library's desk has to know the card, and whether it may lend. What identifies a person, where the person
  // can be found, why somebody is blocked, and what the person agreed to is the home library's.
  patron: (row) => ({
    full: named(row.library),
    others: {
      ...row,
      birthDate: null,
      block: row.block && { ...row.block, reason: '' },
      exemptions: [],
      consents: [],
      sealed: null,
    },
  }),

  // Any desk takes a copy back and counts what a reader has in hand. Where it has ended a loan is what somebody has
  // read: that stays with the libraries that lent it, own the copy, took it back, or know the reader.
  loan: (row, { owner, home }) =>
    row.returnedAt === null
      ? everybody
      : { full: named(row.library, row.returnedTo, owner, home), others: null },

  // Where a copy is, everybody may know; who had it last, the owner and the desk that took it back.
  'item-state': (row, { owner }) => ({
    full: named(owner, row.lastLoan?.library),
    others: {
      ...row,
      lastLoan: null,
      state: row.state.status === 'withdrawn' ? { ...row.state, decision: '' } : row.state,
    },
  }),

  // A copy must be caught for its hold at any desk. Notes are for the desks that serve it.
  hold: (row, { owner, home }) => ({
    full: named(row.library, row.pickup, owner, home),
    others: isOpenHold(row) ? { ...row, note: '' } : null,
  }),

  // Debts count everywhere, and every desk takes money. Grounds of a waiver can be health or poverty. What is settled
  // counts only where it comes from a loan, whose charge may be worked out once more; then the copy is not named.
  charge: (row, { owner, home }) => ({
    full: named(row.library, owner, home),
    others: reducedCharge(row),
  }),

  // Deposits are compared with what is on loan wherever it is lent. Other money is between the reader and the desk.
  payment: (row, { home }) => ({
    full: named(row.library, home),
    others:
      row.purpose === 'deposit' || row.purpose === 'deposit-refund'
        ? {
            ...row,
            by: '',
            allocations: [],
            drawer: null,
            tendered: null,
            receipt: { kind: 'provisional', text: '' },
            bill: null,
            reversedFrom: null,
          }
        : null,
  }),

  // Free text of one library's staff; one library's cash.
  message: ({ library }) => onlyOf(library),
  drawer: ({ library }) => onlyOf(library),

  // Work for the libraries it names and the owner of the copy. Where it names none whoever looks may take it up,
  // without the reader.
  exception: (row, { owner }) => ({
    full: named(owner, ...row.libraries),
    others:
      row.libraries.length > 0
        ? null
        : {
            ...row,
            patron: null,
            sides: row.sides.map((side) => ({ ...side, patron: null, due: null, amount: null })),
            resolved: row.resolved && { ...row.resolved, note: '' },
          },
  }),
};

/** The view of a row by its rule alone, whatever is restricted. */
export function viewOf({ entity, row }: EntityRow, about: RowAbout): View {
  // `entity` and `row` come from one `EntityRow`, so the rule is the row's.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const rule = rules[entity] as Rule<Entity>;
  const { full, others } = rule(row, about);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { full, others: others && ({ entity, row: others } as EntityRow) };
}

function reducedCharge(row: EntityRows['charge']): EntityRows['charge'] | null {
  const open = outstanding(row) !== 0;
  if (!open && row.loan === null) return null;
  const waivers = row.waivers.map((waiver) => ({ ...waiver, ground: '' }));
  const named = open ? {} : { item: null, title: '' };
  return { ...row, ...named, waivers, note: '' };
}

function onlyOf(library: string | null): { readonly full: readonly string[]; readonly others: null } {
  return { full: named(library), others: null };
}

function named(...libraries: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(libraries)].flatMap((one) => one ?? []);
}

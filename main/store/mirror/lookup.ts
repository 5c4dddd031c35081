import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Item, Library } from '../../../domain/catalogue/catalogue.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import type { ItemSummary } from '../../../contract/workstation/desk.ts';
import type { Sqlite } from '../sqlite.ts';
import { parseLoan } from './overlay.ts';

interface OpenLoan {
  readonly loan: Loan;
  /** True while the province has not confirmed the latest act on this copy. */
  readonly provisional: boolean;
}

/** Point reads of the mirror with the overlay on top. */
export interface Lookup {
  /** At most 20, those of `library` first: numbers are unique only inside one. */
  patronsByCode(code: string, library: string): readonly Patron[];
  itemsByCode(code: string, library: string): readonly Item[];
  patron(id: string): Patron | null;
  item(id: string): Item | null;
  itemSummary(id: string): ItemSummary | null;
  library(id: string): Library | null;
  policySets(): readonly PolicySet[];
  /** The library's calendar; one that never closes when the province sent none. */
  calendar(library: string): Calendar;
  openLoanOfItem(item: string): OpenLoan | null;
  openLoan(id: string): OpenLoan | null;
  openLoansOfPatron(patron: string): readonly OpenLoan[];
  openLoanCount(patron: string): number;
  /** True before the first library has arrived from the province. */
  isEmpty(): boolean;
}

interface JsonRow {
  readonly row: string;
}
interface LoanRow extends JsonRow {
  readonly provisional: number;
}

const patronColumns = 'id, library, card, name, category, status, expires';
const itemColumns =
  'id, biblio, library, barcode, call_number as callNumber, item_class as itemClass, collection, price, status';

export function lookupOver(db: Sqlite): Lookup {
  const patronsByCode = db.prepare<[string, string], Patron>(
    `select ${patronColumns} from patron where code = ? order by library <> ? limit 20`,
  );
  const patron = db.prepare<[string], Patron>(`select ${patronColumns} from patron where id = ?`);
  const itemsByCode = db.prepare<[string, string], Item>(
    `select ${itemColumns} from item where code = ? order by library <> ? limit 20`,
  );
  const item = db.prepare<[string], Item>(`select ${itemColumns} from item where id = ?`);
  const summary = db.prepare<[string], ItemSummary>(
    `select item.id, item.barcode, coalesce(biblio.title, '') as title, coalesce(biblio.author, '') as author,
       item.call_number as callNumber, item.library
     from item left join biblio on biblio.id = item.biblio where item.id = ?`,
  );
  const library = db.prepare<[string], JsonRow>('select row from library where id = ?');
  const anyLibrary = db.prepare<[], { found: number }>('select 1 as found from library limit 1');
  const policies = db.prepare<[], JsonRow>('select row from policy');
  const calendar = db.prepare<[string], JsonRow>('select row from calendar where library = ?');
  const loansOfItem = db.prepare<[string], LoanRow>('select row, provisional from open_loan where item = ?');
  const loanById = db.prepare<[string], LoanRow>('select row, provisional from open_loan where id = ?');
  const loansOfPatron = db.prepare<[string], LoanRow>(
    'select row, provisional from open_loan where patron = ?',
  );
  // Counted in the two tables: through the view SQLite would read every loan's row to count it.
  const loanCount = db.prepare<[string, string], { n: number }>(
    `select (select count(*) from overlay_loan where patron = ?)
       + (select count(*) from loan where patron = ? and item not in (select item from overlay_item)) as n`,
  );

  return {
    patronsByCode: (code, desk) => patronsByCode.all(code, desk),
    itemsByCode: (code, desk) => itemsByCode.all(code, desk),
    patron: (id) => patron.get(id) ?? null,
    item: (id) => item.get(id) ?? null,
    itemSummary: (id) => summary.get(id) ?? null,
    library: (id) => parseRow<Library>(library.get(id)),
    policySets: () => policies.all().map(({ row }) => parse<PolicySet>(row)),
    calendar: (id) =>
      parseRow<Calendar>(calendar.get(id)) ?? {
        id: `none-${id}`,
        library: id,
        weeklyClosed: [],
        closures: [],
      },
    openLoanOfItem: (id) => loansOfItem.all(id).map(openLoanOf).sort(latestFirst).at(0) ?? null,
    openLoan: (id) => {
      const row = loanById.get(id);
      return row ? openLoanOf(row) : null;
    },
    openLoansOfPatron: (id) => loansOfPatron.all(id).map(openLoanOf).sort(soonestDueFirst),
    openLoanCount: (id) => loanCount.get(id, id)?.n ?? 0,
    isEmpty: () => anyLibrary.get() === undefined,
  };
}

function openLoanOf({ row, provisional }: LoanRow): OpenLoan {
  return { loan: parseLoan(row), provisional: provisional === 1 };
}

function latestFirst(a: OpenLoan, b: OpenLoan): number {
  return a.loan.checkedOutAt < b.loan.checkedOutAt ? 1 : -1;
}

function soonestDueFirst(a: OpenLoan, b: OpenLoan): number {
  if (a.loan.due !== b.loan.due) return a.loan.due < b.loan.due ? -1 : 1;
  return a.loan.id < b.loan.id ? -1 : 1;
}

function parseRow<T>(row: JsonRow | undefined): T | null {
  return row ? parse<T>(row.row) : null;
}

function parse<T>(row: string): T {
  // Written by `rowWriter` from a row that passed its schema when it arrived.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(row) as T;
}

import { addDays } from '../../../domain/calendar/calendar.ts';
import { noCalendar } from '../../../domain/calendar/no-calendar.ts';
import type { Item } from '../../../domain/catalogue/catalogue.ts';
import type { ItemCirculation } from '../../../domain/circulation/item-state.ts';
import { untouched } from '../../../domain/circulation/item-state.ts';
import type { Loan, LoanInHand } from '../../../domain/circulation/loan.ts';
import type { DeskSituation, DeskView, ReceiptSource } from '../../../domain/circulation/view.ts';
import type { Hold } from '../../../domain/holds/hold.ts';
import { compareHolds } from '../../../domain/holds/queue.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { Charge } from '../../../domain/money/charge.ts';
import type { Drawer } from '../../../domain/money/drawer.ts';
import type { Payment } from '../../../domain/money/payment.ts';
import type { Message } from '../../../domain/patrons/message.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import { policyInForce } from '../../../domain/policy/resolve.ts';
import type { Sqlite } from '../sqlite.ts';
import { historyDaysKept } from './history.ts';
import { aboutKey } from './rows.ts';
import type { Settings } from './settings.ts';
import type { StoredRows } from './stored-rows.ts';
import { itemColumns, parseRow } from './stored-rows.ts';

interface JsonRow {
  readonly row: string;
}

/** Makes the view of a desk at one moment, over the mirror's tables. */
export type DeskViews = (situation: DeskSituation) => DeskView;

export function deskViewsOver(db: Sqlite, rows: StoredRows, settings: Settings): DeskViews {
  const list = <T>(sql: string) => {
    const statement = db.prepare<string[], JsonRow>(sql);
    return (...bound: string[]): readonly T[] => statement.all(...bound).map((row) => parseRow<T>(row));
  };
  const first = <T>(sql: string) => {
    const statement = db.prepare<string[], JsonRow>(sql);
    return (...bound: string[]): T | null => {
      const row = statement.get(...bound);
      return row ? parseRow<T>(row) : null;
    };
  };
  const patronByCard = first<Patron>('select row from patron where code = ? and library = ? limit 1');
  const patronByAlias = first<Patron>(
    'select row from patron where id in (select patron from patron_alias where alias = ?) limit 1',
  );
  const wards = list<Patron>('select row from patron where guarantor = ?');
  const itemByBarcode = db.prepare<[string, string], Item>(
    `select ${itemColumns} from item where code = ? and library = ? limit 1`,
  );
  const copies = db.prepare<[string], Item & { readonly state: string | null }>(
    `select ${itemColumns}, (select row from item_state where item_state.id = item.id) as state
     from item where biblio = ?`,
  );
  const openLoans = list<Loan>('select row from loan where patron = ? and open = 1');
  const inHand = db.prepare<[string], LoanInHand>(
    `select id, item, barcode, biblio, item_class as itemClass, price, library, use, due,
       claimed_at as claimedReturnedAt from loan where patron = ? and open = 1`,
  );
  const loansDue = list<Loan>(
    'select row from loan where library = ? and open = 1 and due_day >= ? and due_day <= ?',
  );
  const recentReturns = list<Loan>(
    'select row from loan where library = ? and returned_day is not null and returned_day >= ?',
  );
  const hadBefore = db.prepare<[string, string], { found: number }>(
    `select 1 as found from loan where patron = ? and biblio = ? and open = 0
       and (select keeps_history from patron where patron.id = loan.patron) = 1 limit 1`,
  );
  const holdsOfBiblio = list<Hold>('select row from hold where biblio = ? and open = 1');
  const holdsOfPatron = list<Hold>('select row from hold where patron = ? and open = 1');
  const holdsWaiting = list<Hold>(`select row from hold where open = 1 and status = 'waiting'`);
  const charges = list<Charge>('select row from charge where patron = ?');
  const payments = list<Payment>('select row from payment where patron = ?');
  const drawerPayments = list<Payment>('select row from payment where drawer = ? or reversed_from = ?');
  const messages = list<Message>('select row from message where about = ? and ended = 0');
  const openDrawer = first<Drawer>('select row from drawer where station = ? and open = 1 limit 1');
  const receipts = receiptsOver(db, settings);

  return (situation) => {
    const { today, station } = situation;
    return {
      ...situation,
      policySet: () => policyInForce(settings.policySets(), today),
      policyVersion: (version) => settings.policySets().find((set) => set.version === version) ?? null,
      calendar: (library) => settings.calendar(library) ?? noCalendar(library),
      libraryName: (library) => settings.libraries().find(({ id }) => id === library)?.name ?? library,
      patron: (id) => rows.get('patron', id),
      patronByCard: (library, card) => patronByCard(normaliseCode(card), library),
      patronByAlias: (alias) => patronByAlias(alias),
      wardsOf: (id) => wards(id),
      item: (id) => rows.get('item', id),
      itemByBarcode: (library, barcode) => itemByBarcode.get(normaliseCode(barcode), library) ?? null,
      biblio: (id) => rows.get('biblio', id),
      circulation: (item) => rows.get('item-state', item) ?? untouched(item),
      copiesOf: (biblio) =>
        copies.all(biblio).map(({ state, ...item }) => ({
          item,
          circulation: state === null ? untouched(item.id) : parseRow<ItemCirculation>({ row: state }),
        })),
      loan: (id) => rows.get('loan', id),
      openLoansOfPatron: (id) => openLoans(id),
      loansInHand: (id) => inHand.all(id),
      openLoansDue: (library, from, to) => loansDue(library, from, to),
      recentReturns: (library) => recentReturns(library, addDays(today, -historyDaysKept)),
      hadBefore: (patron, biblio) => hadBefore.get(patron, biblio) !== undefined,
      hold: (id) => rows.get('hold', id),
      openHoldsOf: (biblio) => holdsOfBiblio(biblio).toSorted(compareHolds),
      openHoldsOfPatron: (patron) => holdsOfPatron(patron),
      shelvedHolds: (library) =>
        holdsWaiting().filter(({ state }) => state.status === 'waiting' && state.library === library),
      charge: (id) => rows.get('charge', id),
      chargesOf: (patron) => charges(patron),
      payment: (id) => rows.get('payment', id),
      paymentsOf: (patron) => payments(patron),
      messages: (about) => messages(aboutKey(about)).filter(({ until }) => until === null || until >= today),
      exception: (id) => rows.get('exception', id),
      drawer: (id) => rows.get('drawer', id),
      openDrawer: () => openDrawer(station),
      paymentsOfDrawer: (drawer) => drawerPayments(drawer, drawer),
      receipts: () => receipts(station),
    };
  };
}

function receiptsOver(db: Sqlite, settings: Settings): (station: string) => ReceiptSource {
  const highest = db.prepare<[string, string, number, number, number], { number: number | null }>(
    `select max(number) as number from payment
     where station = ? and series = ? and year = ? and number between ? and ?`,
  );
  const provisional = db.prepare<[string], { n: number }>(
    'select count(*) as n from payment where station = ? and series is null',
  );
  return (station) => {
    const ranges = settings.receiptRanges(station);
    const used = new Map<string, number>();
    for (const { id, series, year, from, to } of ranges) {
      const number = highest.get(station, series, year, from, to)?.number ?? null;
      if (number !== null) used.set(id, number);
    }
    return { ranges, used, provisional: provisional.get(station)?.n ?? 0 };
  };
}

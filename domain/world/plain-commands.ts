import type { Biblio, Item } from '../catalogue/catalogue.ts';
import type { Patron } from '../patrons/patron.ts';
import { plainBiblio, plainItem, plainPatron } from './plain-rows.ts';
import type { World } from './world.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a command says where a scenario is silent. */
const plainKeys: Readonly<Record<string, Data>> = {
  'check-out': { use: 'home', due: null, confirmed: [], restricted: null },
  'check-in': { returnedAt: null, mode: 'desk', countUse: false, keepHere: false },
  'correct-return': { note: '' },
  renew: { seen: true, due: null, confirmed: [] },
  'change-due': { note: '' },
  'mark-item': { decision: '', note: '', charge: null },
  'place-hold': {
    level: 'title',
    item: null,
    startsOn: null,
    expiresOn: null,
    recall: false,
    note: '',
    confirmed: [],
  },
  'end-hold': { why: 'cancelled-by-patron', note: '' },
  charge: { kind: 'service', item: null, legalAct: '', note: '' },
  waive: { note: '' },
  pay: { charges: [], method: 'cash', tendered: null, bill: null },
  'take-deposit': { method: 'cash', tendered: null, bill: null },
  'settle-payment': { note: '' },
  'close-drawer': { note: '' },
  'register-patron': { guardianGiven: false },
  'amend-patron': { note: '' },
  'set-card-lost': { note: '' },
  'block-patron': { reason: '' },
  'add-message': { until: null },
  'save-calendar': { note: '' },
};

/** A step's data as a whole command, still unread: plain keys filled in, references replaced by ids. */
export function completed(world: World, data: Data, library: string): Data {
  const name = String(data['do']);
  const whole = { ...plainKeys[name], ...resolvedRecord(world, data) };
  return { ...whole, ...plainRows(name, whole, library) };
}

/** New rows are as plain as those of a setup. */
function plainRows(name: string, data: Data, library: string): Data {
  const { patron, item, biblio } = data;
  if (name === 'register-patron' && isRecord(patron)) return { patron: plainPatron(named(patron), library) };
  if (name !== 'fast-add' || !isRecord(item)) return {};
  const added = plainItem(named(item), library);
  return { item: added, biblio: plainBiblio({ id: added.biblio, ...(isRecord(biblio) ? biblio : {}) }) };
}

function named(data: Data): Partial<Patron & Item & Biblio> & { readonly id: string } {
  return { ...data, id: String(data['id']) };
}

/** Puts ids in the place of references: `@loan(ITEM)`, `@payment(PATRON)`, `@message(PATRON or ITEM)`, the newest each. */
function resolved(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => resolved(world, inner));
  if (isRecord(value)) return resolvedRecord(world, value);
  if (typeof value !== 'string') return value;
  return value.replaceAll(/@(loan|payment|message)\(([^)]+)\)/gu, (_match, kind: string, of: string) =>
    referred(world, kind, of),
  );
}

function resolvedRecord(world: World, data: Data): Data {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, resolved(world, value)]));
}

function referred(world: World, kind: string, of: string): string {
  switch (kind) {
    case 'loan':
      return newestLoan(world, of)?.id ?? '';
    case 'payment':
      return newestPayment(world, of)?.id ?? '';
    default:
      return (
        world.rows
          .all('message')
          .findLast(({ about }) => (about.kind === 'patron' ? about.patron : about.item) === of)?.id ?? ''
      );
  }
}

/** The loan of a copy that was made last. */
export function newestLoan(world: World, item: string) {
  return world.rows.all('loan').findLast((loan) => loan.item === item) ?? null;
}

/** The payment of a reader that was taken last. Settling one moves its row, so its time decides. */
export function newestPayment(world: World, patron: string) {
  const [newest = null] = world.rows
    .all('payment')
    .filter((payment) => payment.patron === patron)
    .toReversed()
    .sort((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt));
  return newest;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

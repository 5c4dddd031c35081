import type { HoldSlipData, LoanSlipData, PaymentSlipData, TransitSlipData } from './slip-data.ts';
import type { SlipKind } from './template.ts';

/** What a placeholder stands for: text, yes or no, a list to repeat for, or a group that may be absent. */
export type Field = 'text' | 'flag' | { readonly list: Fields } | { readonly group: Fields };
export interface Fields {
  readonly [name: string]: Field;
}

/** The fields of a type of data: the compiler sees to it that none is missing here and none is made up. */
type FieldsOf<T> = {
  readonly [K in Exclude<keyof T, 'kind'>]: T[K] extends string
    ? 'text'
    : T[K] extends boolean
      ? 'flag'
      : T[K] extends readonly (infer Element)[]
        ? { readonly list: FieldsOf<Element> }
        : { readonly group: FieldsOf<NonNullable<T[K]>> };
};

const head = {
  library: 'text',
  address: 'text',
  desk: 'text',
  station: 'text',
  at: 'text',
  number: 'text',
  staff: 'text',
} as const;
const reader = { group: { name: 'text', card: 'text' } } as const;
const shelfReader = { shortName: 'text', cardEnd: 'text' } as const;
const copy = { title: 'text', author: 'text', barcode: 'text', callNumber: 'text' } as const;

const session = {
  ...head,
  reader,
  items: {
    list: {
      no: 'text',
      title: 'text',
      barcode: 'text',
      lent: 'flag',
      renewed: 'flag',
      returned: 'flag',
      due: 'text',
      renewals: 'text',
      overdue: 'text',
      provisional: 'flag',
    },
  },
  total: 'text',
  charged: 'text',
  provisional: 'flag',
} as const satisfies FieldsOf<LoanSlipData>;

const hold = { ...head, ...shelfReader, ...copy, until: 'text' } as const satisfies FieldsOf<HoldSlipData>;

const transit = {
  ...head,
  ...copy,
  from: 'text',
  to: 'text',
  hold: { group: shelfReader },
  home: 'flag',
} as const satisfies FieldsOf<TransitSlipData>;

const payment = {
  ...head,
  refund: 'flag',
  provisional: 'flag',
  confirmed: 'flag',
  receipt: 'text',
  reader,
  lines: {
    list: {
      no: 'text',
      ledger: 'text',
      what: 'text',
      title: 'text',
      amount: 'text',
      legalAct: 'text',
    },
  },
  total: 'text',
  words: 'text',
  cash: 'flag',
  transfer: 'flag',
  tendered: 'text',
  change: 'text',
  bill: 'text',
  reported: 'flag',
  bounced: 'flag',
  reversed: 'flag',
} as const satisfies FieldsOf<PaymentSlipData>;

/** Every placeholder a template of each kind may name. */
export const slipFields: Readonly<Record<SlipKind, Fields>> = {
  loan: session,
  return: session,
  hold,
  transit,
  payment,
};

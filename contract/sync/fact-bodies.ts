/** The body of every kind of fact, version 1. Unknown kinds and versions are stored verbatim and never refused. */
import { z } from 'zod';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { FactBodies, FactKind } from '../../domain/facts/fact.ts';
import { holdEndings } from '../../domain/facts/bodies/holds.ts';
import { itemMarks } from '../../domain/facts/bodies/items.ts';
import { checks } from '../../domain/policy/checks.ts';
import { biblioSchema, itemSchema } from './rows/catalogue.ts';
import { loanUse, policyBasisSchema } from './rows/circulation.ts';
import {
  allocationSchema,
  chargeKind,
  ledger,
  paymentMethod,
  paymentPurpose,
  receiptNumberSchema,
} from './rows/money.ts';
import { messageAboutSchema, patronSchema } from './rows/patrons.ts';
import { policySetSchema, templateSchema } from './rows/policy.ts';
import { calendarSchema, isEntity, rowSchemas } from './rows.ts';
import { amount, civilDate, count, due, id, instant, longId, signedAmount, text, word } from './shapes.ts';

const overrides = z.array(z.object({ check: z.enum(checks), by: word })).readonly();

const rowRef = z.custom<RowRef>((value) => {
  const ref = z.object({ entity: z.string(), id: longId, row: z.unknown() }).safeParse(value);
  if (!ref.success || !isEntity(ref.data.entity)) return false;
  return ref.data.row === null || rowSchemas[ref.data.entity].safeParse(ref.data.row).success;
});

export const factBodySchemas = {
  'loan.checked-out': z.object({
    item: id,
    barcode: word,
    biblio: id,
    itemClass: word,
    collection: word,
    price: amount,
    patron: id,
    card: word,
    library: id,
    use: loanUse,
    due,
    hold: id.nullable(),
    policy: policyBasisSchema,
    overrides,
    restricted: z.object({ letter: text, approver: text }).nullable(),
  }),
  'loan.returned': z.object({
    item: id,
    barcode: word,
    library: id,
    loan: id.nullable(),
    returnedAt: instant,
    mode: z.enum(['desk', 'book-drop', 'backdated']),
    usedInHouse: z.boolean(),
  }),
  'loan.return-corrected': z.object({ loan: id, item: id, returnedAt: instant, note: text }),
  'loan.renewed': z.object({
    loan: id,
    item: id,
    patron: id,
    due,
    renewals: z.number().int().positive(),
    seen: z.boolean(),
    policy: policyBasisSchema,
    overrides,
  }),
  'loan.due-changed': z.object({
    loan: id,
    item: id,
    due,
    why: z.enum(['closed-day', 'staff', 'recall', 'recall-ended']),
    hold: id.nullable(),
    note: text,
  }),
  'item.marked': z.object({
    item: id,
    barcode: word,
    library: id,
    mark: z.enum(itemMarks),
    loan: id.nullable(),
    decision: text,
    note: text,
  }),
  'item.fast-added': z.object({ item: itemSchema, biblio: biblioSchema }),
  'transit.sent': z.object({
    item: id,
    barcode: word,
    from: id,
    to: id,
    why: z.enum(['hold', 'home']),
    hold: id.nullable(),
  }),
  'transit.received': z.object({ item: id, barcode: word, library: id }),
  'hold.placed': z.object({
    level: z.enum(['title', 'copy']),
    biblio: id,
    item: id.nullable(),
    patron: id,
    card: word,
    library: id,
    pickup: id,
    startsOn: civilDate.nullable(),
    expiresOn: civilDate.nullable(),
    recall: z.boolean(),
    note: text,
  }),
  'hold.amended': z.object({
    hold: id,
    changes: z.object({
      pickup: id.exactOptional(),
      startsOn: civilDate.nullable().exactOptional(),
      expiresOn: civilDate.nullable().exactOptional(),
      suspendedUntil: z
        .union([civilDate, z.literal('indefinite')])
        .nullable()
        .exactOptional(),
      rank: z.number().exactOptional(),
      shelfUntil: civilDate.exactOptional(),
    }),
  }),
  'hold.trapped': z.object({
    hold: id,
    item: id,
    barcode: word,
    patron: id,
    library: id,
    shelfUntil: civilDate,
  }),
  'hold.released': z.object({ hold: id, item: id }),
  'hold.ended': z.object({ hold: id, item: id.nullable(), why: z.enum(holdEndings), note: text }),
  'charge.assessed': z.object({
    charge: longId,
    patron: id,
    library: id,
    ledger,
    kind: chargeKind,
    amount,
    loan: id.nullable(),
    item: id.nullable(),
    title: text,
    legalAct: text,
    note: text,
  }),
  'charge.waived': z.object({ charge: longId, patron: id, library: id, amount, ground: word, note: text }),
  'payment.taken': z.object({
    patron: id,
    library: id,
    purpose: paymentPurpose,
    method: paymentMethod,
    amount: z.number().int().positive(),
    allocations: z.array(allocationSchema).max(1000).readonly(),
    drawer: id.nullable(),
    tendered: amount.nullable(),
    receipt: receiptNumberSchema,
    bill: word.nullable(),
  }),
  'payment.settled': z.object({
    payment: id,
    patron: id,
    library: id,
    status: z.enum(['received', 'bounced', 'reversed']),
    allocations: z.array(allocationSchema).max(1000).readonly(),
    drawer: id.nullable(),
    note: text,
  }),
  'drawer.opened': z.object({ drawer: id, library: id, float: amount }),
  'drawer.closed': z.object({ drawer: id, library: id, counted: amount, expected: signedAmount, note: text }),
  'patron.registered': z.object({ patron: patronSchema }),
  'patron.amended': z.object({
    patron: id,
    changes: z.object({
      library: patronSchema.shape.library.exactOptional(),
      card: patronSchema.shape.card.exactOptional(),
      name: patronSchema.shape.name.exactOptional(),
      category: patronSchema.shape.category.exactOptional(),
      expires: patronSchema.shape.expires.exactOptional(),
      birthDate: patronSchema.shape.birthDate.exactOptional(),
      cardLost: patronSchema.shape.cardLost.exactOptional(),
      block: patronSchema.shape.block.exactOptional(),
      guarantor: patronSchema.shape.guarantor.exactOptional(),
      exemptions: patronSchema.shape.exemptions.exactOptional(),
      consents: patronSchema.shape.consents.exactOptional(),
      aliases: patronSchema.shape.aliases.exactOptional(),
      sealed: patronSchema.shape.sealed.exactOptional(),
    }),
    note: text,
  }),
  'message.added': z.object({ about: messageAboutSchema, library: id, text, until: civilDate.nullable() }),
  'message.ended': z.object({ message: id }),
  'policy.saved': z.object({ set: policySetSchema }),
  'calendar.saved': z.object({ calendar: calendarSchema, note: text }),
  'template.saved': z.object({ template: templateSchema }),
  'act.undone': z.object({
    facts: z.array(id).min(1).max(500).readonly(),
    streams: z.array(z.string().max(200)).max(2000).readonly(),
    restores: z.array(rowRef).max(2000).readonly(),
    note: text,
  }),
  'exception.resolved': z.object({
    exception: longId,
    stream: z.string().max(200),
    library: id,
    resolution: word,
    note: text,
  }),
  'station.forked': z.object({ library: id, from: id, after: count, copied: count }),
  'journal.damaged': z.object({
    library: id,
    from: id,
    after: count,
    copied: count,
    readable: count,
    salvaged: count,
  }),
} as const satisfies { readonly [K in FactKind]: z.ZodType<FactBodies[K]> };

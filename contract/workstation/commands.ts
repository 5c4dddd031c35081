/** What a page may ask of the core, checked before it is decided. */
import { z } from 'zod';
import type { Command } from '../../domain/commands.ts';
import { resolutions } from '../../domain/exceptions/resolutions.ts';
import { holdEndings } from '../../domain/facts/bodies/holds.ts';
import { itemMarks } from '../../domain/facts/bodies/items.ts';
import { consentPurposes } from '../../domain/patrons/patron.ts';
import { checks } from '../../domain/policy/checks.ts';
import { calendarSchema } from '../sync/rows.ts';
import { biblioSchema, itemSchema } from '../sync/rows/catalogue.ts';
import { loanUse } from '../sync/rows/circulation.ts';
import { paymentMethod } from '../sync/rows/money.ts';
import { messageAboutSchema, patronSchema } from '../sync/rows/patrons.ts';
import { policySetSchema, templateSchema } from '../sync/rows/policy.ts';
import { civilDate, due, id, instant, longId, text, word } from '../sync/shapes.ts';

/** Any number at all: the domain says what is wrong with it in words. */
const typedAmount = z.number();
const confirmed = z.array(z.enum(checks)).max(checks.length);

export const commandSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('check-out'),
    patron: id,
    item: id,
    use: loanUse,
    due: due.nullable(),
    confirmed,
    restricted: z.object({ letter: text, approver: text }).nullable(),
  }),
  z.object({
    do: z.literal('check-in'),
    item: id,
    returnedAt: instant.nullable(),
    mode: z.enum(['desk', 'book-drop', 'backdated']),
    countUse: z.boolean(),
    keepHere: z.boolean(),
  }),
  z.object({ do: z.literal('correct-return'), loan: id, returnedAt: instant, note: text }),
  z.object({ do: z.literal('renew'), loan: id, seen: z.boolean(), due: due.nullable(), confirmed }),
  z.object({ do: z.literal('change-due'), loan: id, due, note: text }),
  z.object({
    do: z.literal('mark-item'),
    item: id,
    mark: z.enum(itemMarks),
    decision: text,
    note: text,
    charge: typedAmount.nullable(),
  }),
  z.object({ do: z.literal('fast-add'), item: itemSchema, biblio: biblioSchema }),
  z.object({
    do: z.literal('place-hold'),
    hold: id,
    level: z.enum(['title', 'copy']),
    biblio: id,
    item: id.nullable(),
    patron: id,
    pickup: id,
    startsOn: civilDate.nullable(),
    expiresOn: civilDate.nullable(),
    recall: z.boolean(),
    note: text,
    confirmed,
  }),
  z.object({
    do: z.literal('amend-hold'),
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
  z.object({ do: z.literal('end-hold'), hold: id, why: z.enum(holdEndings), note: text }),
  z.object({
    do: z.literal('charge'),
    charge: longId,
    patron: id,
    kind: z.enum(['card', 'card-replacement', 'service', 'damage']),
    amount: typedAmount,
    item: id.nullable(),
    title: text,
    legalAct: text,
    note: text,
  }),
  z.object({ do: z.literal('waive'), charge: longId, amount: typedAmount, ground: word, note: text }),
  z.object({
    do: z.literal('pay'),
    patron: id,
    charges: z.array(longId).max(1000),
    amount: typedAmount,
    method: paymentMethod,
    tendered: typedAmount.nullable(),
    bill: word.nullable(),
  }),
  z.object({
    do: z.literal('take-deposit'),
    patron: id,
    amount: typedAmount,
    method: paymentMethod,
    tendered: typedAmount.nullable(),
    bill: word.nullable(),
  }),
  z.object({ do: z.literal('refund-deposit'), patron: id, amount: typedAmount }),
  z.object({ do: z.literal('refund-credit'), patron: id, amount: typedAmount }),
  z.object({
    do: z.literal('settle-payment'),
    payment: id,
    status: z.enum(['received', 'bounced', 'reversed']),
    note: text,
  }),
  z.object({ do: z.literal('open-drawer'), drawer: id, float: typedAmount }),
  z.object({ do: z.literal('close-drawer'), drawer: id, counted: typedAmount, note: text }),
  z.object({
    do: z.literal('register-patron'),
    patron: patronSchema,
    guardianGiven: z.boolean(),
    feeCharge: longId,
  }),
  z.object({
    do: z.literal('amend-patron'),
    patron: id,
    changes: z.object({
      name: patronSchema.shape.name.exactOptional(),
      category: patronSchema.shape.category.exactOptional(),
      birthDate: patronSchema.shape.birthDate.exactOptional(),
      guarantor: patronSchema.shape.guarantor.exactOptional(),
      expires: patronSchema.shape.expires.exactOptional(),
    }),
    note: text,
  }),
  z.object({ do: z.literal('renew-card'), patron: id, feeCharge: longId }),
  z.object({
    do: z.literal('replace-card'),
    patron: id,
    card: z.string().max(64),
    // A station makes it itself, whatever a page sends: only the core has the key.
    oldAlias: z.string().max(128).default(''),
    feeCharge: longId,
  }),
  z.object({ do: z.literal('set-card-lost'), patron: id, lost: z.boolean(), note: text }),
  z.object({
    do: z.literal('block-patron'),
    patron: id,
    until: z.union([civilDate, z.literal('endless')]).nullable(),
    reason: text,
  }),
  z.object({
    do: z.literal('record-consent'),
    patron: id,
    consent: z.object({
      purpose: z.enum(consentPurposes),
      granted: z.boolean(),
      text: word,
      agreed: z.enum(['patron', 'guardian', 'both']),
    }),
  }),
  z.object({
    do: z.literal('record-exemption'),
    patron: id,
    ground: word,
    until: z.union([civilDate, z.literal('endless')]),
  }),
  z.object({
    do: z.literal('add-message'),
    about: messageAboutSchema,
    text,
    until: civilDate.nullable(),
  }),
  z.object({ do: z.literal('end-message'), message: id }),
  z.object({ do: z.literal('save-policy'), set: policySetSchema }),
  z.object({ do: z.literal('save-calendar'), calendar: calendarSchema, note: text }),
  z.object({ do: z.literal('close-days'), from: civilDate, to: civilDate, name: text }),
  z.object({ do: z.literal('save-template'), template: templateSchema }),
  z.object({
    do: z.literal('resolve-exception'),
    exception: longId,
    resolution: z.enum(resolutions),
    note: text,
  }),
]) satisfies z.ZodType<Command>;

import { z } from 'zod';
import { policyKinds } from '../../../domain/policy/policies.ts';
import { amount, civilDate, count, due, id, instant, text, word } from '../shapes.ts';

export const policyBasisSchema = z.object({
  version: word,
  rule: word,
  gives: z.record(z.enum(policyKinds), word),
});

export const loanUse = z.enum(['home', 'reading-room']);

export const loanSchema = z.object({
  id,
  item: id,
  barcode: word,
  biblio: id,
  itemClass: word,
  collection: word,
  price: amount,
  patron: id,
  library: id,
  station: id,
  use: loanUse,
  checkedOutAt: instant,
  due,
  renewals: count,
  unseenRenewals: count,
  policy: policyBasisSchema,
  recall: z.object({ hold: id, dueBefore: due }).nullable(),
  claimedReturnedAt: instant.nullable(),
  lostAt: instant.nullable(),
  returnedAt: instant.nullable(),
  returnedTo: id.exactOptional(),
  lateBefore: z
    .array(z.object({ due, renewedAt: instant, recalled: z.boolean(), policy: policyBasisSchema }))
    .exactOptional(),
});

const itemStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('available') }),
  z.object({ status: z.literal('on-loan'), loan: id }),
  z.object({
    status: z.literal('on-hold-shelf'),
    hold: id,
    patron: id,
    library: id,
    shelfUntil: civilDate,
  }),
  z.object({ status: z.literal('in-transit'), from: id, to: id, hold: id.nullable(), since: instant }),
  z.object({ status: z.literal('lost'), loan: id.nullable(), since: instant }),
  z.object({ status: z.literal('claimed-returned'), loan: id, since: instant }),
  z.object({ status: z.literal('missing'), since: instant }),
  z.object({ status: z.literal('damaged'), since: instant }),
  z.object({ status: z.literal('withdrawn'), decision: text, since: instant }),
]);

export const itemCirculationSchema = z.object({
  id,
  state: itemStateSchema,
  lastLoan: z.object({ loan: id, patron: id, returnedAt: instant, library: id.exactOptional() }).nullable(),
  usesInHouse: count,
});

const holdStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('in-transit'), item: id, barcode: word }),
  z.object({
    status: z.literal('waiting'),
    item: id,
    barcode: word,
    library: id,
    shelfUntil: civilDate,
    since: instant,
  }),
  z.object({ status: z.literal('filled'), loan: id }),
  z.object({ status: z.literal('ended'), why: word, at: instant }),
]);

export const holdSchema = z.object({
  id,
  level: z.enum(['title', 'copy']),
  biblio: id,
  item: id.nullable(),
  patron: id,
  library: id,
  pickup: id,
  placedAt: instant,
  rank: z.number(),
  startsOn: civilDate.nullable(),
  expiresOn: civilDate.nullable(),
  suspendedUntil: z.union([civilDate, z.literal('indefinite')]).nullable(),
  recall: z.boolean(),
  note: text,
  state: holdStateSchema,
});

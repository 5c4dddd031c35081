/** Rows of the province's change feed and the facts of a station, as they cross the wire. */
import { z } from 'zod';
import type { Entity, EntityRows } from '../../domain/catalogue/rows.ts';
import { criteria } from '../../domain/policy/policy.ts';

const civilDate = z.iso.date();
const id = z.string().min(1).max(64);
const text = z.string().max(2000);

const librarySchema = z.object({
  id,
  code: id,
  name: text,
  kind: z.enum(['public', 'school', 'armed-forces', 'community', 'private']),
  timeZone: z.string().max(64),
  address: text,
});

const biblioSchema = z.object({
  id,
  title: text,
  author: text,
  ddc: z.string().max(64),
  publisher: text,
  year: z.number().int().nullable(),
  isbn: z.string().max(32).nullable(),
  language: z.string().max(16),
});

const itemSchema = z.object({
  id,
  biblio: id,
  library: id,
  barcode: z.string().min(1).max(64),
  callNumber: z.string().max(128),
  itemClass: z.string().max(64),
  collection: z.string().max(64),
  price: z.number().int().nonnegative(),
  status: z.enum(['in-circulation', 'not-for-loan', 'lost', 'damaged', 'withdrawn']),
});

const patronSchema = z.object({
  id,
  library: id,
  card: z.string().min(1).max(64),
  name: text,
  category: z.string().max(64),
  status: z.enum(['active', 'blocked', 'card-lost']),
  expires: civilDate,
});

const loanSchema = z.object({
  id,
  item: id,
  patron: id,
  library: id,
  station: id,
  checkedOutAt: z.iso.datetime({ offset: true }),
  due: civilDate,
  renewals: z.number().int().nonnegative(),
  policyVersion: z.string().max(64),
  returnedAt: z.iso.datetime({ offset: true }).nullable(),
});

const policySetSchema = z.object({
  id,
  version: id,
  effectiveFrom: civilDate,
  rules: z.array(z.object({ id, when: z.partialRecord(z.enum(criteria), z.string()), loanPolicy: id })),
  loanPolicies: z.array(
    z.object({
      id,
      name: text,
      period: z.union([z.number().int().nonnegative(), z.literal('none')]),
      maxLoans: z.union([z.number().int().nonnegative(), z.literal('unlimited')]),
      renewals: z.union([z.number().int().nonnegative(), z.literal('none'), z.literal('unlimited')]),
      renewalPeriod: z.number().int().positive(),
      closedDays: z.enum(['push', 'keep']),
      cardExpiry: z.enum(['cap', 'ignore']),
    }),
  ),
});

const calendarSchema = z.object({
  id,
  library: id,
  weeklyClosed: z.array(z.number().int().min(1).max(7)),
  closures: z.array(z.object({ from: civilDate, to: civilDate, name: text })),
});

/** Every kind of row the feed carries, by entity name. */
export const rowSchemas = {
  library: librarySchema,
  biblio: biblioSchema,
  item: itemSchema,
  patron: patronSchema,
  loan: loanSchema,
  policy: policySetSchema,
  calendar: calendarSchema,
} as const satisfies { readonly [E in Entity]: z.ZodType<EntityRows[E]> };

/** True for the name of a row kind this version knows. */
export function isEntity(name: string): name is Entity {
  return Object.hasOwn(rowSchemas, name);
}

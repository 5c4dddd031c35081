/** Rows of the province's change feed, as they cross the wire. Keys are only ever added, with a default. */
import { z } from 'zod';
import type { Entity, EntityRows } from '../../domain/catalogue/rows.ts';
import { biblioSchema, itemSchema, librarySchema } from './rows/catalogue.ts';
import { holdSchema, itemCirculationSchema, loanSchema } from './rows/circulation.ts';
import { exceptionSchema } from './rows/exceptions.ts';
import { chargeSchema, drawerSchema, paymentSchema, receiptRangeSchema } from './rows/money.ts';
import { messageSchema, patronSchema } from './rows/patrons.ts';
import { policySetSchema, templateSchema } from './rows/policy.ts';
import { civilDate, count, id, text } from './shapes.ts';

const weekday = z.number().int().min(1).max(7);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const hours = { opens: time, closes: time };

/** The oldest calendars have weekly closing days and closures only. */
export const calendarSchema = z.object({
  id,
  library: id,
  weeklyClosed: z.array(weekday),
  closures: z.array(z.object({ from: civilDate, to: civilDate, name: text })),
  yearly: z
    .array(
      z.object({
        month: z.number().int().min(1).max(12),
        day: z.number().int().min(1).max(31),
        name: text,
      }),
    )
    .default([]),
  openings: z
    .array(z.object({ date: civilDate, name: text, hours: z.array(z.object(hours)).default([]) }))
    .default([]),
  hours: z.array(z.object({ weekday, ...hours })).default([]),
  tet: z.union([z.object({ before: count, after: count }), z.literal('none')]).default('none'),
  hungKings: z.enum(['closed', 'open']).default('open'),
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
  hold: holdSchema,
  'item-state': itemCirculationSchema,
  charge: chargeSchema,
  payment: paymentSchema,
  message: messageSchema,
  drawer: drawerSchema,
  template: templateSchema,
  'receipt-range': receiptRangeSchema,
  exception: exceptionSchema,
} as const satisfies { readonly [E in Entity]: z.ZodType<EntityRows[E]> };

/** True for the name of a row kind this version knows. */
export function isEntity(name: string): name is Entity {
  return Object.hasOwn(rowSchemas, name);
}

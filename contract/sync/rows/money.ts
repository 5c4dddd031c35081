import { z } from 'zod';
import { chargeKinds, ledgers } from '../../../domain/money/charge.ts';
import { paymentPurposes } from '../../../domain/money/payment.ts';
import { amount, count, id, instant, longId, signedAmount, text, word } from '../shapes.ts';

export const ledger = z.enum(ledgers);
export const chargeKind = z.enum(chargeKinds);

export const chargeSchema = z.object({
  id: longId,
  patron: id,
  library: id,
  ledger,
  kind: chargeKind,
  amount,
  waivers: z.array(z.object({ id, amount, ground: word })).readonly(),
  payments: z.array(z.object({ payment: id, amount: signedAmount })).readonly(),
  loan: id.nullable(),
  item: id.nullable(),
  title: text,
  legalAct: text,
  note: text,
  raisedAt: instant,
});

export const allocationSchema = z.object({ charge: longId, ledger, amount: signedAmount });

export const receiptNumberSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('leased'),
    series: word,
    year: z.number().int(),
    // At most eight digits: Decree 254/2026 art. 23.
    number: z.number().int().min(1).max(99_999_999),
  }),
  z.object({ kind: z.literal('provisional'), text: word }),
]);

export const paymentMethod = z.enum(['cash', 'vietqr']);
export const paymentPurpose = z.enum(paymentPurposes);

export const paymentSchema = z.object({
  id,
  patron: id,
  library: id,
  station: id,
  by: word,
  purpose: paymentPurpose,
  method: paymentMethod,
  amount,
  allocations: z.array(allocationSchema).readonly(),
  drawer: id.nullable(),
  tendered: amount.nullable(),
  receipt: receiptNumberSchema,
  bill: word.nullable(),
  takenAt: instant,
  status: z.enum(['received', 'reported', 'bounced', 'reversed']),
  reversedFrom: id.nullable(),
});

export const drawerSchema = z.object({
  id,
  library: id,
  station: id,
  openedAt: instant,
  openedBy: word,
  float: amount,
  closed: z.object({ at: instant, by: word, counted: amount, expected: signedAmount, note: text }).nullable(),
});

export const receiptRangeSchema = z.object({
  id,
  station: id,
  series: word,
  year: z.number().int(),
  from: count,
  to: count,
  inc: id.exactOptional(),
});

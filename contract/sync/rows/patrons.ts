import { z } from 'zod';
import { consentPurposes } from '../../../domain/patrons/patron.ts';
import { civilDate, id, instant, text, word } from '../shapes.ts';

const endless = z.literal('endless');

export const patronSchema = z.object({
  id,
  library: id,
  card: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  category: word,
  expires: civilDate,
  birthDate: civilDate.nullable(),
  cardLost: z.boolean(),
  block: z.object({ until: z.union([civilDate, endless]), reason: text, at: instant }).nullable(),
  guarantor: id.nullable(),
  exemptions: z
    .array(z.object({ ground: word, seenAt: instant, seenBy: word, until: z.union([civilDate, endless]) }))
    .max(50)
    .readonly(),
  consents: z
    .array(
      z.object({
        purpose: z.enum(consentPurposes),
        granted: z.boolean(),
        text: word,
        at: instant,
        by: word,
        agreed: z.enum(['patron', 'guardian', 'both']),
      }),
    )
    .max(500)
    .readonly(),
  aliases: z.array(z.string().max(128)).max(20).readonly(),
  sealed: z.string().max(8000).nullable(),
});

export const messageAboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patron'), patron: id }),
  z.object({ kind: z.literal('item'), item: id }),
]);

export const messageSchema = z.object({
  id,
  about: messageAboutSchema,
  library: id,
  text,
  until: civilDate.nullable(),
  at: instant,
  by: word,
  endedAt: instant.nullable(),
});

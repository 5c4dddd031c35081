import { z } from 'zod';
import { count, due, id, instant, longId, text, word } from '../shapes.ts';

const exceptionSideSchema = z.object({
  fact: longId,
  kind: word,
  at: instant,
  effectiveAt: instant.exactOptional(),
  station: id,
  desk: word,
  actor: word,
  library: z.string().nullable(),
  patron: z.string().nullable(),
  item: z.string().nullable(),
  barcode: z.string().nullable(),
  due: due.nullable().catch(null),
  amount: z.number().nullable(),
});

/** Rules and resolutions are words of the province's version: an older station shows what it can. */
export const exceptionSchema = z.object({
  id: longId,
  rule: word,
  stream: z.string().max(200),
  libraries: z.array(z.string()).readonly(),
  item: z.string().nullable(),
  patron: z.string().nullable(),
  openedAt: instant,
  sides: z.array(exceptionSideSchema).readonly(),
  missing: z
    .array(z.object({ inc: z.string(), from: count, to: count }))
    .readonly()
    .exactOptional(),
  resolved: z
    .object({
      fact: id,
      resolution: word,
      note: text,
      at: instant,
      by: word,
      desk: word,
      station: id.exactOptional(),
      library: z.string().exactOptional(),
    })
    .nullable(),
});

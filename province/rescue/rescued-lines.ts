import { z } from 'zod';
import { rescueEndSchema } from '../../contract/sync/rescue.ts';

const gapSchema = z.object({ from: z.number().int().positive(), to: z.number().int().positive() });

/** Some lines of one journal of a rescue file, as text. */
export const rescuedLinesSchema = z.object({
  station: z.string().min(1).max(64),
  inc: z.string().min(1).max(64),
  lines: z.string(),
  /** Present for lines that stand behind damage. */
  behind: z
    .object({
      /** What is missing of the journal, in order. */
      missing: z.array(gapSchema).readonly(),
      /** Hash that the first line has to follow; null where it follows something that is missing. */
      after: z.string().nullable(),
    })
    .exactOptional(),
});
export type RescuedLines = z.infer<typeof rescuedLinesSchema>;

/** What became of them. */
export const takenInSchema = z.object({
  added: z.number(),
  held: z.number(),
  /** The province holds the journal up to here. */
  acked: z.number(),
  /** Null when all of them are held now. */
  ended: rescueEndSchema.nullable(),
  /** Head of the feed, for stations that wait for hints; null when nothing changed. */
  head: z.number().nullable(),
  /** What the province lacks of the journal, and the file has not. */
  missing: z.array(gapSchema).readonly().exactOptional(),
});
export type TakenIn = z.infer<typeof takenInSchema>;

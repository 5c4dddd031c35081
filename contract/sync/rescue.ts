/**
 * The rescue file: facts that a station could not send, carried to the province by hand. One JSON line of header, then
 * the lines of a push (`pushLineSchema`), journal after journal, each in the order of its sequences.
 */
import { z } from 'zod';
import type { PushLine } from './protocol.ts';
import { pushLineSchema } from './protocol.ts';

export const rescuePath = '/sync/v1/rescue';

const seq = z.number().int().nonnegative();
const incarnation = z.string().max(64);

const rescueDamageSchema = z.object({
  /** Entries between whole ones that are not in the file because they cannot be read, by incarnation and sequence. */
  missing: z.array(z.object({ inc: incarnation, from: seq, to: seq })).readonly(),
  /** Nobody can say whether anything stood behind the last entry. */
  openEnd: z.boolean(),
});
/** What is wrong with the journal that a rescue file was made of. */
export type RescueDamage = z.infer<typeof rescueDamageSchema>;

export const rescueHeaderSchema = z.object({
  rescue: z.literal(1),
  station: z.string().min(1).max(64),
  /** The one that was being written. Empty where the journal could not say. */
  incarnation,
  /** Life of the province in which the rest of the journal was confirmed. */
  epoch: z.string().max(64).nullable(),
  madeAt: z.iso.datetime({ offset: true }),
  app: z.string().max(64),
  /** Lines after this one. */
  facts: seq,
  oldestAt: z.string().max(40).nullable(),
  journals: z.array(z.object({ inc: incarnation, from: seq, to: seq, facts: seq })),
  /** Entries of the journal that could not be read, and were not sent for all anybody knows. */
  unreadable: seq,
  /** Absent where nothing is wrong with the journal. Older programs do not say it. */
  damage: rescueDamageSchema.exactOptional(),
  /** Of everything after the header line. */
  bytes: seq,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RescueHeader = z.infer<typeof rescueHeaderSchema>;

/** Where the lines of one journal stopped being facts that the province can take in. */
export const rescueEndSchema = z.enum(['gap', 'forked', 'wrong-hash', 'damaged']);

/** What became of a rescue file. */
export const rescueReportSchema = z.object({
  station: z.string(),
  /** Facts that the province did not have, and has now. */
  added: seq,
  /** Facts that it had already. */
  held: seq,
  /** Lines that were not taken in. */
  left: seq,
  journals: z.array(
    z.object({
      inc: z.string(),
      added: seq,
      /** The province holds this journal up to here. */
      acked: seq,
      /** Null when every line of it was taken in; `line` counts from 1, with the header. */
      ended: z.object({ line: seq, why: rescueEndSchema }).nullable(),
      /** Numbers that nobody has any more; what stood behind them is in a journal of its own. */
      missing: z
        .array(z.object({ from: seq, to: seq }))
        .readonly()
        .exactOptional(),
    }),
  ),
  /** The file is as long, and has the sums, that its header says. */
  whole: z.boolean(),
  /** The file was made of a damaged journal, and nobody can say whether it had more. */
  openEnd: z.boolean().exactOptional(),
});
export type RescueReport = z.infer<typeof rescueReportSchema>;

/** Why a file is not looked into. */
export const rescueRefusalSchema = z.object({
  refused: z.enum(['not-a-rescue-file', 'unknown-station', 'nothing-usable']),
  station: z.string().nullable(),
  /** What its first journal stopped at; null where no line was looked at. */
  why: rescueEndSchema.nullable(),
});
export type RescueRefusal = z.infer<typeof rescueRefusalSchema>;

/** How many entries are known to be missing. */
export function missingEntries({ missing }: RescueDamage): number {
  return missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** A line of a rescue file or of a push, as it is written. */
export function pushLineText({ bytes, prev, hash }: PushLine): string {
  return `${JSON.stringify({ bytes, prev, hash })}\n`;
}

/** Reads a line; null when it is none. */
export function readPushLine(text: string): PushLine | null {
  try {
    return pushLineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

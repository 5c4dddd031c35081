import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ProvinceSchema } from '../database/schema.ts';
import { sha256Hex } from '../sync/sha256.ts';

/** Where a journal stands: whoever knows this can prove what came before it. */
export const journalHeadSchema = z.object({
  station: z.string(),
  inc: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditedHead = z.infer<typeof journalHeadSchema>;

/** Heads of all journals at one moment, as kept in a file. */
export const auditHeadSchema = z.object({
  v: z.literal(1),
  madeAt: z.string(),
  epoch: z.string(),
  /** SHA-256 of the exact bytes of the file before this one; null in the first. */
  before: z.object({ file: z.string(), sha256: z.string() }).nullable(),
  /** `rootOf` the journals. */
  root: z.string(),
  journals: z.array(journalHeadSchema),
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** Head of every journal, in the order of their names. */
export async function readHeads(db: Kysely<ProvinceSchema>): Promise<readonly AuditedHead[]> {
  return db
    .selectFrom('journal_entry')
    .distinctOn(['station', 'inc'])
    .select(['station', 'inc', 'seq', 'hash'])
    .orderBy('station')
    .orderBy('inc')
    .orderBy('seq', 'desc')
    .execute();
}

/** One hash for all heads: SHA-256 over one line each, `station inc seq hash`, in the order of their names. */
export function rootOf(journals: readonly AuditedHead[]): string {
  const lines = journals.map(
    ({ station, inc, seq, hash }) => `${JSON.stringify([station, inc, seq, hash])}\n`,
  );
  return sha256Hex(lines.toSorted().join(''));
}

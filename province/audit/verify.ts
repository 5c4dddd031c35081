import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { chainHash, genesisHash } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { sha256Hex } from '../sync/sha256.ts';
import type { AuditedHead } from './heads.ts';

/**
 * What is wrong at a place of a journal. `altered`: the text is not what was hashed. `missing`: entries before this
 * one are gone. `other-history`: it does not follow the entry before it. `other-fact`: the fact beside it is another,
 * or says something else to queries. `shortened`: the journal ends before this place, which a head file knows.
 * `other-head`: a head file knows another entry here.
 */
export const auditFaultSchema = z.object({
  station: z.string(),
  inc: z.string(),
  seq: z.number(),
  what: z.enum(['altered', 'missing', 'other-history', 'other-fact', 'shortened', 'other-head']),
});
type AuditFault = z.infer<typeof auditFaultSchema>;

export interface AuditReport {
  readonly entries: number;
  readonly journals: number;
  /** The first hundred. */
  readonly faults: AuditFault[];
}

const pageSize = 2000;
const mostFaults = 100;

interface Entry {
  readonly station: string;
  readonly inc: string;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly fact_id: string;
  readonly own: string | null;
  readonly kind: string;
  readonly body: unknown;
  readonly bytes: string;
}

/** Walks every journal from its first entry to its last, and compares with heads that somebody kept. Reads only. */
export async function verifyJournals(
  db: Kysely<ProvinceSchema>,
  kept: readonly AuditedHead[],
): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  let entries = 0;
  let journals = 0;
  let last: Entry | null = null;
  for (;;) {
    const page: readonly Entry[] = await readEntries(db, last);
    for (const entry of page) {
      const before: Entry | null = last?.station === entry.station && last.inc === entry.inc ? last : null;
      if (!before) journals += 1;
      faults.push(...faultsOf(entry, before));
      last = entry;
    }
    entries += page.length;
    if (page.length < pageSize) break;
  }
  faults.push(...(await keptFaults(db, kept)));
  return { entries, journals, faults: faults.slice(0, mostFaults) };
}

async function readEntries(db: Kysely<ProvinceSchema>, after: Entry | null): Promise<readonly Entry[]> {
  return db
    .selectFrom('journal_entry as entry')
    .innerJoin('fact', 'fact.id', 'entry.fact_id')
    .select(['entry.station', 'entry.inc', 'entry.seq', 'entry.hash', 'entry.prev', 'entry.fact_id'])
    .select(['entry.bytes as own', 'fact.kind', 'fact.body', 'fact.bytes'])
    .where(
      sql<boolean>`(entry.station, entry.inc, entry.seq)
        > (${after?.station ?? ''}, ${after?.inc ?? ''}, ${after?.seq ?? 0}::bigint)`,
    )
    .orderBy('entry.station')
    .orderBy('entry.inc')
    .orderBy('entry.seq')
    .limit(pageSize)
    .execute();
}

function faultsOf(entry: Entry, before: Entry | null): readonly AuditFault[] {
  const { station, inc, seq, prev, hash, own, bytes } = entry;
  const fault = (what: AuditFault['what']): AuditFault => ({ station, inc, seq, what });
  const expected = before ? before.seq + 1 : 1;
  return [
    ...(seq === expected ? [] : [fault('missing')]),
    ...(seq === expected && prev !== (before?.hash ?? genesisHash) ? [fault('other-history')] : []),
    ...(chainHash(sha256Hex, prev, own ?? bytes) === hash ? [] : [fault('altered')]),
    ...(isItsFact(entry) ? [] : [fault('other-fact')]),
  ];
}

/** The fact beside an entry is what the entry's own text says; what queries read of it is what it says. */
function isItsFact({ own, bytes, fact_id, kind, body }: Entry): boolean {
  const fact = envelopeOf(bytes);
  const said = own === null ? fact : envelopeOf(own);
  return (
    fact?.id === fact_id &&
    said?.id === fact_id &&
    (kind === fact.kind || kind.includes('\ufffd')) &&
    (body === null || isDeepStrictEqual(body, fact.body))
  );
}

function envelopeOf(
  bytes: string,
): { readonly id: unknown; readonly kind: unknown; readonly body: unknown } | null {
  try {
    // Whatever it is, it is only compared.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(bytes) as ReturnType<typeof envelopeOf>;
  } catch {
    return null;
  }
}

async function keptFaults(
  db: Kysely<ProvinceSchema>,
  kept: readonly AuditedHead[],
): Promise<readonly AuditFault[]> {
  const { rows } = await sql<AuditedHead & { readonly now: string | null }>`
    select kept.station, kept.inc, kept.seq, kept.hash, entry.hash as now
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept(station text, inc text, seq int, hash text)
    left join journal_entry as entry using (station, inc, seq)
    where entry.hash is distinct from kept.hash order by 1, 2, 3`.execute(db);
  return rows.map(({ station, inc, seq, now }) => ({
    station,
    inc,
    seq,
    what: now === null ? 'shortened' : 'other-head',
  }));
}

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Fact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { HeldRow } from '../../province/projection/held-rows.ts';
import { readFact } from '../../province/sync/read-fact.ts';

export interface HeldEntry {
  readonly station: string;
  readonly inc: string;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly factId: string;
  /** The entry's own text. */
  readonly bytes: string;
  readonly received: number;
}

interface HeldFact {
  readonly id: string;
  /** Null when this version cannot read it. */
  readonly fact: Fact | null;
  readonly effective: number;
}

interface HeldChange {
  readonly pos: number;
  readonly entity: string;
  readonly id: string;
  readonly row: unknown;
}

/** Everything that the province's database holds, read by the checks' own statements. */
export interface Holdings {
  readonly head: number;
  /** Up to here the feed has one line for each row. */
  readonly compactedTo: number;
  /** By journal and sequence. */
  readonly entries: readonly HeldEntry[];
  readonly facts: readonly HeldFact[];
  readonly changes: readonly HeldChange[];
  readonly published: readonly HeldRow[];
  readonly projection: readonly HeldRow[];
  readonly current: readonly HeldRow[];
  readonly exceptions: readonly { readonly id: string; readonly stream: string | null }[];
}

export async function readHoldings(db: Kysely<ProvinceSchema>): Promise<Holdings> {
  const rowsOf = (table: 'published' | 'projection' | 'current_row'): Promise<readonly HeldRow[]> =>
    db.selectFrom(table).select(['entity', 'id', 'stream', 'row']).orderBy('entity').orderBy('id').execute();
  const entries = await db
    .selectFrom('journal_entry as entry')
    .innerJoin('fact', 'fact.id', 'entry.fact_id')
    .select(['entry.station', 'entry.inc', 'entry.seq', 'entry.hash', 'entry.prev', 'entry.received_at'])
    .select(['entry.fact_id as factId', sql<string>`coalesce(entry.bytes, fact.bytes)`.as('bytes')])
    .orderBy('entry.station')
    .orderBy('entry.inc')
    .orderBy('entry.seq')
    .execute();
  const facts = await db.selectFrom('fact').select(['id', 'bytes', 'effective_at']).execute();
  const changes = await db
    .selectFrom('change')
    .select(['pos', 'entity', 'entity_id as id', 'row'])
    .orderBy('pos')
    .execute();
  const { pos, compacted_to } = await db
    .selectFrom('feed_head')
    .select(['pos', 'compacted_to'])
    .executeTakeFirstOrThrow();
  return {
    head: pos,
    compactedTo: compacted_to,
    entries: entries.map(({ station, inc, seq, hash, prev, factId, bytes, received_at }) => ({
      station,
      inc,
      seq,
      hash,
      prev,
      factId,
      bytes,
      received: received_at.getTime(),
    })),
    facts: facts.map(({ id, bytes, effective_at }) => ({
      id,
      fact: readFact(factEnvelopeSchema.parse(JSON.parse(bytes))),
      effective: effective_at.getTime(),
    })),
    changes,
    published: await rowsOf('published'),
    projection: await rowsOf('projection'),
    current: await rowsOf('current_row'),
    exceptions: await db.selectFrom('exception').select(['id', 'stream']).orderBy('id').execute(),
  };
}

import type { Transaction } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { toJsonb, toStorable } from '../database/storable.ts';
import type { PushedFact } from './push-lines.ts';

export interface NewFact {
  readonly pushed: PushedFact;
  /** Ms since the Unix epoch. */
  readonly effective: number;
}

export interface KnownFact {
  readonly bytes: string;
  readonly effective: number;
}

/** Those of `ids` that the province holds already. The map is the caller's own. */
export async function readKnownFacts(
  trx: Transaction<ProvinceSchema>,
  ids: readonly string[],
): Promise<Map<string, KnownFact>> {
  const rows = await trx
    .selectFrom('fact')
    .select(['id', 'bytes', 'effective_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, bytes, effective_at }) => [id, { bytes, effective: effective_at.getTime() }]),
  );
}

/** Stores facts for ever, each with its exact text. */
export async function insertFacts(
  trx: Transaction<ProvinceSchema>,
  facts: readonly NewFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await trx
    .insertInto('fact')
    .values(
      facts.map(({ pushed: { envelope, fact, bytes }, effective }) => ({
        id: envelope.id,
        kind: toStorable(envelope.kind),
        kv: envelope.kv,
        station: envelope.station,
        inc: envelope.inc,
        seq: envelope.seq,
        item: fact?.body.item ?? null,
        effective_at: new Date(effective).toISOString(),
        body: toJsonb(envelope.body),
        bytes,
      })),
    )
    .execute();
}

/** True when two texts tell of the same act: a fork gives it another place in a journal, nothing else. */
export function sameHappening(one: string, other: string): boolean {
  return happening(one) === happening(other);
}

/** The body is compared as text, from where `encodeFact` writes it, last: it may be too deep to write again. */
function happening(bytes: string): string {
  const { kind, kv, at, actor, desk } = JSON.parse(bytes) as Readonly<Record<string, unknown>>;
  return JSON.stringify([kind, kv, at, actor, desk]) + bytes.slice(bytes.indexOf('"body":'));
}

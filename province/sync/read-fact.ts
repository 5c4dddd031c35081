import type { z } from 'zod';
import type { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import { factBodySchemas } from '../../contract/sync/protocol.ts';
import type { Fact, FactKind } from '../../domain/facts/fact.ts';
import { factVersions } from '../../domain/facts/fact.ts';
import { isStorable } from '../database/storable.ts';

export type FactEnvelope = z.infer<typeof factEnvelopeSchema>;

/** Longest identifier that a row of the feed may carry (`contract/sync/rows.ts`). */
const longestIdentifier = 64;

/** Beyond this a count of renewals is a defect, and would not fit the loan's column. */
const mostRenewals = 1_000_000;

/**
 * The fact in words this version understands, or null when it does not: an unknown kind or version, a body that
 * is not its kind's, or identifiers that no row could carry.
 */
export function readFact(envelope: FactEnvelope): Fact | null {
  const { kind, kv } = envelope;
  if (!isFactKind(kind) || factVersions[kind] !== kv) return null;
  const body = factBodySchemas[kind].safeParse(envelope.body);
  if (!body.success || !fitsRows(body.data)) return null;
  // The schema of this very kind has just accepted the body; TypeScript cannot tie the two unions together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...envelope, body: body.data } as Fact;
}

/** A fact that `readFact` accepted when it came in, from its exact text. */
export function storedFact(bytes: string): Fact {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(bytes) as Fact;
}

function isFactKind(kind: string): kind is FactKind {
  return Object.hasOwn(factBodySchemas, kind);
}

function fitsRows(body: object): boolean {
  return Object.values(body).every((value: unknown) => {
    if (typeof value === 'string')
      return value.length > 0 && value.length <= longestIdentifier && isStorable(value);
    if (typeof value === 'number') return value <= mostRenewals;
    return typeof value !== 'object' || value === null || fitsRows(value);
  });
}

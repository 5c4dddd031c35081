import type { z } from 'zod';
import { factBodySchemas } from '../../contract/sync/fact-bodies.ts';
import type { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { Fact, FactKind } from '../../domain/facts/fact.ts';
import { factVersions } from '../../domain/facts/fact.ts';
import { fitsJsonb, toStorable } from '../database/storable.ts';

export type FactEnvelope = z.infer<typeof factEnvelopeSchema>;

/** Beyond this a count of renewals is a defect, and adding to it would leave the whole numbers. */
const mostRenewals = 1_000_000;

/**
 * The fact in words this version understands, or null when it does not: an unknown kind or version, a body that
 * is not its kind's, or values that no row could carry.
 */
export function readFact(envelope: FactEnvelope): Fact | null {
  const { kind, kv } = envelope;
  if (!isFactKind(kind) || factVersions[kind] !== kv) return null;
  const body = factBodySchemas[kind].safeParse(envelope.body);
  if (!body.success) return null;
  const fact = factOf(envelope, body.data);
  return fitsRows(fact) ? fact : null;
}

/**
 * A fact that `readFact` accepted when it came in, from its exact text. Keys that the contract learned since have
 * their defaults. The contract only ever widens; should a release narrow it by mistake, what was accepted once
 * still counts as it stands: a row of years ago must not disappear.
 */
export function storedFact(bytes: string): Fact {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const envelope = JSON.parse(bytes) as FactEnvelope & { readonly kind: FactKind };
  const body = factBodySchemas[envelope.kind].safeParse(envelope.body);
  return factOf(envelope, body.success ? body.data : envelope.body);
}

/** The body must be one of the envelope's kind. */
function factOf(envelope: FactEnvelope, body: object): Fact {
  const actor = toStorable(envelope.actor);
  // What a desk shows until the province has folded again is of no use to the province.
  const kept = envelope.kind === 'act.undone' ? { ...body, restores: [] } : body;
  // The schema of this very kind has accepted the body; TypeScript cannot tie the two unions together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...envelope, actor, body: kept } as Fact;
}

function isFactKind(kind: string): kind is FactKind {
  return Object.hasOwn(factBodySchemas, kind);
}

function fitsRows(fact: Fact): boolean {
  if (fact.kind === 'loan.renewed' && fact.body.renewals > mostRenewals) return false;
  return fitsJsonb(fact.body);
}

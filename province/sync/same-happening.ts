import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';

/** True when two facts' texts tell of the same act: a fork gives it another place in a journal, nothing else. */
export function sameHappening(one: string, other: string): boolean {
  return happening(one) === happening(other);
}

/** The body is compared as text, from where `encodeFact` writes it, last: it may be too deep to write again. */
function happening(bytes: string): string {
  const { kind, kv, at, actor, desk } = factEnvelopeSchema.parse(JSON.parse(bytes));
  return JSON.stringify([kind, kv, at, actor, desk]) + bytes.slice(bytes.indexOf('"body":'));
}

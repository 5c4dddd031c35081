import type { FactDraft } from '../../../domain/facts/fact.ts';
import type { AppendedFact } from '../../store/journal/journal.ts';
import type { SlipAct } from '../../store/slips.ts';
import type { DeskContext } from '../desk-context.ts';
import { factContext } from '../desk-context.ts';

/** The slip an act goes on: an open one by id, or a new one of a kind. */
export type SlipTarget =
  | { readonly id: string }
  | {
      readonly id: null;
      readonly kind: 'loan' | 'return';
      readonly patron: { readonly name: string; readonly card: string } | null;
    };

export interface Committed {
  readonly facts: readonly AppendedFact[];
  readonly slip: string;
}

/**
 * The one commit point of a desk act: the facts and the slip they go on, in one synchronous transaction of
 * `journal.db`. When this returns, the act has happened. Throws when the journal could not be written, and
 * then nothing has happened.
 */
export function commitAct(
  context: DeskContext,
  drafts: readonly FactDraft[],
  policy: string | null,
  slip: SlipTarget,
  content: Omit<SlipAct, 'at'>,
): Committed {
  const { store } = context;
  store.mendOverlay();
  const facts = factContext(context, policy);
  const committed = store.journalDb.transaction((): Committed => {
    const appended = store.journal.append(drafts, facts);
    const id = slip.id ?? store.slips.open(slip.kind, facts.at, slip.patron);
    for (const { entry } of appended) store.slips.add(id, entry, { ...content, at: facts.at });
    return { facts: appended, slip: id };
  })();
  store.showFacts(committed.facts.map(({ fact }) => fact));
  return committed;
}

import type { FactDraft } from '../../../domain/facts/fact.ts';
import type { AppendedFact } from '../../store/journal/journal.ts';
import type { DeskContext } from '../desk-context.ts';
import { factContext } from '../desk-context.ts';

/**
 * The one commit point of a desk act: the facts, in one synchronous transaction of `journal.db`. When this
 * returns, the act has happened. Throws when the journal could not be written, and then nothing has happened.
 */
export function commitAct(
  context: DeskContext,
  drafts: readonly FactDraft[],
  policy: string | null,
): readonly AppendedFact[] {
  if (drafts.length === 0) return [];
  const { store } = context;
  const facts = factContext(context, policy);
  const appended = store.journalDb.transaction(() => store.journal.append(drafts, facts))();
  store.showAct(appended.map(({ fact }) => fact));
  return appended;
}

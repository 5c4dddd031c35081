import type { FactDraft } from '../../../domain/facts/fact.ts';
import type { AppendedFact } from '../../store/journal/journal.ts';
import type { TagTask } from '../../store/tag-tasks.ts';
import type { DeskContext } from '../desk-context.ts';
import { factContext } from '../desk-context.ts';

export interface CommittedAct {
  readonly appended: readonly AppendedFact[];
  /** RFID tags in front of this desk that must say something else now. */
  readonly tags: readonly TagTask[];
}

/**
 * The one commit point of a desk act: the facts, and the tags that have to follow them, in one synchronous transaction
 * of `journal.db`. When this returns, the act has happened. Throws when the journal could not be written, and then
 * nothing has happened.
 */
export function commitAct(
  context: DeskContext,
  drafts: readonly FactDraft[],
  policy: string | null,
): CommittedAct {
  if (drafts.length === 0) return { appended: [], tags: [] };
  const { store } = context;
  const facts = factContext(context, policy);
  const committed = store.journalDb.transaction(() => {
    const appended = store.journal.append(drafts, facts);
    const tags = store.tagTasks.add(
      appended.map(({ fact }) => fact),
      (item) => store.lookup.itemSummary(item)?.barcode ?? null,
    );
    return { appended, tags };
  })();
  store.showAct(committed.appended.map(({ fact }) => fact));
  return committed;
}

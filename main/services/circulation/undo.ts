import { decideUndo } from '../../../domain/circulation/undo.ts';
import { isPermitted } from '../../../domain/circulation/findings.ts';
import type { Fact } from '../../../domain/facts/fact.ts';
import { reason } from '../../../domain/outcome.ts';
import type { DeskContext } from '../desk-context.ts';
import { dismissSlipsOf } from '../printing/slip-acts.ts';
import { commitAct } from './commit.ts';
import type { ActAnswer } from './row-content.ts';
import { patronInRow, refusedAnswer, rowContent } from './row-content.ts';

/** Takes an act of this desk back, the newest one when none is named. */
export function undo(context: DeskContext, id: string | null): ActAnswer {
  const { store, actor, permissions } = context;
  store.mendOverlay();
  if (!isPermitted({ id: actor, permissions }, 'undo'))
    return refusedAnswer('undo', reason('LT-5104', { permission: 'undo' }));
  const wanted = id ?? store.acts.newest();
  const act = wanted === null ? null : store.acts.get(wanted);
  if (!act || act.undone) return refusedAnswer('undo', reason('LT-1901'));
  const facts: Fact[] = [];
  for (let { firstEntry: entry } = act; entry <= act.lastEntry; entry += 1) {
    const fact = store.journal.factAt(entry);
    if (fact) facts.push(fact);
  }
  const since = { now: store.rowsNow(act.after), later: store.journal.factsMadeAfter(act.lastEntry) };
  const decision = decideUndo({ facts, before: act.before, after: act.after }, since, '');
  const item = facts.flatMap(({ body }) =>
    'item' in body && typeof body.item === 'string' ? [body.item] : [],
  )[0];
  const reader = facts.flatMap(({ body }) =>
    'patron' in body && typeof body.patron === 'string' ? [body.patron] : [],
  )[0];
  const patron = reader === undefined ? null : store.rows.get('patron', reader);
  const subject = {
    item: item === undefined ? null : store.lookup.itemSummary(item),
    patron: patron ? patronInRow(patron) : null,
  };
  const { appended, tags } = commitAct(context, decision.facts, null);
  if (appended.length > 0) {
    store.acts.markUndone(act.id);
    dismissSlipsOf(
      context,
      facts.map((fact) => fact.id),
    );
  }
  return {
    entries: [],
    slips: [],
    tags,
    row: rowContent('undo', decision.outcome, { ...subject, findings: decision.findings }),
  };
}

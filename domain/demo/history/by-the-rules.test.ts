import { describe, expect, it } from 'vitest';
import { civilDateAt } from '../../calendar/calendar.ts';
import { countLimits } from '../../circulation/limits.ts';
import { isOpen } from '../../circulation/loan.ts';
import type { Command } from '../../commands.ts';
import { decide } from '../../decide.ts';
import type { Fact, FactDraft } from '../../facts/fact.ts';
import { evolveRows } from '../../facts/fold-stream.ts';
import { streamsOf } from '../../facts/streams.ts';
import { resolvePolicy } from '../../policy/resolve.ts';
import { rowsInMemory } from '../../world/rows.ts';
import { viewOf } from '../../world/view.ts';
import { demoDefaults } from '../options.ts';
import { demoPolicySet } from '../policies.ts';
import { rowsAround } from './desk.ts';
import { openHistory } from './history.ts';

/** Small enough for rows that are looked through one by one. */
const options = { ...demoDefaults, titles: 200, patrons: 120, today: '2026-11-22' } as const;
const { desk, play } = openHistory(options);
const facts = [...play()];
/** Facts of one act share their time. */
const acts = [...Map.groupBy(facts, ({ at }) => at).values()];

/** What must have been asked for these facts to come about; null for what a desk does besides lending. */
function commandOf(act: readonly Fact[]): Command | null {
  for (const fact of act) {
    if (fact.kind === 'loan.checked-out') {
      const { patron, item, use } = fact.body;
      return { do: 'check-out', patron, item, use, due: null, confirmed: ['parts'], restricted: null };
    }
    if (fact.kind === 'loan.renewed')
      return { do: 'renew', loan: fact.body.loan, seen: true, due: null, confirmed: [] };
    if (fact.kind === 'loan.returned') {
      const { item, usedInHouse: countUse } = fact.body;
      return { do: 'check-in', item, returnedAt: null, mode: 'desk', countUse, keepHere: false };
    }
  }
  return null;
}

describe('the history', () => {
  it('is what the rules decide, act by act', () => {
    const rows = rowsInMemory(rowsAround(desk));
    const made: (readonly Pick<Fact, 'kind' | 'body'>[])[] = [];
    const decided: (readonly FactDraft[])[] = [];
    for (const act of acts) {
      const [first] = act;
      const command = commandOf(act);
      if (first && command) {
        const { timeZone, id: library } = desk.library;
        const today = civilDateAt(first.at, timeZone);
        const actor = { id: first.actor, permissions: 'all' } as const;
        const view = viewOf(rows, { now: first.at, today, timeZone, library, station: first.station, actor });
        made.push(act.map(({ kind, body }) => ({ kind, body })));
        decided.push(decide(view, command).facts);
      }
      for (const fact of act)
        for (const stream of streamsOf(fact))
          rows.replaceStream(stream, evolveRows(stream, rows.ofStream(stream), fact));
    }
    expect(decided.length).toBeGreaterThan(150);
    expect(decided).toEqual(made);
  });

  it('never lends more than the policy of the loan allows', () => {
    const { station, play: again } = openHistory({ ...demoDefaults, today: '2026-11-22' });
    let checked = 0;
    for (const fact of again()) {
      if (fact.kind !== 'loan.checked-out') continue;
      const { patron, itemClass, collection, use, library } = fact.body;
      const reader = station.rows.get('patron', patron);
      const answer =
        reader && resolvePolicy(demoPolicySet, { library, category: reader.category, itemClass, collection });
      const loans = station.rows.all('loan').filter((loan) => loan.patron === patron && isOpen(loan));
      const counts = countLimits(demoPolicySet, answer?.loan.limits ?? [], loans, {
        itemClass,
        use,
        library,
      });
      expect(counts.length).toBeGreaterThan(0);
      for (const { count, max } of counts) expect(count).toBeLessThanOrEqual(max);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(600);
  });
});

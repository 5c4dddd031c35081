import type { Command } from '../../commands.ts';
import type { DeskView } from '../../circulation/view.ts';
import { decide } from '../../decide.ts';
import type { Fact } from '../../facts/fact.ts';
import { evolveRows } from '../../facts/fold-stream.ts';
import { streamsOf } from '../../facts/streams.ts';
import type { Rows } from '../../world/rows.ts';
import { rowsInMemory } from '../../world/rows.ts';
import { viewOf } from '../../world/view.ts';
import { demoUuid } from '../uuid.ts';
import type { DemoDesk } from './desk.ts';
import { rowsAround } from './desk.ts';
import type { Minute, Moment } from './journal.ts';
import { demoStation, makeJournal } from './journal.ts';

/** The desk at which the history is made. Every act goes through the rules of the domain. */
export interface Station {
  /** Everything as it is after the acts so far. */
  readonly rows: Rows;
  /** What the desk would decide on at that minute. */
  view(minute: Minute): DeskView;
  /** Facts of an act at that minute; none when the rules refuse it or ask about something. */
  act(minute: Minute, command: Command): readonly Fact[];
  /** An identifier for something that is new at that minute. */
  newId(kind: 'hold' | 'charge' | 'drawer', minute: Minute): string;
  /** Every fact since the last time this was asked. */
  takeFacts(): readonly Fact[];
}

export function openStation(desk: DemoDesk, seed: number): Station {
  const { library } = desk;
  const rows = rowsInMemory(rowsAround(desk));
  const journal = makeJournal(seed);
  const taken: Fact[] = [];
  let ids = 0;
  const viewAt = ({ now, day, actor }: Moment): DeskView =>
    viewOf(rows, {
      now,
      today: day,
      timeZone: library.timeZone,
      library: library.id,
      station: demoStation.id,
      actor: { id: actor, permissions: 'all' },
    });
  return {
    rows,
    view: (minute) => viewAt(journal.next(minute)),
    act: (minute, command) => {
      const moment = journal.next(minute);
      const decision = decide(viewAt(moment), command);
      if (decision.facts.length === 0) return [];
      const facts = journal.record(moment, decision.facts);
      for (const fact of facts)
        for (const stream of streamsOf(fact))
          rows.replaceStream(stream, evolveRows(stream, rows.ofStream(stream), fact));
      taken.push(...facts);
      return facts;
    },
    newId: (kind, minute) => {
      ids += 1;
      return demoUuid(kind, ids, seed, journal.next(minute).at);
    },
    takeFacts: () => taken.splice(0),
  };
}

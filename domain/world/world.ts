import type { EntityRow, RowRef } from '../catalogue/rows.ts';
import type { Command } from '../commands.ts';
import type { Act } from '../circulation/undo.ts';
import { decideUndo } from '../circulation/undo.ts';
import type { Decision } from '../circulation/decision.ts';
import type { Actor, DeskView } from '../circulation/view.ts';
import { civilDateAt } from '../calendar/calendar.ts';
import { decide } from '../decide.ts';
import type { Fact, FactDraft, Instant, PlacedFact } from '../facts/fact.ts';
import { factVersions } from '../facts/fact.ts';
import { evolveRows } from '../facts/fold-stream.ts';
import { changedRows } from '../facts/changed-rows.ts';
import { streamsOf } from '../facts/streams.ts';
import type { Rows } from './rows.ts';
import { rowsInMemory } from './rows.ts';
import { viewOf } from './view.ts';

/** Where and as whom a command is given. */
export interface WorldDesk {
  readonly library: string;
  readonly station: string;
  readonly actor: Actor;
}

/** What became of a command. */
export interface Acted {
  readonly decision: Decision;
  readonly facts: readonly Fact[];
  readonly act: Act;
}

/**
 * A library in memory: the same rules and the same folds as a station, without disk, wire or screen. Scenarios,
 * property tests and the command line decide in it.
 */
export interface World {
  readonly rows: Rows;
  /** Every fact so far, placed by its own clock. */
  facts(): readonly PlacedFact[];
  view(desk: WorldDesk, now: Instant): DeskView;
  /** Decides and, when the decision has facts, records them. */
  act(desk: WorldDesk, now: Instant, command: Command): Acted;
  undo(desk: WorldDesk, now: Instant, act: Act): Acted;
}

export function worldOf(seed: Iterable<EntityRow>, timeZone = 'Asia/Ho_Chi_Minh'): World {
  const rows = rowsInMemory(seed);
  const placed: PlacedFact[] = [];
  const view = (desk: WorldDesk, now: Instant): DeskView =>
    viewOf(rows, { ...desk, now, today: civilDateAt(now, timeZone), timeZone });

  const commit = (desk: WorldDesk, now: Instant, decision: Decision): Acted => {
    const facts = decision.facts.map((draft, index) => factOf(draft, desk, now, placed.length + index + 1));
    const streams = [...new Set(facts.flatMap(streamsOf))];
    const before = streams.flatMap((stream) => rows.ofStream(stream));
    for (const fact of facts) {
      placed.push({ fact, effective: Date.parse(now) });
      for (const stream of streamsOf(fact))
        rows.replaceStream(stream, evolveRows(stream, rows.ofStream(stream), fact));
    }
    const after = streams.flatMap((stream) => rows.ofStream(stream));
    return { decision, facts, act: { facts, ...changedRows(before, after) } };
  };

  return {
    rows,
    facts: () => placed,
    view,
    act: (desk, now, command) => commit(desk, now, decide(view(desk, now), command)),
    undo: (desk, now, act) => {
      const present = act.after.map((ref): RowRef => {
        // One entity goes in and the row of that entity comes out.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return { entity: ref.entity, id: ref.id, row: rows.get(ref.entity, ref.id) } as RowRef;
      });
      const last = act.facts.at(-1)?.id;
      const later = placed
        .slice(placed.findIndex(({ fact }) => fact.id === last) + 1)
        .map(({ fact }) => fact);
      return commit(desk, now, decideUndo(act, { now: present, later }, ''));
    },
  };
}

function factOf(draft: FactDraft, desk: WorldDesk, now: Instant, seq: number): Fact {
  // Kind and body of a draft belong together; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    v: 1,
    id: draft.id ?? `f${seq}`,
    station: desk.station,
    inc: 'world',
    seq,
    kind: draft.kind,
    kv: factVersions[draft.kind],
    at: now,
    clock: { boot: 'world', mono: seq, offset: null },
    actor: desk.actor.id,
    desk: desk.station,
    basis: { epoch: null, cursor: 0, policy: null },
    body: draft.body,
  } as Fact;
}

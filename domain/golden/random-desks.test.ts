import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateAt } from '../calendar/calendar.ts';
import type { EntityRow } from '../catalogue/rows.ts';
import { decide } from '../decide.ts';
import { foldStream } from '../facts/fold-stream.ts';
import { streamOfRow, streamsOf } from '../facts/streams.ts';
import { diceFor } from '../demo/random.ts';
import type { World } from '../world/world.ts';
import { illegalDecision, illegalDue, illegalStates } from './invariants.ts';
import { commandByChance, makerCount } from './random-command.ts';
import { libraryByChance } from './random-library.ts';
import type { StoryStep } from './tell-story.ts';
import { storyDesks, tellStory } from './tell-story.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const seeds = fc.nat({ max: 100_000 });

const stories = (minLength: number, maxLength: number): fc.Arbitrary<readonly StoryStep[]> =>
  fc.array(
    fc.record({
      op: fc.nat({ max: makerCount * 6 }),
      a: fc.nat({ max: 400 }),
      b: fc.nat({ max: 400 }),
      c: fc.nat({ max: 400 }),
      desk: fc.nat({ max: 2 }),
      minutes: fc.oneof(fc.constant(0), fc.nat({ max: 60 }), fc.nat({ max: 600 }), fc.nat({ max: 9_000 })),
    }),
    { minLength, maxLength, size: 'max' },
  );

const entities = [
  'item-state',
  'loan',
  'hold',
  'charge',
  'payment',
  'drawer',
  'patron',
  'message',
  'item',
  'biblio',
  'calendar',
  'policy',
] as const;

function everyRow({ rows }: World): readonly EntityRow[] {
  return entities.flatMap((entity) =>
    rows.all(entity).map((row) => {
      // One entity goes in and the rows of that entity come out.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { entity, row } as EntityRow;
    }),
  );
}

const keyed = (rows: readonly EntityRow[]): ReadonlyMap<string, unknown> =>
  new Map(rows.map(({ entity, row }) => [`${entity}/${row.id}`, row]));

const sorted = (rows: readonly EntityRow[]): readonly EntityRow[] =>
  [...rows].sort((a, b) => (`${a.entity}/${a.row.id}` < `${b.entity}/${b.row.id}` ? -1 : 1));

/** A copy nothing has happened to has no row, or one that says so. */
function withoutUntouched(rows: readonly EntityRow[]): readonly EntityRow[] {
  return rows.filter(
    ({ entity, row }) =>
      entity !== 'item-state' ||
      row.state.status !== 'available' ||
      row.lastLoan !== null ||
      row.usesInHouse !== 0,
  );
}

describe('whatever is done at several desks', () => {
  it('decides soundly and never reaches an illegal state', () => {
    fc.assert(
      fc.property(seeds, stories(20, 120), (seed, story) => {
        tellStory(seed, story, {
          before: (world, desk, now, command) => {
            if (!command) return;
            const decision = decide(world.view(desk, now), command);
            // Looking changes nothing: the same view and the same command give the same decision.
            expect(decide(world.view(desk, now), command)).toStrictEqual(decision);
            expect(illegalDecision(decision, desk, command)).toStrictEqual([]);
            const today = civilDateAt(now, timeZone);
            expect(illegalDue(world, decision, desk.library, today, timeZone)).toStrictEqual([]);
          },
          after: ({ world }) => expect(illegalStates(world)).toStrictEqual([]),
        });
      }),
      { numRuns: 250 },
    );
  });

  it('an undone act leaves every row it changed as it was, and touches no other', () => {
    let undoneActs = 0;
    fc.assert(
      fc.property(seeds, stories(20, 80), (seed, story) => {
        let was: ReadonlyMap<string, unknown> = new Map();
        tellStory(seed, story, {
          before: (world) => {
            was = keyed(everyRow(world));
          },
          after: ({ world, acted, undone }) => {
            if (!undone || acted.facts.length === 0) return;
            undoneActs += 1;
            const is = keyed(everyRow(world));
            const touched = new Map(
              undone.act.before.map(({ entity, id, row }) => [`${entity}/${id}`, row ?? undefined]),
            );
            for (const key of new Set([...was.keys(), ...is.keys(), ...touched.keys()]))
              expect(is.get(key)).toStrictEqual(touched.has(key) ? touched.get(key) : was.get(key));
          },
        });
      }),
      { numRuns: 150 },
    );
    expect(undoneActs).toBeGreaterThan(200);
  });

  it('undone at once, everything that is shown is as it was', () => {
    fc.assert(
      fc.property(seeds, stories(10, 60), (seed, story) => {
        const [last, ...first] = story;
        const [desk] = storyDesks;
        const world = tellStory(seed, first);
        const was = everyRow(world);
        const now = world.facts().at(-1)?.fact.at;
        if (!last || now === undefined) return;
        const of = { world, library: desk.library, now, step: 999, picks: last };
        const { act, facts } = world.act(desk, now, commandByChance(of));
        const { decision } = world.undo(desk, now, act);
        const why = decision.outcome === 'done' ? 'done' : decision.findings[0]?.reason.code;
        expect(['done', facts.length === 0 ? 'LT-1901' : 'LT-1903']).toContain(why);
        const shown = why === 'done' ? everyRow(world) : was;
        expect(sorted(shown)).toStrictEqual(sorted(was));
      }),
      { numRuns: 300 },
    );
  });

  it('the rows of every stream follow from the set of its facts, in any order and however often', () => {
    fc.assert(
      fc.property(seeds, stories(20, 100), (seed, story) => {
        const world = tellStory(seed, story);
        const dice = diceFor(seed, 3);
        const facts = world.facts();
        const seedRows = libraryByChance(seed);
        for (const stream of new Set(facts.flatMap(({ fact }) => streamsOf(fact)))) {
          const own = facts.filter(({ fact }) => streamsOf(fact).includes(stream));
          const shuffled = [...own, ...own.filter(() => dice.chance(0.4))]
            .map((fact) => ({ fact, place: dice.below(1_000_000) }))
            .sort((a, b) => a.place - b.place)
            .map(({ fact }) => fact);
          const base = seedRows.filter((row) => streamOfRow(row) === stream);
          const { rows, exceptions } = foldStream(stream, base, shuffled);
          const shown = world.rows.ofStream(stream);
          expect(sorted(withoutUntouched(rows))).toStrictEqual(sorted(withoutUntouched(shown)));
          expect(exceptions).toStrictEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../catalogue/rows.ts';
import { checkedOut, renewed, returned } from '../testing/facts.ts';
import { plainBiblio, plainItem, plainPatron } from '../world/plain-rows.ts';
import type { Catalogued } from './catalogued.ts';
import { nothingCatalogued } from './catalogued.ts';
import type { Fact, FactBodies, PlacedFact } from './fact.ts';
import { comparePlaced } from './fact.ts';
import type { FoldPoint, PointSpacing } from './fold-point.ts';
import { foldOnward, foldVersion, nextPoint, usualSpacing } from './fold-point.ts';
import type { FoldedStream } from './fold-stream.ts';
import { foldStream } from './fold-stream.ts';
import { judgedIn, streamsOf } from './streams.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 600);
const close: PointSpacing = { every: 3, behind: 1 };
const everyCopy: Catalogued = { begun: true, item: () => true };
const noCopy: Catalogued = { begun: true, item: () => false };

const reader = plainPatron({ id: 'p', card: 'THE-1' }, 'A');
const addedCopy: FactBodies['item.fast-added'] = {
  item: plainItem({ id: 'i', biblio: 'b' }, 'A'),
  biblio: plainBiblio({ id: 'b' }),
};

/** One happening: what kind, when, at which desk, and which earlier or later one it speaks of. */
interface Step {
  readonly kind: number;
  readonly minute: number;
  readonly station: string;
  readonly about: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.integer({ min: 0, max: 99 }),
  // Few minutes and many facts: some happen at one time.
  minute: fc.integer({ min: 0, max: 90 }),
  station: fc.constantFrom('ST-1', 'ST-2'),
  about: fc.integer({ min: -6, max: 2 }),
});

const marks = ['lost', 'missing', 'damaged', 'claimed-returned', 'found', 'repaired'] as const;

/** Mostly lending and returning in turn, as at a desk; now and then something rare. */
function factOf({ kind, minute, station, about }: Step, place: number, stream: string): Fact {
  const at = { id: `f${place}`, station, seq: place + 1, minute };
  const lent = checkedOut(at);
  const { body: _, ...other } = lent;
  const there = `f${Math.max(0, place + about)}`;
  if (kind < 40) return lent;
  if (kind < 50)
    return {
      ...other,
      kind: 'act.undone',
      body: { facts: [there], streams: [stream], restores: [], note: '' },
    };
  if (kind < 52) {
    const exception =
      stream === 'patron/p' ? `blocked-patron-borrowed/${there}` : `double-loan/f${place - 1}/${there}`;
    return {
      ...other,
      kind: 'exception.resolved',
      body: { exception, stream, library: 'A', resolution: 'done', note: '' },
    };
  }
  return stream === 'patron/p' ? ofReader(other, kind) : ofCopy(other, kind, { at, about, there });
}

type Envelope = Omit<ReturnType<typeof checkedOut>, 'kind' | 'body'>;

function ofReader(other: Envelope, kind: number): Fact {
  if (kind < 60)
    return {
      ...other,
      kind: 'patron.registered',
      body: { patron: { ...reader, card: `THE-${other.seq}` } },
    };
  const block = kind < 75 ? ({ until: 'endless', reason: '', at: other.at } as const) : null;
  return { ...other, kind: 'patron.amended', body: { patron: 'p', changes: { block }, note: '' } };
}

function ofCopy(
  other: Envelope,
  kind: number,
  { at, about, there }: { at: Parameters<typeof checkedOut>[0]; about: number; there: string },
): Fact {
  const name = { item: 'i', barcode: 'VV.1', library: 'A' };
  if (kind < 80) return returned(at, about === 0 ? null : there);
  if (kind < 85) return renewed(at, there, '2026-12-20');
  if (kind < 91) {
    const mark = marks[other.seq % marks.length] ?? 'found';
    return {
      ...other,
      kind: 'item.marked',
      body: { ...name, mark, loan: about > 0 ? there : null, decision: '', note: '' },
    };
  }
  if (kind < 93) return { ...other, kind: 'transit.received', body: name };
  if (kind < 95)
    return {
      ...other,
      kind: 'hold.trapped',
      body: { ...name, hold: 'h1', patron: 'p', shelfUntil: '2026-12-01' },
    };
  if (kind < 97)
    return { ...other, kind: 'hold.ended', body: { hold: 'h1', item: 'i', why: 'not-collected', note: '' } };
  return { ...other, kind: 'item.fast-added', body: addedCopy };
}

const keyOf = ({ entity, row }: EntityRow): string => `${entity}/${row.id}`;

/** What a province holds of a stream that takes in its facts one push after another. */
function taken(
  stream: string,
  pushes: readonly (readonly PlacedFact[])[],
  {
    base,
    catalogued,
    spacing,
  }: { base: readonly EntityRow[]; catalogued: Catalogued; spacing: PointSpacing },
) {
  const stored: PlacedFact[] = [];
  let point: FoldPoint | null = null;
  let points = 0;
  let rows = new Map<string, EntityRow>();
  let exceptions: FoldedStream['exceptions'] = [];
  for (const push of pushes) {
    const from: FoldPoint | null = point;
    const behind: readonly PlacedFact[] = [
      ...stored.filter((one) => !from || comparePlaced(one, from.after) > 0),
      ...push,
    ];
    stored.push(...push);
    const onward: FoldedStream | null = from && foldOnward(stream, from, behind, catalogued);
    const folded = onward ?? foldStream(stream, base, stored, catalogued);
    if (!onward) rows = new Map();
    // Loans from before the point stay; all else is what the fold says.
    const began = new Set(behind.map(({ fact }) => `loan/${fact.id}`));
    for (const key of rows.keys()) if (!key.startsWith('loan/') || began.has(key)) rows.delete(key);
    for (const row of folded.rows) rows.set(keyOf(row), row);
    exceptions = folded.exceptions;
    const facts = onward ? behind : stored;
    const next = nextPoint({ stream, base, from: onward ? from : null, facts, catalogued, spacing });
    if (next) points += 1;
    point = next ?? (onward ? from : null);
  }
  return { rows, exceptions, points };
}

describe('folding a stream from a point', () => {
  const worlds = [
    { stream: 'item/i', base: [], catalogued: everyCopy },
    { stream: 'item/i', base: [], catalogued: noCopy },
    { stream: 'item/i', base: [], catalogued: nothingCatalogued },
    { stream: 'patron/p', base: [{ entity: 'patron', row: reader }], catalogued: everyCopy },
    { stream: 'patron/p', base: [], catalogued: everyCopy },
  ] as const;
  it.each(worlds)(
    'gives what folding all its facts gives, in whatever order they come ($stream)',
    (world) => {
      let points = 0;
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 4, maxLength: 40 }),
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          (steps, sizes, late) => {
            const inTime = [...steps].sort((a, b) => (late ? 0 : a.minute - b.minute));
            const facts = inTime
              .map((one, place) => factOf(one, place, world.stream))
              .filter((fact) => [...streamsOf(fact), ...judgedIn(fact)].includes(world.stream))
              .map((fact) => ({ fact, effective: Date.parse(fact.at) }));
            const pushes: PlacedFact[][] = [];
            for (let at = 0, turn = 0; at < facts.length; turn += 1) {
              const size = sizes[turn % sizes.length] ?? 1;
              pushes.push(facts.slice(at, at + size));
              at += size;
            }
            const held = taken(world.stream, pushes, { ...world, spacing: close });
            points += held.points;
            const whole = foldStream(world.stream, world.base, facts, world.catalogued);
            if (facts.length === 0) return;
            expect(held.exceptions).toStrictEqual(whole.exceptions);
            expect(held.rows).toStrictEqual(new Map(whole.rows.map((row) => [keyOf(row), row])));
          },
        ),
        { numRuns },
      );
      // A world in which no point is ever set would prove nothing.
      expect(points).toBeGreaterThan(20);
    },
  );

  it('leaves the facts of a year behind, and needs them when one of them is spoken of', () => {
    const loans = Array.from({ length: 60 }, (_, place) => [
      checkedOut({ id: `l${place}`, seq: place * 2 + 1, minute: place * 2 }),
      returned({ id: `r${place}`, seq: place * 2 + 2, minute: place * 2 + 1 }, `l${place}`),
    ]).flat();
    const facts = loans.map((fact) => ({ fact, effective: Date.parse(fact.at) }));
    const parts = { stream: 'item/i', base: [], from: null, catalogued: everyCopy, spacing: usualSpacing };
    expect(nextPoint({ ...parts, facts: facts.slice(0, usualSpacing.every - 1) })).toBeNull();
    const point = nextPoint({ ...parts, facts });
    if (!point) throw new Error('no point was set');
    const behind = facts.filter((one) => comparePlaced(one, point.after) > 0);
    expect(behind).toHaveLength(usualSpacing.behind);
    expect(foldOnward('item/i', point, behind, everyCopy)?.rows).toHaveLength(1 + usualSpacing.behind / 2);
    const again = returned({ id: 'again', seq: 200, minute: 130 }, 'l3');
    const late = checkedOut({ id: 'late', station: 'ST-2', seq: 1, minute: 1 });
    for (const fact of [again, late])
      expect(
        foldOnward('item/i', point, [...behind, { fact, effective: Date.parse(fact.at) }], everyCopy),
      ).toBeNull();
  });

  it('does without earlier facts for a copy that a desk added, and not for one that nobody knows', () => {
    const added: Fact = {
      ...returned({ id: 'added', seq: 1, minute: 0 }, null),
      kind: 'item.fast-added',
      body: addedCopy,
    };
    const uses = Array.from({ length: 6 }, (_, place) =>
      returned({ id: `r${place}`, seq: place + 2, minute: place + 1 }, null),
    ).map((fact) => ({ fact, effective: Date.parse(fact.at) }));
    const facts = [{ fact: added, effective: Date.parse(added.at) }, ...uses];
    const parts = { stream: 'item/i', base: [], from: null, spacing: close };
    const point = nextPoint({ ...parts, facts, catalogued: noCopy });
    if (!point) throw new Error('no point was set');
    expect(foldOnward('item/i', point, uses.slice(-1), noCopy)).not.toBeNull();
    expect(nextPoint({ ...parts, facts: uses, catalogued: noCopy })).toBeNull();
    const before = nextPoint({ ...parts, facts: uses, catalogued: nothingCatalogued });
    if (!before) throw new Error('no point was set');
    expect(foldOnward('item/i', before, uses.slice(-1), nothingCatalogued)).not.toBeNull();
    expect(foldOnward('item/i', before, uses.slice(-1), noCopy)).toBeNull();
  });

  it('remembers what was said of an exception before the facts that bring it', () => {
    // kinds of `factOf`: 51 resolves, 60 blocks, 80 lifts the block, 0 lends.
    const told = [80, 51, 80, 80, 60, 0].map((kind, place) => {
      const about = kind === 51 ? 4 : 0;
      const fact = factOf({ kind, minute: place, station: 'ST-1', about }, place, 'patron/p');
      return [{ fact, effective: Date.parse(fact.at) }];
    });
    const base: readonly EntityRow[] = [{ entity: 'patron', row: reader }];
    const world = { base, catalogued: everyCopy, spacing: close };
    const { rows } = taken('patron/p', told, world);
    expect(rows.get('exception/blocked-patron-borrowed/f5')?.row).toMatchObject({
      resolved: { resolution: 'done' },
    });
  });

  it('remembers of what was undone only what may still come, and does not remember much', () => {
    const undo = (place: number, undone: readonly string[]): PlacedFact => {
      const { body: _, ...other } = returned({ id: `u${place}`, seq: place, minute: place }, null);
      const body = { facts: undone, streams: ['item/i'], restores: [], note: '' };
      return { fact: { ...other, kind: 'act.undone', body }, effective: Date.parse(other.at) };
    };
    const seen = Array.from({ length: 4 }, (_, place) =>
      returned({ id: `r${place}`, seq: place + 10, minute: place + 10 }, null),
    ).map((fact) => ({ fact, effective: Date.parse(fact.at) }));
    const parts = { stream: 'item/i', base: [], catalogued: everyCopy, spacing: close };
    const first = nextPoint({ ...parts, from: null, facts: [undo(1, ['r0', 'late', 'late']), ...seen] });
    expect(first?.undone).toEqual(['late']);
    const many = Array.from({ length: 500 }, (_, place) => `of another stream ${place}`);
    expect(nextPoint({ ...parts, from: null, facts: [undo(1, many), ...seen] })).toBeNull();
  });

  /**
   * Provinces keep points for years, made by the folding of before. Whoever changes what folding gives comes by here:
   * raise `foldVersion`, and write down what it gives now.
   */
  it('gives what it gave when its version was last raised', () => {
    let at = 1;
    // The generator of Park and Miller: the same numbers for ever, whatever fast-check does.
    const random = (below: number): number => (at = (at * 48_271) % 2_147_483_647) % below;
    let gives = 0;
    for (const { stream, base, catalogued } of worlds)
      for (let history = 0; history < 40; history += 1) {
        const facts = Array.from({ length: 30 }, (_, place) => {
          const about = random(9) - 6;
          const [kind, minute] = [random(100), place + random(4)];
          const fact = factOf({ kind, minute, station: `ST-${random(2)}`, about }, place, stream);
          return { fact, effective: Date.parse(fact.at) };
        });
        const told = facts.filter(({ fact }) => [...streamsOf(fact), ...judgedIn(fact)].includes(stream));
        for (const letter of JSON.stringify(foldStream(stream, base, told, catalogued)))
          gives = (gives * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 31;
      }
    expect({ foldVersion, gives }).toEqual({ foldVersion: 1, gives: 1_086_040_073 });
  });
});

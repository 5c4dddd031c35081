import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isEntity } from '../../contract/sync/rows.ts';
import type { EntityRow, EntityRows } from '../../domain/catalogue/rows.ts';
import { exceptionId } from '../../domain/exceptions/exception.ts';
import type { Fact, FactDraft, PlacedFact } from '../../domain/facts/fact.ts';
import { foldStream } from '../../domain/facts/fold-stream.ts';
import { streamOfRow, streamsOf } from '../../domain/facts/streams.ts';
import { viewFor } from '../../domain/scopes/view-for.ts';
import { publishRows } from '../catalogue/publish.ts';
import { storedFact } from '../sync/read-fact.ts';
import { emptyDatabase } from '../testing/databases.ts';
import {
  amend,
  charge,
  endHold,
  lend,
  mark,
  pay,
  placeHold,
  register,
  renew,
  settle,
  takeBack,
  trap,
  undo,
} from '../testing/drafts.ts';
import { mirrorOf } from '../testing/mirror.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import { patron, policy } from '../testing/rows.ts';
import type { TestStation } from '../testing/station.ts';
import { parseRow } from '../testing/stored.ts';
import { keptStreams } from './fact-streams.ts';
import { entityRow, rowKey } from './held-rows.ts';

interface Act {
  readonly station: number;
  readonly item: number;
  readonly verb: keyof typeof verbs;
  /** Minutes after eight o'clock, by the desk's own clock. */
  readonly minute: number;
  /** Which of the things made so far an act names, as a share of them. */
  readonly choice: number;
}

/** What has been made so far, by the ids of its facts. */
interface Past {
  readonly loans: string[];
  readonly holds: string[];
  readonly payments: string[];
  readonly facts: Fact[];
}

const marks = ['lost', 'missing', 'withdrawn', 'claimed-returned', 'found'] as const;

const pick = <T>(list: readonly T[], choice: number): T | undefined => list[Math.floor(choice * list.length)];

const verbs = {
  lend: (past, copy) => lend(copy, 'patron-1', '2026-12-06', past.holds.at(-1) ?? null),
  return: (past, copy, choice) => takeBack(copy, pick(past.loans, choice) ?? 'no-loan'),
  'return-unknown': (_past, copy) => takeBack(copy, null),
  renew: (past, copy, choice) => renew(copy, pick(past.loans, choice) ?? 'no-loan'),
  mark: (past, copy, choice) => mark(copy, pick(marks, choice) ?? 'lost', pick(past.loans, choice) ?? null),
  hold: () => placeHold('patron-1'),
  trap: (past, copy, choice) => trap(pick(past.holds, choice) ?? 'no-hold', copy),
  'end-hold': (past, copy, choice) => endHold(pick(past.holds, choice) ?? 'no-hold', copy),
  charge: (_past, copy, choice) => charge(`c-${copy}`, Math.floor(choice * 90_000)),
  pay: (_past, copy, choice) => pay(`c-${copy}`, Math.floor(choice * 90_000) + 1),
  settle: (past, copy, choice) =>
    settle(pick(past.payments, choice) ?? 'no-payment', `c-${copy}`, 1, 'reversed'),
  register: (_past, copy, choice) => register(`p-${copy}`, `Bạn đọc Thử ${choice}`),
  amend: (_past, copy, choice) => amend(`p-${copy}`, { category: `loai-${Math.floor(choice * 9)}` }),
  resolve: (past, copy, choice): FactDraft => {
    const [first, second] = past.loans.slice(Math.floor(choice * Math.max(1, past.loans.length - 1)));
    const exception = `double-loan/${first ?? ''}/${second ?? ''}`;
    const resolution = choice < 0.5 ? 'first-has-it' : 'last-has-it';
    return {
      kind: 'exception.resolved',
      body: { exception, stream: `item/${copy}`, library: 'lib-1', resolution, note: String(choice) },
    };
  },
  undo: (past, _copy, choice) => {
    const fact = pick(past.facts, choice);
    return undo([fact?.id ?? 'no-fact'], fact ? streamsOf(fact) : ['item/i0']);
  },
} as const satisfies Readonly<Record<string, (past: Past, copy: string, choice: number) => FactDraft>>;

const acts = fc.array(
  fc.record<Act>({
    station: fc.nat(2),
    item: fc.nat(3),
    verb: fc.constantFrom(...Object.keys(verbs).filter(isVerb)),
    minute: fc.nat(400),
    choice: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
);
/** How many more facts each push takes, and from which station; a publication in between when there is a name. */
const arrivals = fc.array(
  fc.record({
    station: fc.nat(2),
    count: fc.integer({ min: 1, max: 6 }),
    publish: fc.option(fc.constantFrom('Nguyễn Thị Thử', 'Trần Văn Thử'), { freq: 4 }),
  }),
  { maxLength: 12 },
);

function isVerb(name: string): name is keyof typeof verbs {
  return Object.hasOwn(verbs, name);
}

function perform(stations: readonly TestStation[], history: readonly Act[]): void {
  const past: Past = { loans: [], holds: [], payments: [], facts: [] };
  for (const { station, item, verb, minute, choice } of history) {
    const desk = stations[station];
    if (!desk) throw new Error('no such station');
    const at = new Date(Date.UTC(2026, 10, 22, 1, minute)).toISOString();
    const draft = verbs[verb](past, `i${item}`, choice);
    const id = desk.record(draft, { at });
    past.facts.push(storedFact(desk.journal.at(-1)?.bytes ?? ''));
    if (draft.kind === 'loan.checked-out') past.loans.push(id);
    if (draft.kind === 'hold.placed') past.holds.push(id);
    if (draft.kind === 'payment.taken') past.payments.push(id);
  }
}

/** Every row that all facts together give over the published ones, and the ids of the exceptions. */
async function foldedFromNothing({ db }: TestProvince, published: readonly EntityRow[]) {
  const stored = await db.selectFrom('fact').select(['bytes', 'effective_at']).execute();
  const placed = stored.map(({ bytes, effective_at }): PlacedFact => ({
    fact: storedFact(bytes),
    effective: effective_at.getTime(),
  }));
  const rows = new Map(published.map((row) => [keyOf(row), row.row]));
  const exceptions: string[] = [];
  for (const stream of new Set(placed.flatMap(({ fact }) => keptStreams(fact)))) {
    const base = published.filter((row) => streamOfRow(row) === stream);
    const facts = placed.filter(({ fact }) => keptStreams(fact).includes(stream));
    const folded = foldStream(stream, base, facts);
    for (const row of folded.rows) rows.set(keyOf(row), row.row);
    exceptions.push(...folded.exceptions.map(exceptionId));
  }
  return { rows, exceptions: exceptions.toSorted() };
}

function keyOf({ entity, row }: EntityRow): string {
  return rowKey({ entity, id: row.id });
}

/** Doubts about a clock are of the journal that a fact came in, not of its streams. */
function isFolded(key: string): boolean {
  return !key.startsWith('receipt-range/') && !key.startsWith('exception/clock-suspect/');
}

async function heldRows({ db }: TestProvince): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('current_row')
    .selectAll()
    .where('entity', '<>', 'receipt-range')
    .execute();
  return new Map(
    rows.map((row): [string, unknown] => [rowKey(row), row.row]).filter(([key]) => isFolded(key)),
  );
}

/** What the library sees that everything happens at. Nobody has catalogued the copies. */
function seenAtHome(rows: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const about = { onlyFor: null, owner: null, home: 'lib-1' };
  return new Map(
    [...rows].map(([key, row]) => {
      const held = entityRow({ entity: key.slice(0, key.indexOf('/')), row });
      if (!held) throw new Error(`no such entity: ${key}`);
      return [key, viewFor({ library: 'lib-1' }, held, about)?.row];
    }),
  );
}

/** The reader who borrows everything has been blocked for ever. */
const blocked: EntityRow = {
  entity: 'patron',
  row: {
    ...patronData('patron-1'),
    block: { until: 'endless', reason: 'thử', at: '2026-11-22T02:30:00.000Z' },
  },
};

function patronData(id: string): EntityRows['patron'] {
  const row = patron(id);
  if (row.entity !== 'patron') throw new Error('not a reader');
  return row.row;
}

describeProvince('rows and exceptions', (province) => {
  it('are what a fold of all facts gives, whatever happened and in whatever pieces it arrived', async () => {
    await fc.assert(
      fc.asyncProperty(acts, arrivals, async (history, pieces) => {
        await emptyDatabase(province().db);
        const stations = await Promise.all(['ST-0', 'ST-1', 'ST-2'].map(province().station));
        perform(stations, history);
        let published: readonly EntityRow[] = [policy('p1'), blocked, patron('p-i0'), patron('p-i1')];
        await publishRows(province().db, published);
        const sent = [0, 0, 0];
        for (const { station, count, publish } of pieces) {
          const from = sent[station] ?? 0;
          const lines = stations[station]?.journal.slice(from, from + count) ?? [];
          expect((await stations[station]?.push(lines))?.statusCode).toBe(200);
          sent[station] = from + lines.length;
          if (publish === null) continue;
          published = [policy('p1'), blocked, patron('p-i0', publish), patron('p-i1')];
          await publishRows(province().db, published);
        }
        for (const station of stations) expect((await station.push()).statusCode).toBe(200);
        const { rows, exceptions } = await foldedFromNothing(province(), published);
        expect(await heldRows(province())).toEqual(rows);
        const opened = await province().db.selectFrom('exception').select('id').orderBy('id').execute();
        const ofStreams = opened.map(({ id }) => id).filter((id) => !id.startsWith('clock-suspect/'));
        expect(ofStreams.toSorted()).toEqual(exceptions);
        const [first] = stations;
        if (!first) throw new Error('no station');
        const mirror = await mirrorOf(first);
        const followed = [...mirror].filter(([key]) => isFolded(key));
        expect(new Map(followed)).toEqual(seenAtHome(rows));
        for (const [key, row] of mirror) {
          const entity = key.slice(0, key.indexOf('/'));
          if (!isEntity(entity)) throw new Error(`no such entity: ${entity}`);
          parseRow(entity, row);
        }
      }),
      { numRuns: 60 },
    );
  }, 240_000);
});

import { sql } from 'kysely';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PushLine } from '../../contract/sync/protocol.ts';
import { readPushLine } from '../../contract/sync/rescue.ts';
import type { RescueDamage } from '../../contract/sync/rescue.ts';
import { verifyJournals } from '../audit/verify.ts';
import { lend } from '../testing/drafts.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import { imported, pieces, rescueText } from '../testing/rescue.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf, loansOf, rowsOf } from '../testing/stored.ts';
import { importRescue } from './import-rescue.ts';
import type { RescuedLines } from './rescued-lines.ts';

type Gap = readonly [from: number, to: number];

function lent(station: TestStation, copies: number): void {
  for (let copy = 1; copy <= copies; copy += 1) station.record(lend(`i${copy}`));
}

/** Quick to take in, many at once. */
function marks(station: TestStation, count: number): void {
  const item = { item: 'i1', barcode: 'VV.i1', library: 'lib-1' };
  const body = { ...item, mark: 'found', loan: null, decision: '', note: '' } as const;
  for (let done = 0; done < count; done += 1) station.record({ kind: 'item.marked', body });
}

function damageOf({ inc }: TestStation, gaps: readonly Gap[]): RescueDamage {
  return { missing: gaps.map(([from, to]) => ({ inc, from, to })), openEnd: false };
}

function without(lines: readonly PushLine[], gaps: readonly Gap[]): readonly PushLine[] {
  return lines.filter((_, index) => !gaps.some(([from, to]) => from <= index + 1 && index + 1 <= to));
}

/** The file of a station whose journal lacks these facts, and says so. */
function damagedText(station: TestStation, gaps: readonly Gap[], lines = station.journal): string {
  return rescueText(station, without(lines, gaps), damageOf(station, gaps));
}

/** Everything that stations can be told, and every journal: as text, to be compared. */
async function stored({ db }: TestProvince): Promise<string> {
  const entries = await db.selectFrom('journal_entry').selectAll().orderBy('inc').orderBy('seq').execute();
  const facts = await db.selectFrom('fact').selectAll().orderBy('id').execute();
  const { rows } = await sql`select entity, id, row from current_row order by entity, id`.execute(db);
  const head = await db.selectFrom('feed_head').select('pos').executeTakeFirstOrThrow();
  return JSON.stringify([entries, facts, rows, head]);
}

const missingIn = async ({ db }: TestProvince) =>
  (await rowsOf(db, 'exception')).map(({ rule, missing, libraries }) => ({ rule, missing, libraries }));

describeProvince('a rescue file of a damaged journal', (province) => {
  it('brings what stood behind the damage, once, and an exception that names what is missing', async () => {
    const station = await province().station('ST-1');
    lent(station, 12);
    const gaps: readonly Gap[] = [
      [4, 5],
      [9, 9],
    ];
    const text = damagedText(station, gaps);
    const missing = gaps.map(([from, to]) => ({ from, to }));
    expect(await imported(province(), text)).toMatchObject({
      added: 9,
      held: 0,
      left: 0,
      journals: [{ inc: 'inc-1', added: 9, acked: 3, ended: null, missing }],
      whole: true,
      openEnd: false,
    });
    const named = damageOf(station, gaps).missing;
    const damaged = [{ rule: 'journal-damaged', missing: named, libraries: ['lib-1'] }];
    expect(await missingIn(province())).toStrictEqual(damaged);
    expect((await province().app.inject('/')).body).toContain('Thiếu lượt 4–5, 9');
    expect(await loansOf(province().db)).toHaveLength(9);
    // As if the hole did not exist is what the station must not be told: it may have what is missing.
    expect(await journalOf(province().db, station)).toHaveLength(3);
    expect(await station.hello()).toMatchObject({ acked: { seq: 3 } });

    const once = await stored(province());
    expect(await imported(province(), text)).toMatchObject({ added: 0, held: 9, left: 0 });
    // The name that it has said itself: what it has not sent is counted under that.
    const known = await province().db.selectFrom('station').select('inc').executeTakeFirst();
    expect(known).toStrictEqual({ inc: 'inc-1' });
    expect((await stored(province())) === once).toBe(true);
    expect(await verifyJournals(province().db, [])).toMatchObject({ journals: 2, entries: 9, faults: [] });
  });

  it('and the same facts from the station, before or after, under whatever name, count once', async () => {
    const station = await province().station('ST-1');
    lent(station, 8);
    const text = damagedText(station, [[3, 4]]);
    await imported(province(), text);
    expect(await loansOf(province().db)).toHaveLength(6);
    // Somebody finds a whole copy of the disk.
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 8 } });
    expect(await loansOf(province().db)).toHaveLength(8);
    expect(await imported(province(), text)).toMatchObject({ added: 0, held: 6, left: 0 });
    // Or the station mended its journal and went on.
    const mended = station.reborn('inc-2');
    for (const { bytes } of station.journal.slice(4))
      mended.recordText(bytes.replace('"inc":"inc-1"', '"inc":"inc-2"').replace(/"seq":\d+/, seqIn(mended)));
    expect((await mended.push()).json()).toMatchObject({ acked: { seq: 4 } });
    expect(await loansOf(province().db)).toHaveLength(8);
    expect(await rowsOf(province().db, 'exception')).toHaveLength(1);
    expect((await verifyJournals(province().db, [])).faults).toStrictEqual([]);
  });

  it('after the province has the missing facts goes on where it belongs, and nothing is called missing', async () => {
    const station = await province().station('ST-1');
    lent(station, 6);
    await station.push(station.journal.slice(0, 4));
    expect(await imported(province(), damagedText(station, [[2, 3]]))).toMatchObject({ added: 2, held: 2 });
    expect(await journalOf(province().db, station)).toHaveLength(6);
    expect(await missingIn(province())).toStrictEqual([]);
  });

  it('names what is missing at the end or at the beginning too', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    lent(station, 5);
    for (let copy = 6; copy <= 10; copy += 1) other.record(lend(`i${copy}`, 'patron-2'));
    expect(await imported(province(), damagedText(station, [[4, 5]]))).toMatchObject({
      added: 3,
      journals: [{ missing: [{ from: 4, to: 5 }] }],
    });
    const atBeginning = damagedText(other, [
      [1, 1],
      [4, 4],
    ]);
    expect(await imported(province(), atBeginning)).toMatchObject({ added: 3, journals: [{ acked: 0 }] });
    const named = (await missingIn(province())).flatMap(({ missing }) => missing ?? []);
    expect(named.sort((a, b) => a.to - b.to)).toStrictEqual([
      { inc: 'inc-1', from: 1, to: 1 },
      { inc: 'inc-1', from: 4, to: 4 },
      { inc: 'inc-1', from: 4, to: 5 },
    ]);
    expect(await loansOf(province().db)).toHaveLength(6);
  });

  it('wants the whole of what stands before the damage first: the station may have it', async () => {
    const station = await province().station('ST-1');
    lent(station, 8);
    await station.push(station.journal.slice(0, 1));
    const part = rescueText(station, without(station.journal, [[1, 5]]), damageOf(station, [[4, 5]]));
    expect(await imported(province(), part)).toMatchObject({ refused: 'nothing-usable', why: 'gap' });
    expect(await missingIn(province())).toStrictEqual([]);
    expect(await imported(province(), damagedText(station, [[4, 5]]))).toMatchObject({ added: 5, held: 1 });
  });

  it('takes nothing that does not follow, and nothing behind a hole that is not named', async () => {
    const station = await province().station('ST-1');
    lent(station, 10);
    const other = station.reborn('inc-1');
    lent(other, 10);
    const gaps: readonly Gap[] = [[3, 3]];
    const mixed = [...station.journal.slice(0, 6), ...other.journal.slice(6)];
    expect(await imported(province(), damagedText(station, gaps, mixed))).toMatchObject({
      added: 5,
      left: 4,
      journals: [{ ended: { line: 7, why: 'forked' } }],
    });
    const unnamed = rescueText(
      station,
      without(station.journal, [
        [3, 3],
        [8, 8],
      ]),
      damageOf(station, gaps),
    );
    expect(await imported(province(), unnamed)).toMatchObject({ added: 1, held: 5, left: 2 });
    expect(await loansOf(province().db)).toHaveLength(6);
  });

  it('in many pieces is the same journal, and has to follow itself from each to the next', async () => {
    const station = await province().station('ST-1');
    marks(station, 560);
    const gaps: readonly Gap[] = [
      [10, 19],
      [550, 550],
    ];
    const text = damagedText(station, gaps);
    const asked: RescuedLines[] = [];
    await importRescue(pieces(text), async (lines) => {
      asked.push(lines);
      return { added: 0, held: 0, acked: 0, ended: null, head: null };
    });
    const parts = asked.filter(({ behind, lines }) => behind && lines !== '');
    expect(parts.length).toBeGreaterThan(2);
    const ends = parts.map(({ lines }) => readPushLine(lines.trimEnd().split('\n').at(-1) ?? '')?.hash);
    // The last of them is what stands behind the second gap.
    expect(parts.map(({ behind }) => behind?.after)).toStrictEqual([null, ...ends.slice(0, -2), null]);

    const copy = station.reborn('inc-1');
    marks(copy, 560);
    const mixed = damagedText(station, gaps, [...station.journal.slice(0, 519), ...copy.journal.slice(519)]);
    expect(await imported(province(), mixed)).toMatchObject({
      added: 509,
      journals: [{ ended: { line: 511, why: 'forked' } }],
    });
    expect(await imported(province(), text)).toMatchObject({ added: 40, held: 509, left: 0 });
    expect(await imported(province(), text)).toMatchObject({ added: 0, held: 549, left: 0 });
    expect(await verifyJournals(province().db, [])).toMatchObject({ journals: 2, faults: [] });
  });

  it('wherever it is damaged: twice is once, and nothing is there that is not in the file', async () => {
    const holes = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(holes, fc.integer({ min: 0, max: 12 }), async (lost, pushed) => {
        number += 1;
        const station = await province().station(`ST-${number}`);
        lent(station, 12);
        await station.push(station.journal.slice(0, pushed));
        const gaps = lost.sort((a, b) => a - b).map((seq): Gap => [seq, seq]);
        const text = damagedText(station, gaps);
        const report = await imported(province(), text);
        const once = await stored(province());
        await imported(province(), text);
        expect((await stored(province())) === once).toBe(true);
        const held = await province()
          .db.selectFrom('fact')
          .select('seq')
          .where('station', '=', station.name)
          .execute();
        const kept = new Set([...Array(12).keys()].map((index) => index + 1));
        for (const seq of lost) if (seq > pushed) kept.delete(seq);
        expect(held).toHaveLength(kept.size);
        expect(report).toMatchObject(kept.size === pushed ? {} : { left: 0 });
        expect((await verifyJournals(province().db, [])).faults).toStrictEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

function seqIn({ journal }: TestStation): string {
  return `"seq":${journal.length + 1}`;
}

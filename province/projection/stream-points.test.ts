import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { FactDraft } from '../../domain/facts/fact.ts';
import { foldVersion, usualSpacing } from '../../domain/facts/fold-point.ts';
import { publishRows } from '../catalogue/publish.ts';
import { amend, lend, takeBack } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { item, library, patron } from '../testing/rows.ts';
import { sha256Hex } from '../sync/sha256.ts';
import type { TestStation } from '../testing/station.ts';
import { loansOf, rowsOf, rulesOf } from '../testing/stored.ts';
import { streamColumns } from './stream-view.ts';

/** Loans that are over: their two facts each are a long history. */
const visits = usualSpacing.every;

/** The journal's facts are so many minutes apart. */
function recorder(station: TestStation, apart = 1): (draft: FactDraft) => string {
  let minutes = 0;
  return (draft) => {
    minutes += apart;
    const at = new Date(Date.parse('2026-10-01T08:00:00.000+07:00') + minutes * 60_000).toISOString();
    return station.record(draft, { at });
  };
}

/** A copy that went out and came back again and again; the ids of its loans. */
async function lentForYears(
  station: TestStation,
  record = recorder(station),
  [copy, reader] = ['i1', 'patron-1'],
): Promise<readonly string[]> {
  const loans: string[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const loan = record(lend(copy, reader));
    record(takeBack(copy, loan));
    loans.push(loan);
  }
  await station.push();
  return loans;
}

describeProvince('points of streams', (province) => {
  const points = () => province().db.selectFrom('stream_point').select(['stream', 'version']).execute();
  const open = async () => (await loansOf(province().db)).filter(({ returnedAt }) => returnedAt === null);

  const known = async (): Promise<TestStation> => {
    await publishRows(province().db, [library('lib-1'), item('i1'), patron('patron-1')]);
    return province().station('ST-1');
  };

  it('are set behind a long history, which stands as it was while it goes on', async () => {
    const station = await known();
    const record = recorder(station);
    const loans = await lentForYears(station, record);
    expect((await points()).map(({ stream }) => stream).sort()).toEqual(['item/i1', 'patron/patron-1']);
    const next = record(lend('i1'));
    await station.push();
    expect(await loansOf(province().db)).toHaveLength(visits + 1);
    expect((await open()).map(({ id }) => id)).toEqual([next]);
    expect(await rowsOf(province().db, 'item-state')).toMatchObject([{ state: { loan: next } }]);
    record(takeBack('i1', next));
    // Returned a second time, long after: the loan is one that no push since has read.
    record(takeBack('i1', loans[0] ?? ''));
    await station.push();
    expect(await open()).toEqual([]);
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it('are found by more than the time: the clock of a desk may stand still', async () => {
    const station = await known();
    const record = recorder(station, 0);
    await lentForYears(station, record);
    expect(await points()).toHaveLength(2);
    const next = record(lend('i1'));
    await station.push();
    record(takeBack('i1', next));
    const last = record(lend('i1'));
    await station.push();
    expect(await loansOf(province().db)).toHaveLength(visits + 2);
    expect((await open()).map(({ id }) => id)).toEqual([last]);
    expect(await rulesOf(province().db)).toEqual([]);
    const again = record(lend('i1'));
    await station.push();
    const exceptions = await province().db.selectFrom('exception').select(['rule', 'facts']).execute();
    expect(exceptions).toEqual([{ rule: 'double-loan', facts: [last, again] }]);
  });

  it('announce nothing that a push leaves as it was', async () => {
    for (const apart of [0, 1]) {
      const station = await province().station(`ST-${apart + 1}`);
      const reader = `patron-${apart}`;
      const record = recorder(station, apart);
      await publishRows(province().db, [library('lib-1'), item(`i${apart}`), patron(reader)]);
      record(amend(reader, { cardLost: true }));
      await lentForYears(station, record, [`i${apart}`, reader]);
      record(lend(`i${apart}`, reader));
      await station.push();
      const { epoch, head } = await station.hello();
      const again = record(lend(`i${apart}`, reader));
      await station.push();
      const { rows } = await station.changes({ epoch, cursor: head });
      const ids = rows.flatMap(({ entity, id }) => (entity === 'exception' ? [] : [`${entity}/${id}`]));
      expect(ids.sort()).toEqual([`item-state/i${apart}`, `loan/${again}`]);
    }
  });

  it('give way to a fact that comes late', async () => {
    const station = await known();
    const loans = await lentForYears(station);
    const other = await province().station('ST-2');
    // Lent at another desk while the first loan had the copy.
    const late = other.record(lend('i1', 'patron-2'), { at: '2026-10-01T08:01:30.000+07:00' });
    await other.push();
    const exceptions = await province().db.selectFrom('exception').select(['rule', 'facts']).execute();
    expect(exceptions).toContainEqual({ rule: 'double-loan', facts: [loans[0], late] });
  });

  it('give way to a row that is published anew, and to another version of the folding', async () => {
    const station = await known();
    const record = recorder(station);
    await lentForYears(station, record);
    const block = { until: 'endless', reason: 'Thử', at: '2026-09-01T08:00:00.000+07:00' } as const;
    const before = patron('patron-1');
    await publishRows(province().db, [{ ...before, row: { ...before.row, block } }]);
    expect(await rulesOf(province().db)).toEqual(Array(visits).fill('blocked-patron-borrowed'));
    expect((await points()).map(({ stream }) => stream)).toEqual(['item/i1']);
    await province()
      .db.updateTable('stream_point')
      .set({ version: 0, point: JSON.stringify({ made: 'by a program of before' }) })
      .execute();
    const next = record(lend('i1'));
    await station.push();
    expect((await open()).map(({ id }) => id)).toEqual([next]);
    expect((await points()).map(({ version }) => version)).not.toContain(0);
  });

  it('are looked up one by one, however many streams a push names', async () => {
    const { db } = province();
    await sql`insert into stream_point (stream, version, effective_at, point)
      select 'item/i' || n, 1, now(), '{}' from generate_series(1, 3000) as n`.execute(db);
    const streams = Array.from({ length: 1000 }, (_, place) => `item/i${place}`);
    const plan = await db.selectFrom('feed_head').select(streamColumns(streams, [])).explain('text');
    expect(JSON.stringify(plan)).toContain('stream_point');
    expect(JSON.stringify(plan)).not.toContain('Seq Scan on stream_point');
  });
});

/**
 * A desk of a later version may have told of keys that this province passes over and the next one takes: points of
 * before do not have them, and folding all facts anew does. Whoever adds a key to these comes by here: raise
 * `foldVersion`, and write down the wire as it is now.
 */
it('count only while the wire of what they are made of is what it was when their version was raised', () => {
  const shape = readFileSync(join(import.meta.dirname, '../../contract/sync/additive/wire.json'), 'utf8');
  const folded =
    /"(?:fact\/(?:patron|loan|item|transit|hold|act|exception)|row\/(?:patron|item-state))\b.*"/u;
  const wire = shape.split('\n').filter((line) => folded.test(line));
  expect(wire.length).toBeGreaterThan(200);
  expect({ foldVersion, wire: sha256Hex(wire.join('\n')) }).toEqual({
    foldVersion: 1,
    wire: 'e956b0722dff3058945cf06ee85683ed785771beac6bc2c86a05c40770c219e1',
  });
});

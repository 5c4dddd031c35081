import { expect, it } from 'vitest';
import { pushLimits } from '../../contract/sync/protocol.ts';
import { lend, renew, takeBack } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf, loansOf, rulesOf } from '../testing/stored.ts';

function recordMorning(station: TestStation): void {
  const loan = station.record(lend('i1'));
  station.record(lend('i2'));
  station.record(renew('i1', loan));
  station.record(takeBack('i1', loan, '2026-11-22T08:30:00.000+07:00'));
  station.record(lend('i3'));
}

describeProvince('push', (province) => {
  it('takes in a journal and answers with its head', async () => {
    const station = await province().station('ST-1');
    recordMorning(station);
    const answer = await station.push();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ acked: { seq: 5, hash: station.journal[4]?.hash } });
    expect(await loansOf(province().db)).toMatchObject([
      { item: 'i1', renewals: 1, due: '2026-12-20', returnedAt: '2026-11-22T08:30:00.000+07:00' },
      { item: 'i2', renewals: 0, returnedAt: null },
      { item: 'i3', station: 'ST-1', checkedOutAt: '2026-11-22T01:00:05.000Z' },
    ]);
  });

  it('gives the same answer and no second effect when a request comes twice', async () => {
    const station = await province().station('ST-1');
    recordMorning(station);
    const first = await station.push();
    const loans = await loansOf(province().db);
    const second = await station.push();
    expect(second.json()).toEqual(first.json());
    expect(await loansOf(province().db)).toEqual(loans);
    expect(await journalOf(province().db, station)).toHaveLength(5);
  });

  it.each([[[1, 4]], [[2, 3]], [[0, 1]]])('does not mind how a journal is cut: at %j', async (cuts) => {
    const station = await province().station('ST-1');
    recordMorning(station);
    // Overlapping pieces: what a station sends after it missed an answer.
    const pieces = [...cuts, 5].map((to, index) => station.journal.slice(Math.max(0, index - 1), to));
    for (const piece of pieces) expect((await station.push(piece)).statusCode).toBe(200);
    expect(await journalOf(province().db, station)).toEqual(
      station.journal.map(({ hash, prev }, index) => ({ seq: index + 1, hash, prev })),
    );
  });

  it('refuses what comes before its time as a gap, and takes it when its turn has come', async () => {
    const station = await province().station('ST-1');
    recordMorning(station);
    const early = await station.push(station.journal.slice(2));
    expect(early.statusCode).toBe(409);
    expect(early.json()).toMatchObject({ conflict: 'gap', acked: { seq: 0 } });
    expect(await loansOf(province().db)).toEqual([]);
    await station.push(station.journal.slice(0, 2));
    const late = await station.push(station.journal.slice(2));
    expect(late.json()).toMatchObject({ acked: { seq: 5 } });
  });

  it('keeps the facts before a gap inside a request', async () => {
    const station = await province().station('ST-1');
    recordMorning(station);
    const answer = await station.push(station.journal.filter((_line, index) => index !== 3));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      conflict: 'gap',
      acked: { seq: 3, hash: station.journal[2]?.hash },
    });
    expect(await journalOf(province().db, station)).toHaveLength(3);
  });

  it('knows a copied journal by another fact in a place that is taken', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    const copy = station.clone();
    station.record(lend('i2'));
    copy.record(lend('i3'));
    copy.record(lend('i4'));
    await station.push();
    const answer = await copy.push();
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ conflict: 'forked', acked: { seq: 2 } });
    // Also when nothing follows that would not fit either.
    const taken = await copy.push(copy.journal.slice(0, 2));
    expect(taken.json()).toMatchObject({ conflict: 'forked', acked: { seq: 2 } });
    const tail = await copy.push(copy.journal.slice(2));
    expect(tail.json()).toMatchObject({ conflict: 'forked' });
    expect(await loansOf(province().db)).toMatchObject([{ item: 'i1' }, { item: 'i2' }]);
  });

  it('does a fact once that comes again under a new incarnation, and keeps both chains', async () => {
    const station = await province().station('ST-1');
    const first = station.record(lend('i1'));
    await station.push();
    const again = station.reborn('inc-2');
    again.record(lend('i1'), { id: first });
    again.record(takeBack('i1', first, '2026-11-22T08:30:00.000+07:00'));
    const answer = await again.push();
    expect(answer.json()).toMatchObject({ acked: { seq: 2 } });
    expect(await loansOf(province().db)).toMatchObject([
      { id: first, returnedAt: '2026-11-22T08:30:00.000+07:00' },
    ]);
    expect(await rulesOf(province().db)).toEqual([]);
    const kept = await province()
      .db.selectFrom('journal_entry')
      .select('bytes')
      .where('inc', '=', 'inc-2')
      .orderBy('seq')
      .execute();
    expect(kept).toEqual([{ bytes: again.journal[0]?.bytes }, { bytes: null }]);
  });

  it('says so when one fact id stands for two different acts', async () => {
    const station = await province().station('ST-1');
    const id = station.record(lend('i1'));
    station.record(lend('i2'), { id });
    await station.push();
    expect(await rulesOf(province().db)).toEqual(['fact-id-reused']);
    expect(await loansOf(province().db)).toMatchObject([{ item: 'i1' }]);
  });

  it('refuses more facts or bytes than one push may hold, and stores none', async () => {
    const station = await province().station('ST-1');
    for (let count = 0; count <= pushLimits.facts; count += 1) station.record(lend(`i${count}`));
    const many = await station.push();
    expect(many.statusCode).toBe(413);
    const long = await station.pushBody('x'.repeat(pushLimits.bytes + 1));
    expect(long.statusCode).toBe(413);
    expect(await journalOf(province().db, station)).toEqual([]);
    const most = await station.push(station.journal.slice(0, pushLimits.facts));
    expect(most.json()).toMatchObject({ acked: { seq: pushLimits.facts } });
  });

  it('answers an empty push with the journal it holds', async () => {
    const station = await province().station('ST-1');
    const answer = await station.pushBody('\n');
    expect(answer.json()).toMatchObject({ acked: { seq: 0, hash: '0'.repeat(64) } });
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../domain/commands.ts';
import { here } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

const holdOn = (copy: string, patron: string): Command => ({
  do: 'place-hold',
  hold: randomUUID(),
  level: 'title',
  biblio: `biblio-${copy}`,
  item: null,
  patron: `patron-${patron}`,
  pickup: here,
  startsOn: null,
  expiresOn: null,
  recall: false,
  note: '',
  confirmed: [],
});

/** VV.1 is on loan to THE-1 and THE-2 waits for it; nobody is at the desk. */
async function wanted(): Promise<TestStation> {
  const station = await testStation();
  for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
  await station.desk.act(holdOn('VV.1', 'THE-2'));
  await station.desk.finish(false);
  return station;
}

async function newest(station: TestStation) {
  const [row] = await station.rows();
  if (!row) throw new Error('There is no row.');
  return row;
}

describe('a return that somebody waits for', () => {
  it('goes to the hold shelf, says for whom, and queues its slip', async () => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    const row = await newest(station);
    expect(row).toMatchObject({ act: 'return', state: 'routed', holdsLine: true });
    expect(row.route).toMatchObject({ to: 'hold-shelf', patron: 'patron-THE-2' });
    expect(row.findings.map(({ reason }) => reason.code)).toContain('LT-1303');
    expect(row.slip).not.toBeNull();
    expect(station.slipsReady).toContain(row.slip);
    const slip = await station.databases.writer.slip(row.slip ?? '');
    expect(slip).toMatchObject({ kind: 'hold', state: 'waiting' });
  });

  it('holds the line: the next scans wait, in order, until the hand-over is done', async () => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    const held = await newest(station);
    const later = [station.desk.scan('VV.2'), station.desk.scan('VV.3')];
    const waiting = async () =>
      (await station.desk.state()).rows.filter(({ state }) => state === 'pending').map(({ text }) => text);
    await expect.poll(waiting).toStrictEqual(['VV.3', 'VV.2']);
    station.desk.acknowledge(held.id);
    await Promise.all(later);
    const rows = await station.rows();
    expect(rows.slice(0, 3).map(({ text, act }) => [text, act])).toStrictEqual([
      ['VV.3', 'return'],
      ['VV.2', 'return'],
      ['VV.1', 'return'],
    ]);
    expect(rows[2]?.holdsLine).toBe(false);
  });

  it.each([
    ['the command barcode', async (station: TestStation) => station.desk.scan('%LT-BIET')],
    ['the end of the session', async (station: TestStation) => station.desk.finish(false)],
  ])('lets the line go at %s', async (_what, release) => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    const later = station.desk.scan('VV.2');
    await release(station);
    await later;
    expect((await newest(station)).text).toBe('VV.2');
  });

  it('is undone whole: the loan is open again and the reader is back in the queue', async () => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    const row = await newest(station);
    await station.desk.undo(row.undo);
    expect(await newest(station)).toMatchObject({ act: 'undo', state: 'done' });
    await station.desk.scan('THE-1');
    const first = (await station.desk.state()).patron;
    expect(first?.loans.map(({ item }) => item.barcode)).toStrictEqual(['VV.1']);
    await station.desk.scan('THE-2');
    const second = (await station.desk.state()).patron;
    expect(second?.holds.map(({ hold, position }) => [hold.state.status, position])).toStrictEqual([
      ['pending', 1],
    ]);
    expect((await station.databases.writer.slip(row.slip ?? ''))?.state).toBe('dismissed');
  });

  it('asks before the copy goes to anybody else, and puts the hold back in the queue on a yes', async () => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    station.desk.acknowledge((await newest(station)).id);
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    const asked = await newest(station);
    expect(asked.question?.confirm).toStrictEqual(['waiting-for-other']);
    await station.desk.answer(asked.id, { confirmed: ['waiting-for-other'], due: null, restricted: null });
    expect((await newest(station)).state).toBe('done');
    await station.desk.scan('THE-2');
    expect((await station.desk.state()).patron?.holds[0]?.hold.state.status).toBe('pending');
  });

  it('fills the hold when its own reader takes the copy', async () => {
    const station = await wanted();
    await station.desk.scan('VV.1');
    station.desk.acknowledge((await newest(station)).id);
    await station.desk.scan('THE-2');
    expect((await station.desk.state()).patron?.holds[0]?.hold.state.status).toBe('waiting');
    await station.desk.scan('VV.1');
    expect((await newest(station)).state).toBe('done');
    expect((await station.desk.state()).patron?.holds).toStrictEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { testStation } from '../../testing/station.ts';
import type { TestStation } from '../../testing/station.ts';

const yes = { due: null, restricted: null } as const;

/** A reader with three loans, who may have three, and the row of the fourth copy. */
async function atTheLimit(station: TestStation) {
  for (const code of ['THE-1', 'VV.1', 'VV.2', 'VV.3', 'VV.4']) await station.desk.scan(code);
  const [row] = await station.rows();
  if (!row) throw new Error('There is no row.');
  return row;
}

async function row(station: TestStation, id: string) {
  return (await station.rows()).find((known) => known.id === id);
}

describe('a row that asks', () => {
  it('says what a yes would pass, and does it on a yes; the override is in the fact', async () => {
    const station = await testStation();
    const asked = await atTheLimit(station);
    expect(asked).toMatchObject({ state: 'question', question: { confirm: ['limit'], lacking: [] } });
    await station.desk.answer(asked.id, { ...yes, confirmed: ['limit'] });
    expect(await row(station, asked.id)).toMatchObject({ state: 'done', question: null });
    const [line] = (await station.databases.writer.nextPush(500)).slice(-1);
    expect(JSON.parse(line?.bytes ?? '{}')).toMatchObject({
      kind: 'loan.checked-out',
      body: { overrides: [{ check: 'limit', by: 'nv-1' }] },
    });
  });

  it('is answered once: a second yes changes nothing', async () => {
    const station = await testStation();
    const asked = await atTheLimit(station);
    const answer = { ...yes, confirmed: ['limit'] } as const;
    await Promise.all([station.desk.answer(asked.id, answer), station.desk.answer(asked.id, answer)]);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(4);
    expect((await row(station, asked.id))?.findings.map(({ reason }) => reason.code)).toStrictEqual([
      'LT-1114',
    ]);
  });

  it('lends nothing on a no', async () => {
    const station = await testStation();
    const asked = await atTheLimit(station);
    await station.desk.decline(asked.id);
    expect(await row(station, asked.id)).toMatchObject({ state: 'refused', question: null });
    await station.desk.answer(asked.id, { ...yes, confirmed: ['limit'] });
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(3);
  });

  it('asks no more when its reader has gone', async () => {
    const station = await testStation();
    const asked = await atTheLimit(station);
    await station.desk.finish(false);
    expect(await row(station, asked.id)).toMatchObject({ state: 'refused', question: null });
    await station.desk.answer(asked.id, { ...yes, confirmed: ['limit'] });
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(3);
  });

  it('says which permission is missing, and a yes without it passes nothing', async () => {
    const station = await testStation(smallLibrary, testFolder(), ['override:parts']);
    const asked = await atTheLimit(station);
    expect(asked.question).toMatchObject({ confirm: ['limit'], lacking: ['override:limit'] });
    await station.desk.answer(asked.id, { ...yes, confirmed: ['limit'] });
    expect(await row(station, asked.id)).toMatchObject({ state: 'question' });
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(3);
  });

  it('returns a copy from its reader before lending it to another, as one act', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'THE-2', 'VV.1']) await station.desk.scan(code);
    const [asked] = await station.rows();
    expect(asked?.question?.confirm).toStrictEqual(['on-loan-to-other']);
    await station.desk.answer(asked?.id ?? '', { ...yes, confirmed: ['on-loan-to-other'] });
    expect((await station.desk.state()).patron?.loans.map(({ item }) => item.barcode)).toStrictEqual([
      'VV.1',
    ]);
    const facts = (await station.databases.writer.nextPush(500)).map(({ bytes }) => JSON.parse(bytes));
    expect(facts.map(({ kind }) => kind)).toStrictEqual([
      'loan.checked-out',
      'loan.returned',
      'loan.checked-out',
    ]);
  });

  it('never takes a scan for an answer', async () => {
    const station = await testStation();
    const asked = await atTheLimit(station);
    for (const code of ['VV.4', '%LT-BIET', '\r', 'VV.5']) await station.desk.scan(code);
    expect(await row(station, asked.id)).toMatchObject({ state: 'question' });
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { ordinaryMode } from '../../../contract/workstation/desk.ts';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

async function newest(station: TestStation) {
  const [row] = await station.rows();
  if (!row) throw new Error('There is no row.');
  return row;
}

const loans = async (station: TestStation): Promise<readonly string[]> =>
  (await station.desk.state()).patron?.loans.map(({ item }) => item.barcode) ?? [];

describe('undo', () => {
  it('takes the newest act back, and the same copy can be lent again at once', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'VV.2']) await station.desk.scan(code);
    await station.desk.undo(null);
    expect(await loans(station)).toStrictEqual(['VV.1']);
    await station.desk.scan('VV.2');
    expect((await newest(station)).state).toBe('done');
    expect(await loans(station)).toStrictEqual(['VV.1', 'VV.2']);
  });

  it('goes back act by act, and says when there is nothing left', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'VV.2']) await station.desk.scan(code);
    for (let time = 0; time < 3; time += 1) await station.desk.undo(null);
    expect(await loans(station)).toStrictEqual([]);
    const row = await newest(station);
    expect([row.state, ...row.findings.map(({ reason }) => reason.code)]).toStrictEqual([
      'refused',
      'LT-1901',
    ]);
  });

  it('is refused once something else has happened to the copy', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
    const { undo } = await newest(station);
    await station.desk.finish(false);
    await station.desk.scan('VV.1');
    await station.desk.undo(undo);
    expect((await newest(station)).findings.map(({ reason }) => reason.code)).toStrictEqual(['LT-1902']);
  });

  it('is a fact of its own: the act and its undoing both stay in the journal', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
    await station.desk.undo(null);
    const facts = (await station.databases.writer.nextPush(500)).map(({ bytes }) => JSON.parse(bytes));
    expect(facts.map(({ kind }) => kind)).toStrictEqual(['loan.checked-out', 'act.undone']);
    expect(facts[1].body.facts).toStrictEqual([facts[0].id]);
  });

  it('works after a restart, and what was undone stays undone', async () => {
    const folder = testFolder();
    const first = await testStation(smallLibrary, folder);
    for (const code of ['THE-1', 'VV.1', 'VV.2']) await first.desk.scan(code);
    await first.desk.undo(null);
    await first.databases.close();
    const second = await testStation(smallLibrary, folder);
    expect(await loans(second)).toStrictEqual(['VV.1']);
    await second.desk.undo(null);
    expect(await loans(second)).toStrictEqual([]);
  });

  it('is left off the slip of the session', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'VV.2']) await station.desk.scan(code);
    await station.desk.undo(null);
    await station.desk.finish(true);
    const slip = await station.databases.writer.slip(station.slipsReady[0] ?? '');
    expect(JSON.stringify(slip)).toContain('VV.1');
    expect(JSON.stringify(slip)).not.toContain('VV.2');
  });

  it('needs the permission', async () => {
    const station = await testStation(smallLibrary, testFolder(), []);
    for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
    await station.desk.undo(null);
    expect((await newest(station)).findings.map(({ reason }) => reason.code)).toStrictEqual(['LT-5104']);
    expect(await loans(station)).toStrictEqual(['VV.1']);
  });
});

describe('what staff switch on', () => {
  it('holds for every scan until it is switched off, also over a restart', async () => {
    const folder = testFolder();
    const first = await testStation(smallLibrary, folder);
    await first.desk.setMode({ ...ordinaryMode, use: 'reading-room' });
    await first.databases.close();
    const second = await testStation(smallLibrary, folder);
    expect((await second.desk.state()).mode.use).toBe('reading-room');
    const { mode, today } = await second.desk.state();
    expect(second.desk.mode()).toStrictEqual({ mode, today });
    for (const code of ['THE-1', 'TC.1']) await second.desk.scan(code);
    expect((await newest(second)).state).toBe('done');
    expect((await second.desk.state()).patron?.loans[0]?.loan).toMatchObject({
      use: 'reading-room',
      due: (await second.desk.state()).today,
    });
    await second.desk.setMode(ordinaryMode);
    await second.desk.scan('VV.1');
    expect((await second.desk.state()).patron?.loans.map(({ loan }) => loan.use)).toContain('home');
  });

  it('dates returns back, never before their loan', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1']) await station.desk.scan(code);
    await station.desk.finish(false);
    await station.desk.setMode({
      ...ordinaryMode,
      returnedAt: '2020-01-01T08:00:00.000+07:00',
      bookDrop: true,
    });
    await station.desk.scan('VV.1');
    expect((await newest(station)).findings.map(({ reason }) => reason.code)).toStrictEqual(['LT-1313']);
  });
});

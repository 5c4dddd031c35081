import { describe, expect, it } from 'vitest';
import { patronRow, smallLibrary } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';
import type { Registration } from '../../../contract/workstation/patrons.ts';
import { libraryKey } from './library-key.ts';

/** Everything in it is invented. */
const form: Registration = {
  name: 'Nguyễn Văn Thử',
  birthDate: '01/01/1990',
  category: 'nguoi-lon',
  card: 'THE-9',
  residence: 'Thôn Thử',
  phone: '0912345678',
  email: '',
  citizenId: '024090001234',
  guarantor: null,
  guardianName: '',
  guardianPhone: '',
  exemption: null,
  consents: [],
};
const qrOf = (number: string): string =>
  `${number}||Nguyễn Văn Thử|01011990|Nam|Thôn Thử, Xã Thử, Bắc Giang|15042021`;

async function withReader(): Promise<{ readonly station: TestStation; readonly patron: string }> {
  const station = await testStation();
  const answer = await station.desk.register(form);
  if (!answer.ok) throw new Error('The reader is registered.');
  return { station, patron: answer.patron.id };
}
const opened = async ({ station, patron }: Awaited<ReturnType<typeof withReader>>) =>
  station.databases.writer.contact(patron, true);

describe('changing sealed contact data', () => {
  it('changes what is named, keeps the rest, and writes nothing of it in the clear', async () => {
    const reader = await withReader();
    const { station, patron } = reader;
    const changes = { phone: '+84 987 654 321', residence: ' Xóm  Thử ' };
    expect(await station.desk.amendContact({ patron, changes })).toEqual({ ok: true });
    expect(await opened(reader)).toEqual({
      residence: 'Xóm Thử',
      phone: '0987654321',
      email: '',
      citizenId: '024090001234',
      guardianName: '',
      guardianPhone: '',
    });
    const journal = (await station.databases.writer.nextPush(500)).map(({ bytes }) => bytes).join('\n');
    expect(journal).not.toContain('0987654321');
  });

  it('takes the alias along with the citizen number', async () => {
    const { station, patron } = await withReader();
    await station.desk.amendContact({ patron, changes: { citizenId: '024090001235' } });
    await station.desk.finish(false);
    await station.desk.scan(qrOf('024090001234'));
    expect((await station.rows())[0]).toMatchObject({ act: 'reader', state: 'question' });
    await station.desk.scan(qrOf('024090001235'));
    expect((await station.rows())[0]).toMatchObject({ act: 'patron', patron: { card: 'THE-9' } });
  });

  it('changes nothing when a field is wrong, or the number is another reader’s', async () => {
    const reader = await withReader();
    const { station, patron } = reader;
    const before = await opened(reader);
    expect(await station.desk.amendContact({ patron, changes: { phone: '12', email: 'a@' } })).toMatchObject({
      ok: false,
      problems: [
        { field: 'phone', reason: { code: 'LT-1806' } },
        { field: 'email', reason: { code: 'LT-1807' } },
      ],
    });
    await station.desk.register({ ...form, card: 'THE-10', citizenId: '024090001236' });
    expect(await station.desk.amendContact({ patron, changes: { citizenId: '024090001236' } })).toMatchObject(
      { ok: false, problems: [{ field: 'citizenId', reason: { code: 'LT-1809' } }] },
    );
    expect(await opened(reader)).toEqual(before);
  });

  it('does not write over data that another library’s key has sealed', async () => {
    const sealed = libraryKey(new Uint8Array(32).fill(9)).seal('{"phone":"0912345678"}');
    const station = await testStation([...smallLibrary, patronRow('THE-9', { sealed })]);
    const changes = { phone: '0987654321' };
    expect(await station.desk.amendContact({ patron: 'patron-THE-9', changes })).toStrictEqual({
      ok: false,
      problems: [{ field: null, reason: { code: 'LT-1819', params: {} } }],
    });
    expect((await station.databases.reader.patronPanel('patron-THE-9'))?.patron.sealed).toBe(sealed);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(0);
    // Where nothing was sealed yet there is nothing to lose.
    expect(await station.desk.amendContact({ patron: 'patron-THE-1', changes })).toStrictEqual({ ok: true });
    expect(await station.databases.writer.contact('patron-THE-1', true)).toMatchObject(changes);
  });

  it('refuses a reader nobody knows', async () => {
    const station = await testStation();
    expect(await station.desk.amendContact({ patron: 'khong-co', changes: { phone: '' } })).toMatchObject({
      ok: false,
      problems: [{ field: null, reason: { code: 'LT-1811' } }],
    });
  });
});

describe('a card that was replaced', () => {
  it('still finds its reader, and says so', async () => {
    const { station, patron } = await withReader();
    await station.desk.act({ do: 'replace-card', patron, card: 'THE-11', oldAlias: '', feeCharge: 'phi' });
    await station.desk.finish(false);
    await station.desk.scan('the-9');
    expect((await station.rows())[0]).toMatchObject({
      act: 'patron',
      state: 'routed',
      patron: { card: 'THE-11' },
      findings: [{ reason: { code: 'LT-1820', params: { card: 'THE-11' } } }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../contract/workstation/patrons.ts';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import { plainPolicySet } from '../../../domain/world/plain-policies.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { testStation } from '../../testing/station.ts';

/** Everything in it is invented. */
const form: Registration = {
  name: 'Nguyễn Văn Thử',
  birthDate: '01/01/1990',
  category: 'nguoi-lon',
  card: 'THE-9',
  residence: 'Thôn Thử, Xã Thử',
  phone: '0912 345 678',
  email: 'thu@example.vn',
  citizenId: '024090001234',
  guarantor: null,
  guardianName: '',
  guardianPhone: '',
  exemption: null,
  consents: [],
};

const qr = '024090001234||Nguyễn Văn Thử|01011990|Nam|Thôn Thử, Xã Thử, Bắc Giang|15042021';

const withFee: readonly EntityRow[] = [
  ...smallLibrary.filter(({ entity }) => entity !== 'policy'),
  {
    entity: 'policy',
    row: plainPolicySet({
      fees: [
        {
          id: 'the',
          kind: 'card',
          name: 'Phí làm thẻ',
          category: 'any',
          library: 'any',
          amount: 10_000,
          legalAct: 'Nghị quyết thử',
          from: '2020-01-01',
          to: 'none',
        },
      ],
    }),
  },
];

describe('registering a reader', () => {
  it('opens the new reader at the desk, with the fee, and seals what identifies the person', async () => {
    const station = await testStation(withFee);
    const answer = await station.desk.register(form);
    expect(answer).toMatchObject({ ok: true, patron: { card: 'THE-9', birthDate: '1990-01-01' } });
    const { patron } = await station.desk.state();
    expect(patron?.patron.name).toBe('Nguyễn Văn Thử');
    expect(patron?.debt).toBe(10_000);
    const journal = (await station.databases.writer.nextPush(500)).map(({ bytes }) => bytes).join('\n');
    for (const secret of ['024090001234', '0912345678', 'thu@example.vn', 'Thôn Thử'])
      expect(journal).not.toContain(secret);
    const contact = await station.databases.writer.contact(patron?.patron.id ?? '', false);
    expect(contact).toMatchObject({ phone: '0912345678', citizenId: '•••••••••234' });
    expect(await station.databases.writer.contact(patron?.patron.id ?? '', true)).toMatchObject({
      citizenId: '024090001234',
    });
  });

  it('finds the reader again by the citizen card, and shows nothing of it', async () => {
    const station = await testStation();
    await station.desk.scan(qr);
    const [asked] = await station.rows();
    expect(asked).toMatchObject({ act: 'reader', state: 'question', text: '' });
    expect(station.desk.paper(asked?.id ?? '')).toBe(qr);
    await station.desk.register(form);
    // The row that asked is the one that answers, and the paper is forgotten.
    expect(await station.rows()).toMatchObject([{ id: asked?.id, state: 'done', question: null }]);
    expect(station.desk.paper(asked?.id ?? '')).toBeNull();
    await station.desk.finish(false);
    await station.desk.scan(qr);
    const rows = await station.rows();
    expect(rows[0]).toMatchObject({ act: 'patron', state: 'done', patron: { card: 'THE-9' } });
    expect(JSON.stringify(station.seen())).not.toContain('024090001234');
  });

  it('fills the form from a card, with the reader it is registered for', async () => {
    const station = await testStation();
    const { writer } = station.databases;
    expect(await writer.readPaper(qr)).toMatchObject({
      kind: 'citizen-card',
      name: 'Nguyễn Văn Thử',
      birthDate: '1990-01-01',
      citizenId: '024090001234',
      known: null,
    });
    await station.desk.register(form);
    expect(await writer.readPaper(qr)).toMatchObject({ known: { card: 'THE-9' } });
    expect(await writer.readPaper(qr.slice(0, 30))).toMatchObject({ kind: 'unreadable', name: '' });
  });

  it.each([
    ['name', { name: 'x'.repeat(300) }, 'LT-1801'],
    ['name', { name: '' }, 'LT-1801'],
    ['birthDate', { birthDate: '31/02/1990' }, 'LT-1802'],
    ['birthDate', { birthDate: '01/01/2100' }, 'LT-1802'],
    ['card', { card: 'THE-1' }, 'LT-1803'],
    ['card', { card: '' }, 'LT-1814'],
    ['phone', { phone: '12' }, 'LT-1806'],
    ['email', { email: 'a@' }, 'LT-1807'],
    ['category', { category: 'khong-co' }, 'LT-1808'],
    ['citizenId', { citizenId: '123' }, 'LT-1804'],
    ['guarantor', { birthDate: '01/01/2020' }, 'LT-1805'],
  ])('refuses a wrong %s at its field and saves nothing', async (field, changes, code) => {
    const station = await testStation();
    const answer = await station.desk.register({ ...form, ...changes });
    expect(answer).toMatchObject({ ok: false });
    expect(
      answer.ok ? [] : answer.problems.map((problem) => [problem.field, problem.reason.code]),
    ).toContainEqual([field, code]);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(0);
  });

  it('stores names as NFC whatever they were typed in', async () => {
    const station = await testStation();
    const answer = await station.desk.register({ ...form, name: form.name.normalize('NFD') });
    expect(answer.ok && answer.patron.name).toBe(form.name.normalize('NFC'));
  });

  it('asks nothing twice: the same paper is one reader', async () => {
    const station = await testStation();
    await station.desk.register(form);
    const again = await station.desk.register({ ...form, card: 'THE-10' });
    expect(again).toMatchObject({
      ok: false,
      problems: [{ field: 'citizenId', reason: { code: 'LT-1809' } }],
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { testStation } from '../../testing/station.ts';

/** The newest row in a few words: act, state, reasons. */
async function newest(station: Awaited<ReturnType<typeof testStation>>): Promise<readonly unknown[]> {
  const [row] = await station.rows();
  return row ? [row.act, row.state, ...row.findings.map(({ reason }) => reason.code)] : [];
}

describe('what a scan means', () => {
  it('opens a reader by card, lends with a reader, returns without one', async () => {
    const station = await testStation();
    await station.desk.scan('THE-1');
    expect(await newest(station)).toStrictEqual(['patron', 'done']);
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'done']);
    const state = await station.desk.state();
    expect(state.patron?.patron.card).toBe('THE-1');
    expect(state.patron?.loans.map(({ item, provisional }) => [item.barcode, provisional])).toStrictEqual([
      ['VV.1', true],
    ]);
    await station.desk.finish(true);
    expect((await station.desk.state()).patron).toBeNull();
    expect(station.slipsReady).toHaveLength(1);
    await station.desk.scan('VV.2');
    expect(await newest(station)).toStrictEqual(['return', 'routed', 'LT-1301']);
    expect(station.failures).toStrictEqual([]);
  });

  it('reads cards and copies whatever their case, composition and spaces', async () => {
    const station = await testStation();
    await station.desk.scan('  the-1 ');
    await station.desk.scan('vv.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'done']);
  });

  it('asks once about an unknown code, then says it is unknown', async () => {
    const station = await testStation();
    await station.desk.scan('KHONG-CO');
    expect(await newest(station)).toStrictEqual(['unknown', 'question', 'LT-1101']);
    await station.desk.scan('KHONG-CO');
    expect(await newest(station)).toStrictEqual(['unknown', 'refused', 'LT-1102']);
  });

  it('does the same copy within seconds once, and says so', async () => {
    const station = await testStation();
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'noted', 'LT-1106']);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(1);
  });

  it('lends a copy that was taken back a moment ago: with another reader it is another act', async () => {
    const station = await testStation();
    await station.desk.scan('VV.1');
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'done']);
    expect((await station.desk.state()).patron?.loans).toHaveLength(1);
  });

  it('takes the copy of its own library when another has the same accession number', async () => {
    const station = await testStation();
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.9');
    const [row] = await station.rows();
    expect(row?.item?.library).toBe('LIB-A');
  });

  it('sends a copy of another library home when it comes back here', async () => {
    const station = await testStation();
    await station.desk.scan('XA.1');
    const [row] = await station.rows();
    expect(row?.findings.map(({ reason }) => reason)).toContainEqual({
      code: 'LT-1302',
      params: { library: 'Thư viện Thử nghiệm B' },
    });
    expect(row?.route).toStrictEqual({ to: 'library', library: 'LIB-B', hold: null });
  });

  it('says that the catalogue is missing before it has been fetched', async () => {
    const station = await testStation([]);
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['unknown', 'question', 'LT-1501']);
  });
});

describe('refusals', () => {
  it.each([
    ['an expired card', 'THE-HET', ['LT-1201']],
    ['a blocked card', 'THE-KHOA', ['LT-1202']],
  ])('%s opens, but nothing is lent on it', async (_what, card, reasons) => {
    const station = await testStation();
    await station.desk.scan(card);
    expect(await newest(station)).toStrictEqual(['patron', 'routed', ...reasons]);
    expect((await station.desk.state()).patron?.blocks.map(({ reason }) => reason.code)).toStrictEqual(
      reasons,
    );
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'question', ...reasons]);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(0);
  });

  it('refuses over the limit, with the numbers', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'VV.2', 'VV.3', 'VV.4']) await station.desk.scan(code);
    const [row] = await station.rows();
    expect(row?.findings.map(({ reason }) => reason)).toMatchObject([
      { code: 'LT-1203', params: { count: 3, max: 3 } },
    ]);
    expect(row?.explanation?.policy?.rule.id).toBe('chung');
  });

  it('refuses a copy another reader has, and one that is not lent', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'THE-2']) await station.desk.scan(code);
    await station.desk.finish(false);
    await station.desk.scan('THE-2');
    await station.desk.scan('VV.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'question', 'LT-1204']);
    await station.desk.scan('TC.1');
    expect(await newest(station)).toStrictEqual(['checkout', 'question', 'LT-1208']);
    const [asked] = await station.rows();
    expect(asked?.question?.wants).toStrictEqual(['due']);
    await station.desk.answer(asked?.id ?? '', { confirmed: ['not-for-loan'], due: null, restricted: null });
    expect(await newest(station)).toStrictEqual(['checkout', 'refused', 'LT-1233', 'LT-1208']);
  });
});

describe('renewal', () => {
  it('moves the due date once, then refuses at the limit', async () => {
    const station = await testStation();
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    const loan = (await station.desk.state()).patron?.loans[0]?.loan;
    await station.desk.renew([loan?.id ?? '']);
    expect(await newest(station)).toStrictEqual(['renewal', 'done']);
    const renewed = (await station.desk.state()).patron?.loans[0]?.loan;
    expect(renewed?.renewals).toBe(1);
    expect((renewed?.due ?? '') > (loan?.due ?? '')).toBe(true);
    await station.desk.renew([loan?.id ?? '']);
    expect(await newest(station)).toStrictEqual(['renewal', 'refused', 'LT-1403', 'LT-1402']);
  });

  it('refuses a loan nobody knows', async () => {
    const station = await testStation();
    await station.desk.renew(['gone']);
    expect(await newest(station)).toStrictEqual(['renewal', 'refused', 'LT-1401']);
  });
});

describe('order and slips', () => {
  it('decides scans in the order they came, however fast they come', async () => {
    const station = await testStation();
    const codes = ['THE-1', 'VV.1', 'VV.2', 'VV.3', 'THE-2', 'VV.4', 'VV.5'];
    await Promise.all(codes.map((code) => station.desk.scan(code)));
    const rows = await station.rows();
    expect(rows.map(({ text }) => text)).toStrictEqual(codes.toReversed());
    expect(rows.map(({ state }) => state)).toStrictEqual(codes.map(() => 'done'));
    const owners = rows.filter(({ act }) => act === 'checkout').map(({ patron }) => patron?.card);
    expect(owners).toStrictEqual(['THE-2', 'THE-2', 'THE-1', 'THE-1', 'THE-1']);
  });

  it('prints a reader’s slip when the next reader comes', async () => {
    const station = await testStation();
    for (const code of ['THE-1', 'VV.1', 'THE-2', 'VV.2']) await station.desk.scan(code);
    expect(station.slipsReady).toHaveLength(1);
    const slip = await station.databases.writer.slip(station.slipsReady[0] ?? '');
    expect(slip).toMatchObject({
      state: 'waiting',
      content: { data: { kind: 'loan', reader: { card: 'THE-1' }, items: [{ barcode: 'VV.1' }] } },
    });
  });
});

describe('after a restart', () => {
  it('has the reader who was at the desk a moment ago, so that the rest of the pile is lent, not returned', async () => {
    const folder = testFolder();
    const first = await testStation(smallLibrary, folder);
    await first.desk.scan('THE-1');
    await first.desk.scan('VV.1');
    await first.databases.close();
    const second = await testStation(smallLibrary, folder);
    expect((await second.desk.state()).patron?.patron.card).toBe('THE-1');
    await second.desk.scan('VV.2');
    expect(await newest(second)).toStrictEqual(['checkout', 'done']);
    await second.desk.finish(false);
    await second.databases.close();
    const third = await testStation(smallLibrary, folder);
    expect((await third.desk.state()).patron).toBeNull();
  });

  it('shows the last acts again, newest first', async () => {
    const folder = testFolder();
    const first = await testStation(smallLibrary, folder);
    for (const code of ['THE-1', 'VV.1', 'VV.2']) await first.desk.scan(code);
    await first.databases.close();
    const rows = await (await testStation(smallLibrary, folder)).rows();
    expect(rows.map(({ act, state, text }) => [act, state, text])).toStrictEqual([
      ['checkout', 'done', 'VV.2'],
      ['checkout', 'done', 'VV.1'],
    ]);
  });
});

describe('a session that cannot be ended', () => {
  it('says so and keeps its reader', async () => {
    const station = await testStation();
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    await station.databases.close();
    await station.desk.finish(true);
    expect(station.seen().at(-1)).toMatchObject({
      state: 'refused',
      findings: [{ reason: { code: 'LT-5103' } }],
    });
    expect(station.slipsReady).toStrictEqual([]);
  });
});

describe('hostile codes', () => {
  it('answers anything with a row or with nothing, and never loses its place', async () => {
    const station = await testStation();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.constant('x'.repeat(100_000))),
        async (text) => {
          await station.desk.scan(text);
          const rows = await station.rows();
          for (const row of rows) {
            expect(row.text.length).toBeLessThanOrEqual(64);
            expect(row.text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(station.failures).toStrictEqual([]);
    await station.desk.scan('THE-1');
    expect(await newest(station)).toStrictEqual(['patron', 'done']);
  });
});

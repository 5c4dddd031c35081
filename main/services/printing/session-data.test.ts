import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { LoanSlipData } from '../../../domain/printing/slip-data.ts';
import { plainLoanPolicy, plainOverduePolicy, plainPolicySet } from '../../../domain/world/plain-policies.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import type { Slip } from './slip-acts.ts';
import { printingDesk } from './testing/printing-desk.ts';

/** The small library, charging 1.000 đồng a day for lateness, with loans by the hour where asked for. */
function charging(
  period: typeof plainLoanPolicy.period = { unit: 'days', length: 15 },
): readonly EntityRow[] {
  const row = plainPolicySet({
    loanPolicies: [{ ...plainLoanPolicy, period }],
    overduePolicies: [
      {
        ...plainOverduePolicy,
        charge: { kind: 'per-period', amount: 1_000, every: 1, unit: 'days', at: 'end' },
      },
    ],
  });
  return [...smallLibrary.filter(({ entity }) => entity !== 'policy'), { entity: 'policy', row }];
}

function dataOf({ content }: Slip): LoanSlipData {
  const data = content?.data;
  if (data?.kind !== 'loan' && data?.kind !== 'return') throw new Error('not the slip of a session');
  return data;
}

const listed = (slip: Slip) =>
  dataOf(slip).items.map(({ no, barcode, due, overdue }) => [no, barcode, due, overdue]);

describe('the slip of a session', () => {
  it('says where, when, who and what: lent, renewed, returned', () => {
    const desk = printingDesk();
    const earlier = desk.lend('VV.1', 'THE-1');
    const loan = desk.store.journal.factAt(earlier[0] ?? 0)?.id ?? '';
    desk.setTime('2026-12-01T14:05:30+07:00');
    const entries = [
      ...desk.lend('VV.2', 'THE-1'),
      ...desk.act({ do: 'renew', loan, seen: true, due: null, confirmed: [] }).entries,
      ...desk.takeBack('VV.2').entries,
    ];
    const slip = desk.session('THE-1', ...entries);
    expect(slip).toMatchObject({ kind: 'loan', state: 'waiting', entries, number: 1 });
    const item = { title: 'Dế Mèn phiêu lưu ký', renewals: '', overdue: '', provisional: true };
    const no = { lent: false, renewed: false, returned: false };
    expect(dataOf(slip)).toStrictEqual({
      kind: 'loan',
      library: 'Thư viện Thử nghiệm A',
      address: '',
      desk: 'Quầy 1',
      station: 'ST-1',
      at: '01/12/2026 14:05',
      number: 'ST-1-1',
      staff: 'nv-1',
      reader: { name: 'Bạn đọc Thử THE-1', card: 'THE-1' },
      items: [
        { ...item, ...no, no: '1', barcode: 'VV.2', lent: true, due: '16/12/2026' },
        { ...item, ...no, no: '2', barcode: 'VV.1', renewed: true, renewals: '1', due: '21/12/2026' },
        { ...item, ...no, no: '3', barcode: 'VV.2', returned: true, due: '' },
      ],
      total: '3',
      charged: '',
      provisional: true,
    });
  });

  it('is confirmed once the province has confirmed everything on it', () => {
    const desk = printingDesk();
    const entries = [...desk.lend('VV.1', 'THE-1'), ...desk.lend('VV.2', 'THE-1')];
    const { id } = desk.session('THE-1', ...entries);
    const confirm = (seq: number): void =>
      desk.store.journal.setAck({ seq, hash: desk.store.journal.hashAt(seq) ?? '', epoch: 'e1' });
    const marks = () => {
      const data = dataOf(desk.slip(id));
      return [data.provisional, ...data.items.map(({ provisional }) => provisional)];
    };
    confirm(1);
    expect(marks()).toStrictEqual([true, false, true]);
    confirm(2);
    expect(marks()).toStrictEqual([false, false, false]);
  });

  it('of returns alone names nobody, whoever had the copies, and says what lateness costs', () => {
    const desk = printingDesk(charging());
    for (const [copy, card] of [
      ['VV.1', 'THE-1'],
      ['VV.2', 'THE-1'],
      ['VV.3', 'THE-2'],
    ] as const)
      desk.lend(copy, card);
    desk.setTime('2026-12-11T09:00:00+07:00');
    const entries = ['VV.1', 'VV.3'].flatMap((copy) => desk.takeBack(copy).entries);
    desk.setTime('2026-12-13T09:00:00+07:00');
    const slip = desk.session(null, ...entries, ...desk.takeBack('VV.2').entries);
    expect(slip.kind).toBe('return');
    expect(dataOf(slip)).toMatchObject({ kind: 'return', reader: null, charged: '11.000 đ', total: '3' });
    expect(listed(slip)).toStrictEqual([
      ['1', 'VV.1', '', '3.000 đ'],
      ['2', 'VV.3', '', '3.000 đ'],
      ['3', 'VV.2', '', '5.000 đ'],
    ]);
  });

  it('of a reader who only brought something back is a return slip with a name', () => {
    const desk = printingDesk();
    desk.lend('VV.1', 'THE-1');
    const slip = desk.session('THE-1', ...desk.takeBack('VV.1').entries);
    expect([slip.kind, dataOf(slip).kind, dataOf(slip).reader?.card]).toStrictEqual([
      'return',
      'return',
      'THE-1',
    ]);
  });

  it('does not tell a reader that somebody else had the copy, or what that cost', () => {
    const desk = printingDesk(charging());
    desk.lend('VV.1', 'THE-2');
    desk.setTime('2026-12-11T09:00:00+07:00');
    const entries = desk.lend('VV.1', 'THE-1', { confirmed: ['on-loan-to-other'] });
    const kinds = entries.map((entry) => desk.store.journal.factAt(entry)?.kind);
    expect(kinds).toStrictEqual(['loan.returned', 'charge.assessed', 'loan.checked-out']);
    const slip = desk.session('THE-1', ...entries);
    expect(listed(slip)).toStrictEqual([['1', 'VV.1', '26/12/2026', '']]);
    expect(dataOf(slip)).toMatchObject({ kind: 'loan', total: '1', charged: '' });
    // The return is on this slip and on no other all the same.
    expect(slip.entries).toStrictEqual([entries[0], entries[2]]);
  });

  it('tells a reader what the reader owes, not what another owes whose copy came along', () => {
    const desk = printingDesk(charging());
    desk.lend('VV.1', 'THE-1');
    desk.lend('VV.2', 'THE-2');
    desk.setTime('2026-12-11T09:00:00+07:00');
    const entries = ['VV.1', 'VV.2'].flatMap((copy) => desk.takeBack(copy).entries);
    const slip = desk.session('THE-1', ...entries);
    expect(listed(slip)).toStrictEqual([
      ['1', 'VV.1', '', '3.000 đ'],
      ['2', 'VV.2', '', ''],
    ]);
    expect(dataOf(slip).charged).toBe('3.000 đ');
  });

  it('says the moment an hour loan is due, in the time of the library', () => {
    const desk = printingDesk(charging({ unit: 'hours', length: 3 }));
    const slip = desk.session('THE-1', ...desk.lend('VV.1', 'THE-1'));
    expect(listed(slip)).toStrictEqual([['1', 'VV.1', '23/11/2026 12:00', '']]);
    const later = desk.session('THE-1', ...desk.lend('VV.2', 'THE-1', { due: '2026-11-24T03:30:00Z' }));
    expect(listed(later)).toStrictEqual([['1', 'VV.2', '24/11/2026 10:30', '']]);
  });

  it('shows accession numbers alone while the catalogue is not here', () => {
    const desk = printingDesk();
    const slip = desk.session('THE-1', ...desk.lend('VV.1', 'THE-1'));
    desk.store.mirrorDb.exec('delete from item; delete from biblio; delete from patron; delete from setting');
    desk.store.mirrorDb.exec('update setting_version set version = version + 1');
    const data = dataOf(desk.slip(slip.id));
    expect(data.items[0]).toMatchObject({ title: 'VV.1', barcode: 'VV.1' });
    expect([data.reader, data.library]).toStrictEqual([null, 'LIB-A']);
  });
});

import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Command } from '../../../domain/commands.ts';
import type { PaymentSlipData } from '../../../domain/printing/slip-data.ts';
import { plainOverduePolicy, plainPolicySet } from '../../../domain/world/plain-policies.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import type { PrintingDesk } from './testing/printing-desk.ts';
import { printingDesk } from './testing/printing-desk.ts';

const policy = plainPolicySet({
  overduePolicies: [
    {
      ...plainOverduePolicy,
      charge: { kind: 'per-period', amount: 1_000, every: 1, unit: 'days', at: 'end' },
    },
  ],
});
const rows: readonly EntityRow[] = [
  ...smallLibrary.filter(({ entity }) => entity !== 'policy'),
  { entity: 'policy', row: policy },
];
const range: EntityRow = {
  entity: 'receipt-range',
  row: { id: 'dai-1', station: 'ST-1', series: 'PT-TN', year: 2026, from: 120, to: 199 },
};
const patron = 'patron-THE-1';

const cardFee: Command = {
  do: 'charge',
  charge: 'phi-the',
  patron,
  kind: 'card',
  amount: 40_000,
  item: null,
  title: 'Phí làm thẻ',
  legalAct: 'Nghị quyết Thử nghiệm số 00/0000',
  note: '',
};

/** A reader who owes a card fee and five days of lateness, at a desk with an open drawer. */
function owing(seed = rows): PrintingDesk {
  const desk = printingDesk(seed);
  desk.lend('VV.1', 'THE-1');
  desk.setTime('2026-12-13T09:00:00+07:00');
  desk.act({ do: 'open-drawer', drawer: 'ngan-1', float: 500_000 });
  desk.act(cardFee);
  desk.setTime('2026-12-13T09:05:00+07:00');
  desk.takeBack('VV.1');
  return desk;
}

const pay = (rest: Partial<Extract<Command, { do: 'pay' }>> = {}): Command => ({
  do: 'pay',
  patron,
  charges: [],
  amount: 45_000,
  method: 'cash',
  tendered: 50_000,
  bill: null,
  ...rest,
});

function receipt(
  desk: PrintingDesk,
  command: Command,
): { readonly id: string; readonly data: PaymentSlipData } {
  const slip = desk.slip(desk.act(command).slips[0]);
  return { id: slip.id, data: dataOf(desk, slip.id) };
}

function dataOf(desk: PrintingDesk, id: string): PaymentSlipData {
  const { content, kind } = desk.slip(id);
  if (content?.data.kind !== 'payment' || kind !== 'payment') throw new Error('not a receipt');
  return content.data;
}

describe('a receipt', () => {
  it('says who paid what for which charge, in figures and words, with what law sets a fee', () => {
    expect(receipt(owing(), pay()).data).toStrictEqual({
      kind: 'payment',
      library: 'Thư viện Thử nghiệm A',
      address: '',
      desk: 'Quầy 1',
      station: 'ST-1',
      at: '13/12/2026 09:05',
      number: 'ST-1-1',
      staff: 'nv-1',
      refund: false,
      provisional: true,
      confirmed: false,
      receipt: 'ST-1/2026/T0000001',
      reader: { name: 'Bạn đọc Thử THE-1', card: 'THE-1' },
      lines: [
        {
          no: '1',
          ledger: 'Phí',
          what: '',
          title: 'Phí làm thẻ',
          amount: '40.000 đ',
          legalAct: 'Nghị quyết Thử nghiệm số 00/0000',
        },
        {
          no: '2',
          ledger: 'Bồi thường',
          what: 'Quá hạn',
          title: 'Dế Mèn phiêu lưu ký',
          amount: '5.000 đ',
          legalAct: '',
        },
      ],
      total: '45.000 đ',
      words: 'Bốn mươi lăm nghìn đồng',
      cash: true,
      transfer: false,
      tendered: '50.000 đ',
      change: '5.000 đ',
      bill: '',
      reported: false,
      bounced: false,
      reversed: false,
    });
  });

  it('has a leased number where there is one, and no change where the money was exact', () => {
    const { data } = receipt(owing([...rows, range]), pay({ tendered: 45_000 }));
    expect(data).toMatchObject({
      provisional: false,
      receipt: 'PT-TN/2026/0000120',
      tendered: '',
      change: '',
    });
  });

  it('says that the province has confirmed the payment, once it has', () => {
    const desk = owing();
    const { id, data } = receipt(desk, pay());
    expect(data.confirmed).toBe(false);
    const { seq, hash } = desk.store.journal.head();
    desk.store.journal.setAck({ seq, hash, epoch: 'e1' });
    expect(dataOf(desk, id).confirmed).toBe(true);
  });

  it('of a part says the part', () => {
    const { data } = receipt(owing(), pay({ amount: 42_000, tendered: null }));
    expect(data.lines.map(({ amount }) => amount)).toStrictEqual(['40.000 đ', '2.000 đ']);
    expect(data).toMatchObject({ total: '42.000 đ', tendered: '' });
  });

  it('of a transfer says that the bank has not said so yet, until it has', () => {
    const desk = owing();
    const { id, data } = receipt(desk, pay({ method: 'vietqr', tendered: null, bill: 'LT0001' }));
    expect(data).toMatchObject({
      cash: false,
      transfer: true,
      bill: 'LT0001',
      reported: true,
      bounced: false,
    });
    const fact = desk.store.journal.factAt(desk.slip(id).entries[0] ?? 0);
    const payment = fact?.id ?? '';
    desk.act({ do: 'settle-payment', payment, status: 'received', note: '' });
    expect(dataOf(desk, id)).toMatchObject({ reported: false, bounced: false, reversed: false });
  });

  it('that is printed again says what became of the payment', () => {
    const desk = owing();
    const { id } = receipt(desk, pay({ method: 'vietqr', tendered: null, bill: 'LT0001' }));
    const transfer = desk.store.journal.factAt(desk.slip(id).entries[0] ?? 0)?.id ?? '';
    desk.act({ do: 'settle-payment', payment: transfer, status: 'bounced', note: '' });
    expect(dataOf(desk, id)).toMatchObject({ reported: false, bounced: true });
    const paid = receipt(desk, pay());
    const payment = desk.store.journal.factAt(desk.slip(paid.id).entries[0] ?? 0)?.id ?? '';
    desk.act({ do: 'settle-payment', payment, status: 'reversed', note: 'Thu nhầm' });
    expect(dataOf(desk, paid.id)).toMatchObject({ reversed: true, total: '45.000 đ' });
  });

  it('of a deposit and of its return says which way the money went', () => {
    const desk = owing();
    const deposit = { patron, amount: 100_000, method: 'cash', tendered: null, bill: null } as const;
    expect(receipt(desk, { do: 'take-deposit', ...deposit }).data).toMatchObject({
      refund: false,
      lines: [{ ledger: 'Thế chân', title: 'Nhận tiền thế chân', amount: '100.000 đ' }],
    });
    expect(receipt(desk, { do: 'refund-deposit', patron, amount: 60_000 }).data).toMatchObject({
      refund: true,
      lines: [{ ledger: 'Thế chân', title: 'Trả lại tiền thế chân', amount: '60.000 đ' }],
      words: 'Sáu mươi nghìn đồng',
    });
  });

  it('of a credit given back says for what, as an amount that is not negative', () => {
    const desk = owing();
    desk.act(pay());
    const loan = desk.store.journal.factAt(1)?.id ?? '';
    desk.act({
      do: 'correct-return',
      loan,
      returnedAt: '2026-12-08T09:00:00+07:00',
      note: 'Trả ở hộp trả sách',
    });
    const { data } = receipt(desk, { do: 'refund-credit', patron, amount: 5_000 });
    expect(data).toMatchObject({
      refund: true,
      lines: [{ ledger: 'Bồi thường', what: 'Quá hạn', title: 'Dế Mèn phiêu lưu ký', amount: '5.000 đ' }],
      total: '5.000 đ',
    });
  });
});

import { amountInWords } from '../money/amount-words.ts';
import { formatAmount } from '../money/amount-text.ts';
import type { PaymentLine, SlipData, SlipItem } from './slip-data.ts';
import type { SlipKind } from './template.ts';

/** An invented slip of each kind, with everything on it that can be on it: for trying a template out. */
export function sampleSlip(kind: SlipKind): SlipData {
  switch (kind) {
    case 'loan':
      return { ...head, ...sums(lentItems), kind, reader, items: lentItems, provisional: true };
    case 'return':
      return {
        ...head,
        ...sums(returnedItems),
        kind,
        reader: null,
        items: returnedItems,
        provisional: false,
      };
    case 'hold':
      return { ...head, ...copy, kind, ...shelfReader, until: '12/12/2026' };
    case 'transit':
      return {
        ...head,
        ...copy,
        kind,
        from: head.library,
        to: 'Thư viện Thử nghiệm B',
        hold: shelfReader,
        home: false,
      };
    case 'payment':
      return {
        ...head,
        kind,
        refund: false,
        provisional: true,
        confirmed: false,
        receipt: 'TRAM-THU/2026/T0000012',
        reader,
        lines: paymentLines,
        total: formatAmount(45_000),
        words: amountInWords(45_000),
        cash: true,
        transfer: false,
        tendered: formatAmount(50_000),
        change: formatAmount(5_000),
        bill: '',
        reported: false,
        bounced: false,
        reversed: false,
      };
  }
}

const head = {
  library: 'Thư viện Thử nghiệm A',
  address: 'Số 1 đường Thử Nghiệm',
  desk: 'Quầy thử',
  station: 'TRAM-THU',
  at: '22/11/2026 14:02',
  number: 'TRAM-THU-17',
  staff: 'nv-thu',
};
const reader = { name: 'Bạn Đọc Thử', card: 'THU-00012345' };
const shelfReader = { shortName: 'Bạn Đ. T.', cardEnd: '2345' };
const copy = {
  title: 'Dế Mèn phiêu lưu ký',
  author: 'Tô Hoài',
  barcode: 'THU.000001',
  callNumber: '895.9223 D250M',
};

const item = {
  title: copy.title,
  barcode: copy.barcode,
  lent: false,
  renewed: false,
  returned: false,
  due: '',
  renewals: '',
  overdue: '',
  provisional: false,
};

const lentItems: readonly SlipItem[] = [
  { ...item, no: '1', lent: true, due: '06/12/2026' },
  {
    ...item,
    no: '2',
    title: 'Tuyển tập truyện ngắn Việt Nam hiện đại dành cho thiếu nhi, tập 2',
    barcode: 'THU.000002',
    renewed: true,
    due: '13/12/2026',
    renewals: '1',
    provisional: true,
  },
  {
    ...item,
    no: '3',
    title: 'Đất rừng phương Nam',
    barcode: 'THU.000003',
    lent: true,
    due: '22/11/2026 16:30',
  },
];

const returnedItems: readonly SlipItem[] = [
  { ...item, no: '1', returned: true },
  {
    ...item,
    no: '2',
    title: 'Đất rừng phương Nam',
    barcode: 'THU.000003',
    returned: true,
    overdue: formatAmount(5_000),
  },
];

const paymentLines: readonly PaymentLine[] = [
  {
    no: '1',
    ledger: 'Phí',
    what: '',
    title: 'Phí làm thẻ',
    amount: formatAmount(40_000),
    legalAct: 'Nghị quyết Thử nghiệm số 00/0000',
  },
  {
    no: '2',
    ledger: 'Bồi thường',
    what: 'Quá hạn',
    title: copy.title,
    amount: formatAmount(5_000),
    legalAct: '',
  },
];

function sums(items: readonly SlipItem[]): { readonly total: string; readonly charged: string } {
  return {
    total: String(items.length),
    charged: items.find(({ overdue }) => overdue !== '')?.overdue ?? '',
  };
}

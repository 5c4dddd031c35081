import type { LoanLimit, LoanPolicy } from '../../policy/policies.ts';

/** Debt in đồng above which a loan is asked about. Invented: no published rule names an amount. */
const debtLimit = 50_000;

function atHome(max: number): LoanLimit {
  return { max, itemClass: 'any', library: 'any', use: 'home' };
}

/** One copy at a time in the reading room: Đồng Nai, https://thuvien.dongnai.gov.vn. */
const oneInTheRoom: LoanLimit = { max: 1, itemClass: 'any', library: 'here', use: 'reading-room' };

/** What every loan of the demonstration has in common. A renewal counts from the day it is made, as at Hue LRC. */
const common = {
  dueMode: 'next-open-day',
  closingTime: 'ignore',
  hardDue: 'none',
  cardExpiry: 'cap',
  use: 'any',
  renewalFrom: 'today',
  renewalOpens: 'any',
  renewOverdue: 'allow',
  renewalsUnseen: 'unlimited',
  debtLimit,
  familyDebtLimit: 'unlimited',
  overdueLimit: 'unlimited',
  ages: 'any',
} as const satisfies Partial<LoanPolicy>;

/** Lent for so many days under these limits, renewed so often for so many days. */
function lent(
  id: string,
  name: string,
  period: number,
  limits: readonly LoanLimit[],
  [renewals, renewalLength]: readonly [LoanPolicy['renewals'], number],
): LoanPolicy {
  return { ...common, id, name, period: { unit: 'days', length: period }, limits, renewals, renewalLength };
}

const never = ['none', 1] as const;

/**
 * Limits of published rules (`reference/vietnam.md` §4.3): Thái Bình 3 copies for 15 days, in the children's
 * room 3 for 10; Ninh Thuận 5 days, renewal of at most 10; Hội An 10 days against a deposit. Those for teachers,
 * schools and units are invented: no published ones were found. A limit counts every home loan, which is why the
 * school's own covers textbooks and other books together.
 */
export const loanPolicies: readonly LoanPolicy[] = [
  lent('muon-nguoi-lon', 'Người lớn: 3 bản, 15 ngày', 15, [atHome(3), oneInTheRoom], [1, 10]),
  lent('muon-thieu-nhi', 'Thiếu nhi: 3 bản, 10 ngày', 10, [atHome(3), oneInTheRoom], [1, 10]),
  lent('muon-giao-vien', 'Giáo viên: 10 bản, 30 ngày', 30, [atHome(10), oneInTheRoom], [2, 15]),
  {
    ...lent('muon-giao-trinh', 'Giáo trình: 3 bản, 30 ngày', 30, [atHome(3), oneInTheRoom], [1, 15]),
    // Hue LRC: no further loan until what is late is returned and paid.
    debtLimit: 0,
    overdueLimit: 1,
  },
  lent('muon-tap-chi', 'Tạp chí: 3 bản, 5 ngày, không gia hạn', 5, [atHome(3), oneInTheRoom], never),
  lent('muon-ngoai-van', 'Sách ngoại văn: 10 ngày, có thế chân', 10, [atHome(3), oneInTheRoom], [1, 10]),
  lent('muon-ngan-han', 'Tài liệu tra cứu: giáo viên mượn 3 ngày', 3, [atHome(10), oneInTheRoom], never),
  lent('muon-hoc-sinh', 'Học sinh: 7 ngày, tối đa 15 bản kể cả sách giáo khoa', 7, [atHome(15)], [1, 7]),
  lent('muon-sach-giao-khoa', 'Sách giáo khoa: theo học kỳ, tối đa 15 bản', 140, [atHome(15)], [1, 140]),
  lent('muon-don-vi', 'Đơn vị: 5 bản, 30 ngày', 30, [atHome(5)], [1, 15]),
  {
    ...lent('doc-tai-cho', 'Đọc tại chỗ', 1, [oneInTheRoom], never),
    period: 'none',
    use: 'reading-room',
  },
];

import type { LoanPolicy, PolicyRule, PolicySet } from '../policy/policy.ts';
import { demoLibraries } from './libraries.ts';
import { demoUuid } from './uuid.ts';

const { BN, HP, ST } = demoLibraries;

/** Lent for so many days, at most so many copies, renewed so often for so many days. */
function lent(
  id: string,
  name: string,
  period: number,
  maxLoans: number,
  renewals: number,
  renewalPeriod: number,
): LoanPolicy {
  return {
    id,
    name,
    period,
    maxLoans,
    renewals: renewals === 0 ? 'none' : renewals,
    renewalPeriod,
    closedDays: 'push',
    cardExpiry: 'cap',
  };
}

const inLibrary: LoanPolicy = {
  id: 'doc-tai-cho',
  name: 'Đọc tại chỗ',
  period: 'none',
  maxLoans: 'unlimited',
  renewals: 'none',
  renewalPeriod: 1,
  closedDays: 'push',
  cardExpiry: 'cap',
};

/**
 * Limits of published rules (`reference/vietnam.md` §4.3): Thái Bình 3 copies for 15 days, in the children's
 * room 3 for 10; Ninh Thuận 5 days, renewal of at most 10. Those for teachers, schools and units are
 * invented: no published ones were found. A reader's limit counts everything on loan, which is why the school's
 * own covers textbooks and other books together.
 */
const loanPolicies: readonly LoanPolicy[] = [
  lent('muon-nguoi-lon', 'Người lớn: 3 bản, 15 ngày', 15, 3, 1, 10),
  lent('muon-thieu-nhi', 'Thiếu nhi: 3 bản, 10 ngày', 10, 3, 1, 10),
  lent('muon-giao-vien', 'Giáo viên: 10 bản, 30 ngày', 30, 10, 2, 15),
  lent('muon-giao-trinh', 'Giáo trình: 3 bản, 30 ngày', 30, 3, 1, 15),
  lent('muon-tap-chi', 'Tạp chí: 3 bản, 5 ngày, không gia hạn', 5, 3, 0, 1),
  lent('muon-ngan-han', 'Tài liệu tra cứu: giáo viên mượn 3 ngày', 3, 10, 0, 1),
  lent('muon-hoc-sinh', 'Học sinh: 7 ngày, tối đa 15 bản kể cả sách giáo khoa', 7, 15, 1, 7),
  lent('muon-sach-giao-khoa', 'Sách giáo khoa: theo học kỳ, tối đa 15 bản', 140, 15, 1, 140),
  lent('muon-don-vi', 'Đơn vị: 5 bản, 30 ngày', 30, 5, 1, 15),
  inLibrary,
];

/** Each rule shows a step of precedence: library before category before class before location. */
const rules: readonly PolicyRule[] = [
  { id: 'QT-01', when: {}, loanPolicy: 'muon-nguoi-lon' },
  { id: 'QT-02', when: { category: 'thieu-nhi' }, loanPolicy: 'muon-thieu-nhi' },
  { id: 'QT-03', when: { category: 'hoc-sinh' }, loanPolicy: 'muon-thieu-nhi' },
  { id: 'QT-04', when: { category: 'giao-vien' }, loanPolicy: 'muon-giao-vien' },
  { id: 'QT-05', when: { itemClass: 'giao-trinh' }, loanPolicy: 'muon-giao-trinh' },
  { id: 'QT-06', when: { collection: 'dia-chi' }, loanPolicy: 'doc-tai-cho' },
  { id: 'QT-11', when: { library: BN.id, itemClass: 'tham-khao' }, loanPolicy: 'doc-tai-cho' },
  { id: 'QT-12', when: { library: BN.id, itemClass: 'tap-chi' }, loanPolicy: 'muon-tap-chi' },
  { id: 'QT-13', when: { library: BN.id, collection: 'dia-chi' }, loanPolicy: 'doc-tai-cho' },
  {
    id: 'QT-14',
    when: { library: BN.id, category: 'giao-vien', itemClass: 'tham-khao' },
    loanPolicy: 'muon-ngan-han',
  },
  { id: 'QT-21', when: { library: HP.id }, loanPolicy: 'muon-hoc-sinh' },
  { id: 'QT-22', when: { library: HP.id, itemClass: 'sach-giao-khoa' }, loanPolicy: 'muon-sach-giao-khoa' },
  { id: 'QT-23', when: { library: HP.id, category: 'giao-vien' }, loanPolicy: 'muon-giao-vien' },
  { id: 'QT-24', when: { library: HP.id, itemClass: 'tham-khao' }, loanPolicy: 'doc-tai-cho' },
  {
    id: 'QT-25',
    when: { library: HP.id, category: 'giao-vien', itemClass: 'tham-khao' },
    loanPolicy: 'muon-ngan-han',
  },
  { id: 'QT-31', when: { library: ST.id }, loanPolicy: 'muon-don-vi' },
  { id: 'QT-32', when: { library: ST.id, itemClass: 'tham-khao' }, loanPolicy: 'doc-tai-cho' },
];

/** The province's one policy set, in force since the province is what it is. */
export const demoPolicySet: PolicySet = {
  id: demoUuid('policy', 1, 0),
  version: '2025.1',
  effectiveFrom: '2025-07-01',
  rules,
  loanPolicies,
};

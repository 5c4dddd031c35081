import type { PolicyRule } from '../../policy/policy.ts';
import { demoLibraries } from '../libraries.ts';

const { BN, HP, ST } = demoLibraries;

/** What a rule gives beside the loan policy unless it says otherwise. */
const usual = {
  overdue: 'khong-thu',
  hold: 'dat-muon',
  loss: 'boi-thuong',
  deposit: 'khong-the-chan',
} as const;

function rule(
  id: string,
  when: PolicyRule['when'],
  loan: string,
  others: Partial<PolicyRule['gives']> = {},
): PolicyRule {
  return { id, when, gives: { loan, ...usual, ...others } };
}

const readHere = { hold: 'khong-dat' } as const;
const lateReference = { overdue: 'qua-han-tra-cuu', hold: 'khong-dat' } as const;

/** Each rule shows a step of precedence: library before category before class before location. */
export const rules: readonly PolicyRule[] = [
  rule('QT-01', {}, 'muon-nguoi-lon'),
  rule('QT-02', { category: 'thieu-nhi' }, 'muon-thieu-nhi'),
  rule('QT-03', { category: 'hoc-sinh' }, 'muon-thieu-nhi'),
  rule('QT-04', { category: 'giao-vien' }, 'muon-giao-vien'),
  rule('QT-05', { itemClass: 'giao-trinh' }, 'muon-giao-trinh', {
    overdue: 'qua-han-giao-trinh',
    loss: 'boi-thuong-giao-trinh',
  }),
  rule('QT-06', { collection: 'dia-chi' }, 'doc-tai-cho', readHere),
  rule('QT-11', { library: BN.id, itemClass: 'tham-khao' }, 'doc-tai-cho', readHere),
  rule('QT-12', { library: BN.id, itemClass: 'tap-chi' }, 'muon-tap-chi'),
  rule('QT-13', { library: BN.id, collection: 'dia-chi' }, 'doc-tai-cho', readHere),
  rule(
    'QT-14',
    { library: BN.id, category: 'giao-vien', itemClass: 'tham-khao' },
    'muon-ngan-han',
    lateReference,
  ),
  rule('QT-15', { library: BN.id, itemClass: 'ngoai-van' }, 'muon-ngoai-van', { deposit: 'the-chan' }),
  rule('QT-21', { library: HP.id }, 'muon-hoc-sinh'),
  rule('QT-22', { library: HP.id, itemClass: 'sach-giao-khoa' }, 'muon-sach-giao-khoa', readHere),
  rule('QT-23', { library: HP.id, category: 'giao-vien' }, 'muon-giao-vien'),
  rule('QT-24', { library: HP.id, itemClass: 'tham-khao' }, 'doc-tai-cho', readHere),
  rule(
    'QT-25',
    { library: HP.id, category: 'giao-vien', itemClass: 'tham-khao' },
    'muon-ngan-han',
    lateReference,
  ),
  rule('QT-31', { library: ST.id }, 'muon-don-vi'),
  rule('QT-32', { library: ST.id, itemClass: 'tham-khao' }, 'doc-tai-cho', readHere),
];

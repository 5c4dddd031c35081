import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/circulation/explanation.ts';
import type { LoanLimit, LoanPolicy } from '../../domain/policy/policies.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import { resolvePolicy } from '../../domain/policy/resolve.ts';
import type { Language } from '../i18n/start.ts';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { explainParts } from './explanation.ts';

const library = { id: 'lib-bn', name: 'Thư viện tỉnh' };
const limit: LoanLimit = { max: 3, itemClass: 'any', library: 'any', use: 'home' };

const children: LoanPolicy = {
  id: 'thieu-nhi-14',
  name: 'Thiếu nhi 14 ngày',
  period: { unit: 'days', length: 14 },
  dueMode: 'next-open-day',
  closingTime: 'ignore',
  hardDue: 'none',
  cardExpiry: 'cap',
  use: 'any',
  limits: [limit],
  renewals: 1,
  renewalLength: 7,
  renewalFrom: 'today',
  renewalOpens: 'any',
  renewOverdue: 'allow',
  renewalsUnseen: 'unlimited',
  debtLimit: 50_000,
  familyDebtLimit: 'unlimited',
  overdueLimit: 'unlimited',
  ages: 'any',
};
const readingRoom: LoanPolicy = {
  ...children,
  id: 'doc-tai-cho',
  name: 'Đọc tại chỗ',
  period: 'none',
  use: 'reading-room',
  limits: [],
  renewals: 'none',
  debtLimit: 'unlimited',
};
const gives = { loan: children.id, overdue: 'qh', hold: 'dm', loss: 'mat', deposit: 'tc' };
const policySet: PolicySet = {
  id: 'ps',
  version: '2026.2',
  effectiveFrom: '2026-01-01',
  ruleLibrary: 'desk',
  rules: [
    { id: 'QT-01', when: {}, gives },
    { id: 'QT-04', when: { library: library.id, category: 'thieu-nhi' }, gives },
    { id: 'QT-07', when: { itemClass: 'tham-khao' }, gives: { ...gives, loan: readingRoom.id } },
  ],
  loanPolicies: [children, readingRoom],
  overduePolicies: [
    {
      id: 'qh',
      name: 'Quá hạn',
      charge: { kind: 'per-period', amount: 1_000, every: 1, unit: 'days', at: 'start' },
      graceDays: 2,
      chargeFrom: 'due-date',
      closedDays: 'skip',
      cap: 20_000,
      capToPrice: 'yes',
      recallAmount: 'same',
    },
  ],
  holdPolicies: [
    {
      id: 'dm',
      name: 'Đặt mượn',
      level: 'any',
      maxHolds: 5,
      onShelf: 'refuse',
      shelfDays: 7,
      shelfDaysWhenQueued: 'same',
      shelfCounts: 'open-days',
      expiresAfter: 'none',
      lookAheadDays: 0,
      pickup: 'any',
      renewals: 'refuse',
      highDemand: 'none',
      recall: 'none',
    },
  ],
  lossPolicies: [
    {
      id: 'mat',
      name: 'Mất',
      compensation: { kind: 'times-price', times: 1.5 },
      defaultPrice: 0,
      processing: 10_000,
      overdueWhenLost: 'waive',
      whenFound: 'refund',
      refundWithin: 'unlimited',
      overdueWhenFound: 'keep',
      takeBackLost: 'allow',
      lostAfter: 'none',
    },
  ],
  depositPolicies: [{ id: 'tc', name: 'Không thế chân', ceiling: 'none', minimumPerItem: 0 }],
  itemClasses: [],
  categories: [],
  fees: [],
  severities: {},
};
const subject = { library: library.id, category: 'thieu-nhi', itemClass: 'sach', collection: 'kho-mo' };

const texts = (language: Language, explanation: Parameters<typeof explainParts>[1], happened = true) =>
  explainParts(
    { t: startLanguages(language).getFixedT(language, namespaces), library },
    explanation,
    happened,
  ).map(({ heading, lines }) => `${heading}: ${lines.join(' ')}`);

describe('explainParts', () => {
  const lent = explain(resolvePolicy(policySet, subject), null, { limit, count: 1, max: 3 });

  it('names the rule that won, why, the runner-up, the count and what the five policies say', () => {
    expect(texts('vi', lent)).toEqual([
      'Quy tắc: QT-04 · chính sách bản 2026.2 Áp dụng vì thư viện là Thư viện tỉnh; bạn đọc là Thiếu nhi. ' +
        'Nếu không có quy tắc này thì đến QT-01 (mọi trường hợp).',
      'Số lượng: Trước lượt này bạn đọc đang mượn 1, tối đa 3 (tài liệu). Sau lượt này còn mượn được 1.',
      'Chính sách mượn: Thiếu nhi 14 ngày Mượn 14 ngày; tối đa 3 tài liệu; gia hạn 1 lần, mỗi lần 7 ngày; ' +
        'nợ tối đa 50.000 đ; hạn trả rơi vào ngày nghỉ thì dời sang ngày mở cửa kế tiếp; hạn trả không quá hạn thẻ.',
      'Chính sách quá hạn: Quá hạn 1.000 đ mỗi ngày; không tính 2 ngày đầu; không tính ngày nghỉ; ' +
        'nhiều nhất 20.000 đ; không quá giá bìa.',
      'Chính sách đặt mượn: Đặt mượn Tối đa 5 lượt đặt; giữ trên giá 7 ngày.',
      'Chính sách mất, hỏng: Mất Bồi thường gấp 1,5 lần giá bìa; thêm 10.000 đ xử lý.',
      'Chính sách thế chân: Không thế chân Không xét thế chân.',
    ]);
    expect(texts('en', lent)[2]).toContain('Loan of 14 days; at most 3 items; 1 renewal, of 7 days each;');
  });

  it('does not count an act that was refused for another reason', () => {
    const refused = texts('vi', explain(null, null, { limit, count: 2, max: 3 }), false).at(-1);
    expect(refused).toContain('Chưa đủ số lượng: đây không phải là lý do.');
  });

  it('says that a limit is reached, also on a loan that somebody let through', () => {
    for (const happened of [true, false]) {
      const reached = explain(null, null, { limit: { ...limit, itemClass: 'sach' }, count: 3, max: 3 });
      expect(texts('vi', reached, happened).at(-1)).toContain('tối đa 3 (Sách). Đã đủ số lượng.');
    }
  });

  it('speaks of a general rule, of one without a rival, and of none at all', () => {
    const general = resolvePolicy({ ...policySet, rules: policySet.rules.slice(0, 1) }, subject);
    expect(texts('vi', explain(general))[0]).toContain('Quy tắc chung');
    expect(texts('vi', explain(general))[0]).toContain('Không có quy tắc nào khác khớp.');
    expect(texts('vi', explain(null))).toEqual([
      'Quy tắc: Không có quy tắc lưu thông nào khớp với trường hợp này.',
    ]);
  });

  it('puts boundless and refused into words', () => {
    const reference = resolvePolicy(policySet, {
      ...subject,
      library: 'x',
      category: 'y',
      itemClass: 'tham-khao',
    });
    expect(texts('vi', explain(reference))[1]).toBe(
      'Chính sách mượn: Đọc tại chỗ Không cho mượn về nhà; chỉ đọc tại chỗ; không giới hạn số tài liệu; không gia hạn.',
    );
  });
});

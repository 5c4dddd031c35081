import { describe, expect, it } from 'vitest';
import { dueDate } from '../../domain/circulation/due-date.ts';
import { explain } from '../../domain/circulation/explanation.ts';
import type { LoanPolicy, PolicySet } from '../../domain/policy/policy.ts';
import { resolvePolicy } from '../../domain/policy/policy.ts';
import type { Language } from '../i18n/start.ts';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { explainDue, explainParts } from './explanation.ts';

const library = { id: 'lib-bn', name: 'Thư viện tỉnh' };
const context = (language: Language) => ({
  t: startLanguages(language).getFixedT(language, namespaces),
  language,
  library,
});

const children: LoanPolicy = {
  id: 'thieu-nhi-14',
  name: 'Thiếu nhi 14 ngày',
  period: 14,
  maxLoans: 3,
  renewals: 1,
  renewalPeriod: 7,
  closedDays: 'push',
  cardExpiry: 'cap',
};
const readingRoom: LoanPolicy = {
  ...children,
  id: 'doc-tai-cho',
  name: 'Đọc tại chỗ',
  period: 'none',
  maxLoans: 'unlimited',
  renewals: 'none',
  closedDays: 'keep',
  cardExpiry: 'ignore',
};
const policySet: PolicySet = {
  id: 'ps',
  version: '2026.2',
  effectiveFrom: '2026-01-01',
  rules: [
    { id: 'QT-01', when: {}, loanPolicy: children.id },
    { id: 'QT-04', when: { library: library.id, category: 'thieu-nhi' }, loanPolicy: children.id },
    { id: 'QT-07', when: { itemClass: 'tham-khao' }, loanPolicy: readingRoom.id },
  ],
  loanPolicies: [children, readingRoom],
};
const calendar = {
  id: 'c',
  library: library.id,
  weeklyClosed: [1],
  closures: [{ from: '2027-02-05', to: '2027-02-11', name: 'Tết Nguyên đán' }],
};
const subject = { library: library.id, category: 'thieu-nhi', itemClass: 'sach', collection: 'kho-mo' };

const texts = (language: Language, explanation: Parameters<typeof explainParts>[1], happened = true) =>
  explainParts(context(language), explanation, happened).map(
    ({ heading, lines }) => `${heading}: ${lines.join(' ')}`,
  );

describe('explainParts', () => {
  const lent = explain(resolvePolicy(policySet, subject), null, { count: 1, max: 3 });

  it('names the rule that won, why, the runner-up, the count and the policy’s numbers', () => {
    expect(texts('vi', lent)).toEqual([
      'Quy tắc: QT-04 · chính sách bản 2026.2 Áp dụng vì thư viện là Thư viện tỉnh; bạn đọc là Thiếu nhi. ' +
        'Nếu không có quy tắc này thì đến QT-01 (mọi trường hợp).',
      'Số lượng: Trước lượt này bạn đọc đang mượn 1, tối đa 3. Sau lượt này còn mượn được 1.',
      'Chính sách: Thiếu nhi 14 ngày (thieu-nhi-14) ' +
        'Mượn 14 ngày; tối đa 3 tài liệu cùng lúc; gia hạn 1 lần, mỗi lần 7 ngày. ' +
        'Hạn trả rơi vào ngày nghỉ thì dời sang ngày mở cửa kế tiếp; không quá hạn thẻ.',
    ]);
    expect(texts('en', lent)[2]).toContain('Loan of 14 days; at most 3 items at once; 1 renewal of 7 days.');
  });

  it('says when the limit is reached', () => {
    const at = (count: number) => texts('vi', explain(null, null, { count, max: 3 })).at(-1);
    expect(at(2)).toContain('Lượt này là lượt cuối');
    expect(at(3)).toContain('Đã đủ, không mượn thêm được.');
  });

  it('does not count an act that was refused for another reason', () => {
    const refused = texts('vi', explain(null, null, { count: 2, max: 3 }), false).at(-1);
    expect(refused).toContain('Chưa đủ số lượng: đây không phải là lý do.');
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
    const reference = resolvePolicy(policySet, { ...subject, library: 'x', itemClass: 'tham-khao' });
    expect(texts('vi', explain(reference))[1]).toContain(
      'Không cho mượn về nhà; không giới hạn số tài liệu; không gia hạn. Hạn trả giữ nguyên',
    );
  });
});

describe('explainDue', () => {
  const steps = (language: Language, expires: string, from: string) => {
    const due = dueDate(children, calendar, expires, from, 14);
    if (!due) throw new Error('the calendar opens');
    return {
      due,
      steps: explainDue(context(language), due).map(({ date, note }) => `${date} ${note}`),
    };
  };

  it('is two stops when nothing stands in the way', () => {
    expect(steps('vi', '2030-01-01', '2026-11-21').steps).toEqual([
      '21/11/2026 từ ngày',
      '05/12/2026 thêm 14 ngày',
    ]);
  });

  it('says Tết once, then the weekly closing day, then the day it opens', () => {
    expect(steps('vi', '2030-01-01', '2027-01-23').steps).toEqual([
      '23/01/2027 từ ngày',
      '06/02/2027 thêm 14 ngày',
      '06/02/2027 – 11/02/2027 nghỉ: Tết Nguyên đán',
      '12/02/2027 ngày mở cửa kế tiếp',
    ]);
    expect(steps('en', '2030-01-01', '2026-11-23').steps).toEqual([
      '23/11/2026 from',
      '07/12/2026 plus 14 days',
      '07/12/2026 Monday, weekly closing day',
      '08/12/2026 next open day',
    ]);
  });

  it('ends where the card ends, and always on the due date', () => {
    const capped = steps('vi', '2026-12-03', '2026-11-22');
    expect(capped.steps.at(-1)).toBe('03/12/2026 thẻ hết hạn, lấy ngày này');
    expect(capped.due.due).toBe('2026-12-03');
  });
});

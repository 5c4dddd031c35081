import { describe, expect, it } from 'vitest';
import { demoPolicySet } from '../../../domain/demo/policies.ts';
import { resolvePolicy } from '../../../domain/policy/resolve.ts';
import type { PolicyAnswer } from '../../../domain/policy/resolve.ts';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { holdFields } from './fields/hold-fields.tsx';
import { loanFields } from './fields/loan-fields.tsx';
import { depositFields, lossFields, overdueFields } from './fields/money-fields.tsx';
import { nameBook } from './name-book.ts';
import { promiseDiff } from './promise-diff.ts';

const t = startLanguages('vi').getFixedT('vi', [...namespaces]);
const names = nameBook(t, demoPolicySet, []);

function answer(): PolicyAnswer {
  const subject = { library: 'x', category: 'nguoi-lon', itemClass: 'sach', collection: 'kho-mo' };
  const found = resolvePolicy(demoPolicySet, subject);
  if (!found) throw new Error('The demonstration has a general rule.');
  return found;
}

describe('what changes', () => {
  it('is nothing between a promise and itself', () => {
    expect(promiseDiff(t, names, answer(), answer())).toEqual([]);
  });

  it('is said field by field', () => {
    const before = answer();
    const loan = {
      ...before.loan,
      period: { unit: 'days', length: 21 },
      renewals: 'unlimited',
      debtLimit: 35_000,
    } as const;
    const after = { ...before, loan, loss: { ...before.loss, processing: 5_000 } };
    expect(
      promiseDiff(t, names, before, after).map(({ kind, field, after: now }) => [kind, field, now]),
    ).toEqual([
      ['loan', 'Thời hạn mượn', '21 ngày'],
      ['loan', 'Số lần gia hạn', 'không giới hạn'],
      ['loan', 'Nợ tối đa còn được mượn', '35.000 đ'],
      ['loss', 'Tiền xử lý nghiệp vụ', '5.000 đ'],
    ]);
  });

  it('names the policy when another one says the same', () => {
    const before = answer();
    const after = { ...before, hold: { ...before.hold, id: 'khac', name: 'Chính sách khác' } };
    expect(promiseDiff(t, names, before, after)).toEqual([
      { kind: 'hold', field: null, before: before.hold.name, after: 'Chính sách khác' },
    ]);
  });
});

describe('the fields of the editor', () => {
  it.each([
    ['loan', loanFields, answer().loan],
    ['overdue', overdueFields, answer().overdue],
    ['hold', holdFields, answer().hold],
    ['loss', lossFields, answer().loss],
    ['deposit', depositFields, answer().deposit],
  ] as const)('leave nothing of a %s policy out', (_kind, fields, policy) => {
    const edited = fields.map(({ name }) => name);
    expect(new Set(edited)).toEqual(
      new Set(Object.keys(policy).filter((key) => key !== 'id' && key !== 'name')),
    );
  });

  it('say every value in words, with none of the data’s own', () => {
    const { loan, overdue, hold, loss, deposit } = answer();
    const said = [
      ...loanFields.map(({ say }) => say(t, loan, names)),
      ...overdueFields.map(({ say }) => say(t, overdue, names)),
      ...holdFields.map(({ say }) => say(t, hold, names)),
      ...lossFields.map(({ say }) => say(t, loss, names)),
      ...depositFields.map(({ say }) => say(t, deposit, names)),
    ];
    for (const words of said)
      expect(words).not.toMatch(/undefined|\[object|terms\.|^$|unlimited|none|-date/u);
  });
});

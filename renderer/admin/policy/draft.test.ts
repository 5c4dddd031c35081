import { describe, expect, it } from 'vitest';
import { demoPolicySet } from '../../../domain/demo/policies.ts';
import type { PolicyRule, PolicySet } from '../../../domain/policy/policy.ts';
import { resolvePolicy } from '../../../domain/policy/resolve.ts';
import { draftFrom, freshId, nextRuleId, nextVersion, strongestFirst, withCriterion } from './draft.ts';

const gives = demoPolicySet.rules[0]?.gives ?? { loan: '', overdue: '', hold: '', loss: '', deposit: '' };
const rule = (id: string, when: PolicyRule['when']): PolicyRule => ({ id, when, gives });
const setOf = (...rules: readonly PolicyRule[]): PolicySet => ({ ...demoPolicySet, rules });

describe('a draft', () => {
  it('is a new version with everything in it, in force from today at the earliest', () => {
    const at = { today: '2026-11-22', versions: ['2025.1', '2026.1'], id: 'draft' };
    const draft = draftFrom(demoPolicySet, at);
    expect(draft).toMatchObject({ id: 'draft', version: '2026.2', effectiveFrom: '2026-11-22' });
    expect({ ...draft, id: '', version: '', effectiveFrom: '', rules: [] }).toEqual({
      ...demoPolicySet,
      id: '',
      version: '',
      effectiveFrom: '',
      rules: [],
    });
    expect(new Set(draft.rules)).toEqual(new Set(demoPolicySet.rules));
    const later = { ...demoPolicySet, effectiveFrom: '2027-01-01' };
    expect(draftFrom(later, at).effectiveFrom).toBe('2027-01-01');
  });

  it('has the first number of the year that is free', () => {
    expect(nextVersion([], '2026-11-22')).toBe('2026.1');
    expect(nextVersion(['2026.1', '2026.3', '2025.2'], '2026-11-22')).toBe('2026.2');
  });
});

describe('rules', () => {
  it('stand in the order in which they win', () => {
    const rules = [
      rule('general', {}),
      rule('location', { collection: 'kho-mo' }),
      rule('class', { itemClass: 'sach' }),
      rule('nearer-class', { itemClass: 'giao-trinh' }),
      rule('category', { category: 'nguoi-lon' }),
      rule('library', { library: 'BN' }),
    ];
    expect(strongestFirst(setOf(...rules)).map(({ id }) => id)).toEqual([
      'library',
      'category',
      'nearer-class',
      'class',
      'location',
      'general',
    ]);
    const subject = { library: 'BN', category: 'nguoi-lon', itemClass: 'giao-trinh', collection: 'kho-mo' };
    let left: readonly PolicyRule[] = rules;
    for (const { id } of strongestFirst(setOf(...rules))) {
      expect(resolvePolicy(setOf(...left), subject)?.rule.id).toBe(id);
      left = left.filter((known) => known.id !== id);
    }
  });

  it('get the next id', () => {
    expect(nextRuleId([])).toBe('QT-01');
    expect(nextRuleId([{ id: 'QT-09' }, { id: 'QT-32' }, { id: 'riêng' }])).toBe('QT-33');
  });

  it('ask about what they are told to, and no more', () => {
    const asking = rule('QT-01', { library: 'BN', category: 'nguoi-lon' });
    expect(withCriterion(asking, 'category', null).when).toEqual({ library: 'BN' });
    expect(withCriterion(asking, 'category', 'thieu-nhi').when).toEqual({
      library: 'BN',
      category: 'thieu-nhi',
    });
  });
});

it('makes ids of names', () => {
  expect(freshId('Giáo trình mới (2026)', [])).toBe('giao-trinh-moi-2026');
  expect(freshId('Đọc tại chỗ', [{ id: 'doc-tai-cho' }, { id: 'doc-tai-cho-2' }])).toBe('doc-tai-cho-3');
  expect(freshId('…', [])).toBe('moi');
  expect(freshId('a'.repeat(200), []).length).toBeLessThanOrEqual(64);
});

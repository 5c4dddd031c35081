import { describe, expect, it } from 'vitest';
import { checkPolicySet } from '../policy/check-policy-set.ts';
import { classDistances, resolvePolicy } from '../policy/resolve.ts';
import { categoryLabels, collectionLabels, itemClassLabels } from './labels.ts';
import { demoLibraries } from './libraries.ts';
import { demoPolicySet } from './policies.ts';

describe('policies', () => {
  const { BN } = demoLibraries;

  it('could be saved as they are', () => {
    expect(checkPolicySet(demoPolicySet, { today: '2025-07-01', isTaken: false })).toEqual([]);
  });

  it('know every category and class by name, books in one tree', () => {
    expect(demoPolicySet.categories.map(({ id }) => id)).toEqual(Object.keys(categoryLabels));
    expect(demoPolicySet.itemClasses.map(({ id }) => id)).toEqual(Object.keys(itemClassLabels));
    for (const id of ['giao-trinh', 'tham-khao', 'sach-giao-khoa', 'ngoai-van'])
      expect([...classDistances(demoPolicySet, id).keys()]).toEqual([id, 'sach']);
  });
  const answer = (library: string, category: string, itemClass: string, collection = 'kho-mo') =>
    resolvePolicy(demoPolicySet, { library, category, itemClass, collection });
  const at = (...of: Parameters<typeof answer>): string | undefined => answer(...of)?.rule.id;

  it('cover every reader and copy in every library, with rules that name policies', () => {
    for (const library of Object.values(demoLibraries))
      for (const category of Object.keys(categoryLabels))
        for (const itemClass of Object.keys(itemClassLabels))
          for (const collection of Object.keys(collectionLabels))
            expect(at(library.id, category, itemClass, collection)).toBeDefined();
  });

  it('show precedence: library before category before class before location', () => {
    expect(at(BN.id, 'nguoi-lon', 'sach')).toBe('QT-01');
    expect(at(BN.id, 'thieu-nhi', 'sach', 'thieu-nhi')).toBe('QT-02');
    expect(at(BN.id, 'giao-vien', 'giao-trinh')).toBe('QT-04');
    expect(at(BN.id, 'sinh-vien', 'giao-trinh')).toBe('QT-05');
    expect(at(BN.id, 'thieu-nhi', 'tham-khao')).toBe('QT-11');
    expect(at(BN.id, 'giao-vien', 'tham-khao')).toBe('QT-14');
    expect(at(BN.id, 'giao-vien', 'sach', 'dia-chi')).toBe('QT-13');
    expect(at(BN.id, 'nguoi-lon', 'ngoai-van')).toBe('QT-15');
  });

  it('charge for being late in two cases only, and ask a deposit in one', () => {
    const amount = (category: string, itemClass: string): number | 'none' => {
      const charge = answer(BN.id, category, itemClass)?.overdue.charge ?? 'none';
      return charge === 'none' ? 'none' : charge.amount;
    };
    expect(amount('nguoi-lon', 'sach')).toBe('none');
    expect(amount('sinh-vien', 'giao-trinh')).toBe(10_000);
    expect(amount('giao-vien', 'tham-khao')).toBe(1000);
    expect(answer(BN.id, 'nguoi-lon', 'sach')?.deposit.ceiling).toBe('none');
    expect(answer(BN.id, 'nguoi-lon', 'ngoai-van')?.deposit).toMatchObject({
      ceiling: 'cover-price',
      minimumPerItem: 100_000,
    });
  });
});

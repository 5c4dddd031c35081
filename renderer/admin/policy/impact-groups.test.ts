import { expect, it } from 'vitest';
import { demoPolicySet } from '../../../domain/demo/policies.ts';
import type { ChangedCell } from '../../../domain/policy/impact.ts';
import { resolvePolicy } from '../../../domain/policy/resolve.ts';
import { impactGroups } from './impact-groups.ts';

const cell = (category: string, collection: string): ChangedCell => {
  const subject = { library: 'x', category, itemClass: 'sach', collection };
  return { subject, before: resolvePolicy(demoPolicySet, subject), after: null };
};

it('puts cells together that change alike, and no others', () => {
  const cells = [
    cell('nguoi-lon', 'kho-mo'),
    cell('giao-vien', 'kho-mo'),
    cell('sinh-vien', 'kho-mo'),
    cell('nguoi-lon', 'phong-doc'),
  ];
  const groups = impactGroups(cells, () => []);
  expect(
    groups.map(({ before, after, cases }) => [before, after, cases.map(({ category }) => category)]),
  ).toEqual([
    ['QT-01', null, ['nguoi-lon', 'sinh-vien', 'nguoi-lon']],
    ['QT-04', null, ['giao-vien']],
  ]);
});

it('tells cells apart whose words differ under the same rules', () => {
  const cells = [cell('nguoi-lon', 'kho-mo'), cell('sinh-vien', 'kho-mo')];
  const groups = impactGroups(cells, ({ subject }) => [
    { kind: 'loan', field: 'Thời hạn mượn', before: '15 ngày', after: subject.category },
  ]);
  expect(groups).toHaveLength(2);
});

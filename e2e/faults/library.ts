import type { EntityRow } from '../../domain/catalogue/rows.ts';
import {
  plainGives,
  plainLoanPolicy,
  plainOverduePolicy,
  plainPolicySet,
} from '../../domain/world/plain-policies.ts';
import { itemRow, patronRow, smallLibrary } from '../../main/testing/small-library.ts';

/** Copies and readers of each desk: what one desk touches no other does, unless a test says so. */
const pairsPerDesk = 12;

export interface Pair {
  readonly card: string;
  readonly patron: string;
  readonly barcode: string;
}

export function pairsOf(desk: number): readonly Pair[] {
  return Array.from({ length: pairsPerDesk }, (_, index) => {
    const card = `LOI-${desk}-${index + 1}`;
    return { card, patron: `patron-${card}`, barcode: `LOI.${desk}.${index + 1}` };
  });
}

/** đồng for each day that a copy is late. */
export const finePerDay = 1_000;

function copyRows({ barcode }: Pair): readonly EntityRow[] {
  const title = {
    id: `biblio-${barcode}`,
    title: 'Sách thử',
    author: 'Người Thử',
    ddc: '895.922',
    publisher: 'Thử',
    year: 2020,
    isbn: null,
    language: 'vie',
    minAge: 'any',
  } as const;
  return [{ entity: 'biblio', row: title }, itemRow(barcode)];
}

const policy: EntityRow = {
  entity: 'policy',
  row: plainPolicySet({
    rules: [{ id: 'chung', when: {}, gives: plainGives }],
    loanPolicies: [plainLoanPolicy],
    overduePolicies: [
      {
        ...plainOverduePolicy,
        charge: { kind: 'per-period', amount: finePerDay, every: 1, unit: 'days', at: 'end' },
      },
    ],
    itemClasses: [{ id: 'sach', name: 'Sách', parent: 'none' }],
  }),
};

/** The small library with a fine, and for each of two desks its readers and copies. */
export const faultLibrary: readonly EntityRow[] = [
  ...smallLibrary.filter(({ entity }) => entity !== 'policy'),
  policy,
  ...[1, 2].flatMap(pairsOf).flatMap((pair) => [patronRow(pair.card)].concat(copyRows(pair))),
];

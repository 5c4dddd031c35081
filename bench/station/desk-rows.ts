import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { here, itemRow, smallLibrary } from '../../main/testing/small-library.ts';

/** Card of a reader who may borrow without a limit. */
export const deskCard = 'THE-1';

/** Accession number of a copy of the desk's library. */
export function deskCopy(number: number): string {
  return `TS.${number}`;
}

/** What a desk needs to lend `copies` copies, each of a title of its own, to one reader. */
export function deskRows(copies: number): readonly EntityRow[] {
  return [
    ...smallLibrary,
    ...Array.from({ length: copies }, (_, number) =>
      itemRow(deskCopy(number), here, 'sach', { id: `item-ts-${number}`, biblio: `biblio-ts-${number}` }),
    ),
    {
      entity: 'policy',
      row: plainPolicySet({
        id: 'p2',
        version: 'p2',
        effectiveFrom: '2021-01-01',
        loanPolicies: [{ ...plainLoanPolicy, limits: [] }],
      }),
    },
  ];
}

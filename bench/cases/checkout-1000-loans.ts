import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { decide } from '../../domain/decide.ts';
import { plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { viewNow } from '../../main/services/desk-context.ts';
import { openStore } from '../../main/store/store.ts';
import { testContext } from '../../main/testing/desk-context.ts';
import { fillMirror, here, itemRow, patronRow, smallLibrary } from '../../main/testing/small-library.ts';
import { openLoanRows } from '../loans.ts';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';

const loans = 1_000;
const wanted = 300;
const p95 = 0.95;

/**
 * 95th percentile of deciding a check-out for a reader with 1 000 loans, every check and limit looked at, over the
 * station's own databases. The baseline is the same decision for a reader with none.
 */
export const checkout1000Loans: Bench = {
  name: 'checkout-1000-loans',
  run: () => {
    const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store, [
      ...smallLibrary,
      generousPolicy,
      patronRow('THE-NHIEU'),
      ...openLoanRows('patron-THE-NHIEU', loans),
      ...Array.from({ length: wanted + 1 }, (_, copy) => itemRow(`MM.${copy}`)),
    ]);
    const context = testContext(store);
    const decisions = (patron: string): number[] =>
      Array.from({ length: wanted }, (_, copy) => {
        const started = performance.now();
        const { outcome } = decide(viewNow(context), {
          do: 'check-out',
          patron,
          item: `item-${here}-MM.${copy}`,
          use: 'home',
          due: null,
          confirmed: [],
          restricted: null,
        });
        const took = performance.now() - started;
        if (outcome !== 'done') throw new Error(`The copy MM.${copy} would not be lent: ${outcome}.`);
        return took;
      });
    decisions('patron-THE-1');
    const many = decisions('patron-THE-NHIEU');
    const none = decisions('patron-THE-1');
    store.close();
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve(
      figure({
        name: 'checkout-1000-loans',
        value: quantile(many, p95),
        unit: 'ms',
        baseline: quantile(none, p95),
        against: 'the same decision for a reader without loans',
        target: '20 or less',
      }),
    );
  },
};

/** Limits that are counted and never reached. */
const generousPolicy: EntityRow = {
  entity: 'policy',
  row: plainPolicySet({
    id: 'p2',
    version: 'p2',
    effectiveFrom: '2021-01-01',
    loanPolicies: [
      {
        ...plainLoanPolicy,
        overdueLimit: 5_000,
        debtLimit: 1_000_000,
        limits: [
          { max: 5_000, itemClass: 'any', library: 'any', use: 'any' },
          { max: 5_000, itemClass: 'sach', library: 'here', use: 'home' },
        ],
      },
    ],
  }),
};

import { describe, expect, it } from 'vitest';
import type { LossPolicy } from '../../../domain/policy/policies.ts';
import { plainGives, plainLossPolicy, plainOverduePolicy } from '../../../domain/world/plain-policies.ts';
import { at, day, libraryUnder, loanRows } from '../../testing/past-rows.ts';
import { elsewhere, here } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

/** Lost after thirty days; one and a half times the price and 5.000 đồng for processing. */
const loss: LossPolicy = {
  ...plainLossPolicy,
  lostAfter: 30,
  compensation: { kind: 'times-price', times: 1.5 },
  processing: 5_000,
};
const policies = {
  overduePolicies: [{ ...plainOverduePolicy, charge: { kind: 'flat', amount: 10_000 } }],
  lossPolicies: [loss, { ...loss, id: 'khong-tu-mat', name: 'Không tự mất', lostAfter: 'none' }],
} as const;

const under = (losses: string) =>
  ({ version: 'p1', rule: 'chung', gives: { ...plainGives, loss: losses } }) as const;

const listed = async ({ databases }: TestStation) =>
  (await databases.reader.longOverdue()).map(({ item, days }) => [item.barcode, days]);

describe('long overdue loans', () => {
  it('are those over the limit of their own policy, the longest first', async () => {
    const station = await testStation(
      libraryUnder(policies, [
        ...loanRows('VV.1', 'THE-1', { due: day(-31) }),
        ...loanRows('VV.2', 'THE-1', { due: day(-30) }),
        ...loanRows('VV.3', 'THE-2', { due: day(-400) }),
        // Due by the hour, the day decides.
        ...loanRows('VV.4', 'THE-2', { due: at(-32, '23:30') }),
        ...loanRows('VV.5', 'THE-2', { due: day(-400), policy: under('khong-tu-mat') }),
        ...loanRows('VV.6', 'THE-2', { due: day(0) }),
      ]),
    );
    expect(await listed(station)).toStrictEqual([
      ['VV.3', 400],
      ['VV.4', 32],
      ['VV.1', 31],
    ]);
  });

  it('are loans of this library whose copies a reader still has', async () => {
    const due = day(-90);
    const station = await testStation(
      libraryUnder(policies, [
        ...loanRows('VV.1', 'THE-1', { due }),
        ...loanRows('VV.2', 'THE-1', { due, library: elsewhere }),
        ...loanRows('VV.3', 'THE-1', { due, claimedReturnedAt: at(-80) }),
        ...loanRows('VV.4', 'THE-1', { due, lostAt: at(-10) }),
        ...loanRows('VV.5', 'THE-1', { due, returnedAt: at(-1) }),
        // The rules it was made under are not here, so nobody can say what was promised.
        ...loanRows('VV.6', 'THE-1', { due, policy: { ...under('boi-thuong'), version: 'p0' } }),
      ]),
    );
    expect(await listed(station)).toStrictEqual([['VV.1', 90]]);
  });

  it('say what marking them lost will charge; marked, they are charged that and listed no more', async () => {
    const station = await testStation(
      libraryUnder(policies, [
        ...loanRows('VV.1', 'THE-1', { due: day(-60), price: 45_001 }),
        ...loanRows('VV.2', 'THE-2', { due: day(-50), price: 0 }),
      ]),
    );
    const { reader } = station.databases;
    const [first, second] = await reader.longOverdue();
    // 1,5 × 45.001 rounded, and 5.000; then the default price, 1,5 × 50.000, and 5.000.
    expect(first).toMatchObject({
      loan: { id: 'loan-VV.1' },
      patron: { card: 'THE-1' },
      compensation: 72_502,
    });
    expect(second?.compensation).toBe(80_000);
    await station.desk.act({
      do: 'mark-item',
      item: `item-${here}-VV.1`,
      mark: 'lost',
      decision: '',
      note: '',
      charge: null,
    });
    const panel = await reader.patronPanel('patron-THE-1');
    const amounts = Object.fromEntries((panel?.charges ?? []).map(({ kind, amount }) => [kind, amount]));
    // Lateness comes on top.
    expect(amounts).toStrictEqual({ overdue: 10_000, lost: 67_502, processing: 5_000 });
    expect(panel?.debt).toBe(10_000 + (first?.compensation ?? 0));
    expect(await listed(station)).toStrictEqual([['VV.2', 50]]);
  });

  it('leave the list when they are renewed, and when their reader says they came back', async () => {
    const station = await testStation(
      libraryUnder(policies, [
        ...loanRows('VV.1', 'THE-1', { due: day(-60) }),
        ...loanRows('VV.2', 'THE-2', { due: day(-50) }),
        ...loanRows('VV.3', 'THE-2', { due: day(-40) }),
      ]),
    );
    await station.desk.renew(['loan-VV.1']);
    await station.desk.act({
      do: 'mark-item',
      item: `item-${here}-VV.2`,
      mark: 'claimed-returned',
      decision: '',
      note: '',
      charge: null,
    });
    expect(await listed(station)).toStrictEqual([['VV.3', 40]]);
  });
});

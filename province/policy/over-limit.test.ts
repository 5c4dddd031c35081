import { expect, it } from 'vitest';
import { plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { publishRows } from '../catalogue/publish.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';
import { rowsOf, rulesOf } from '../testing/stored.ts';

/** A policy set under which the loans of the tests are made: at most two at once. */
const set = plainPolicySet({
  id: 'p1',
  version: 'p1',
  loanPolicies: [
    {
      ...plainLoanPolicy,
      id: 'ordinary',
      limits: [{ max: 2, use: 'any', itemClass: 'any', library: 'any' }],
    },
  ],
});

describeProvince('what a reader has in hand', (province) => {
  const lendsAt = (station: TestStation, copy: string, basis: { epoch: string; head: number }) =>
    station.record(lend(copy), { basis: { epoch: basis.epoch, cursor: basis.head, policy: 'p1' } });

  it('is too much when two desks that did not know of each other lent to the limit', async () => {
    const { db } = province();
    await publishRows(db, [{ entity: 'policy', row: set }]);
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const known = await one.hello();
    for (const copy of ['i1', 'i2']) lendsAt(one, copy, known);
    const last = lendsAt(two, 'i3', known);
    await one.push();
    expect(await rulesOf(db)).toEqual([]);
    await two.push();
    await two.push();
    expect(await rulesOf(db)).toEqual(['over-limit']);
    expect(await rowsOf(db, 'exception')).toMatchObject([
      { patron: 'patron-1', item: 'i3', sides: [{ fact: last, station: 'ST-2', patron: 'patron-1' }] },
    ]);
  });

  it('is not where the desk knew of the loans, or somebody passed the limit knowingly', async () => {
    const { db } = province();
    await publishRows(db, [{ entity: 'policy', row: set }]);
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const before = await one.hello();
    for (const copy of ['i1', 'i2']) lendsAt(one, copy, before);
    await one.push();
    // The desk knew: whatever it did is its own to answer for.
    lendsAt(two, 'i3', await two.hello());
    const { kind, body } = lend('i4');
    two.record(
      { kind, body: { ...body, overrides: [{ check: 'limit', by: 'nv-1' }] } },
      { basis: { epoch: before.epoch, cursor: before.head, policy: 'p1' } },
    );
    await two.push();
    expect(await rulesOf(db)).toEqual([]);
  });
});

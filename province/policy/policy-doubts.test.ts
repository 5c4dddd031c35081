import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { policy } from '../testing/rows.ts';
import { rowsOf, rulesOf } from '../testing/stored.ts';

describeProvince('loans under an old policy', (province) => {
  it('are told of once for a station and a set', async () => {
    const { db } = province();
    await publishRows(db, [policy('p1'), policy('p2', '2026-11-01')]);
    const station = await province().station('ST-1');
    for (const copy of ['i1', 'i2']) station.record(lend(copy));
    await station.push();
    station.record(lend('i3'));
    await station.push();
    expect(await rulesOf(db)).toEqual(['policy-superseded']);
    expect(await rowsOf(db, 'exception')).toMatchObject([
      { rule: 'policy-superseded', libraries: ['lib-1'], sides: [{ station: 'ST-1' }] },
    ]);
  });
});

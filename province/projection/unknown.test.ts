import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { lend, pay, takeBack } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron } from '../testing/rows.ts';
import { rowsOf, rulesOf } from '../testing/stored.ts';

describeProvince('what desks name and nobody has told the province of', (province) => {
  it('is told of as soon as the province has libraries, and no longer when it is known', async () => {
    const { db } = province();
    const station = await province().station('ST-1');
    await publishRows(db, [library('lib-1'), biblio('b1'), item('i1'), patron('r1')]);
    station.record(lend('i1', 'r1'));
    station.record(lend('i2', 'r2'));
    await station.push();
    expect(await rulesOf(db)).toEqual(['unknown-item', 'unknown-patron']);
    expect(await rowsOf(db, 'exception')).toMatchObject([
      { rule: 'unknown-item', item: 'i2', libraries: ['lib-1'] },
      { rule: 'unknown-patron', patron: 'r2', libraries: ['lib-1'] },
    ]);
    await publishRows(db, [item('i2')]);
    expect(await rulesOf(db)).toEqual(['unknown-patron']);
    await publishRows(db, [patron('r2')]);
    expect(await rulesOf(db)).toEqual([]);
    expect(await rowsOf(db, 'exception')).toEqual([]);
  });

  it('is nothing to tell of before anything was published', async () => {
    const station = await province().station('ST-1');
    station.record(takeBack('i1', station.record(lend('i1'))));
    await station.push();
    expect(await rulesOf(province().db)).toEqual([]);
  });
});

describeProvince('receipts with one number', (province) => {
  it('are told of when a copied journal went on with it', async () => {
    const { db } = province();
    const one = await province().station('ST-1');
    const receipt = { kind: 'leased', series: 'AA', year: 2026, number: 7 } as const;
    const taken = (reader: string) => {
      const { kind, body } = pay('c1', 20_000);
      return { kind, body: { ...body, patron: reader, receipt } };
    };
    const first = one.record(taken('r1'));
    await one.push();
    const copy = one.reborn('inc-2');
    const second = copy.record(taken('r2'), { at: '2026-11-22T09:00:00.000+07:00' });
    await copy.push();
    await copy.push();
    expect(await rowsOf(db, 'exception')).toMatchObject([
      { id: `receipt-number-twice/${first}/${second}`, stream: 'receipt/AA/2026/7' },
    ]);
  });
});

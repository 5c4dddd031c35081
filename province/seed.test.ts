import pino from 'pino';
import { expect, it } from 'vitest';
import { demoDefaults, demoFacts, demoRows } from '../domain/demo/demo.ts';
import { chainFacts } from './sync/chain-facts.ts';
import { genesisHash } from '../domain/facts/fact.ts';
import { seed, seedDemonstration } from './seed.ts';
import { describeProvince } from './testing/province.ts';
import { library } from './testing/rows.ts';
import { journalOf, loansOf, rowsOf, rulesOf } from './testing/stored.ts';

const options = { ...demoDefaults, titles: 200, patrons: 100, today: '2026-11-22' };

describeProvince('seeding', (province) => {
  it('fills the catalogue and takes in the history as a journal like any other', async () => {
    const { db } = province();
    const rows = [...demoRows(options)];
    const facts = [...demoFacts(options)];
    await seed(db, rows, facts);
    const lines = chainFacts(facts, genesisHash);
    expect(await journalOf(db, { name: 'ST-DEMO', inc: facts[0]?.inc ?? '' })).toEqual(
      lines.map(({ hash, prev }, index) => ({ seq: index + 1, hash, prev })),
    );
    expect(await loansOf(db)).toHaveLength(facts.filter(({ kind }) => kind === 'loan.checked-out').length);
    expect(await rulesOf(db)).toEqual([]);
    const items = rows.flatMap(({ entity, row }) => (entity === 'item' ? [row.id] : []));
    expect((await rowsOf(db, 'item')).map(({ id }) => id)).toEqual(items.toSorted());
  });

  it('leaves a province alone that has anything in it', async () => {
    const { db } = province();
    await seed(db, [library('lib-1')], []);
    await seedDemonstration(db, pino({ level: 'silent' }), '2026-11-22');
    expect(await rowsOf(db, 'library')).toEqual([library('lib-1').row]);
  });
});

import pino from 'pino';
import { expect, it } from 'vitest';
import { demoDefaults, demoFacts, demoRows } from '../domain/demo/demo.ts';
import { chainFacts } from './sync/chain-facts.ts';
import { genesisHash } from '../domain/facts/fact.ts';
import { seed, seedDemonstration } from './seed.ts';
import { describeProvince } from './testing/province.ts';
import { library } from './testing/rows.ts';
import { journalOf, loansOf, rulesOf } from './testing/stored.ts';

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
    const { n } = await db
      .selectFrom('item')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBe(rows.filter(({ entity }) => entity === 'item').length);
  });

  it('leaves a province alone that has anything in it', async () => {
    const { db } = province();
    await seed(db, [library('lib-1')], []);
    await seedDemonstration(db, pino({ level: 'silent' }), '2026-11-22');
    expect(await db.selectFrom('library').select('id').execute()).toEqual([{ id: 'lib-1' }]);
  });
});

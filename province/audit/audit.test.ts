import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { charge, lend, pay } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { keepUp } from '../upkeep/nightly.ts';
import { fileFaults, readHeadFile, writeHeadFile } from './head-files.ts';
import { readHeads } from './heads.ts';
import { verifyJournals } from './verify.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeProvince('the audit of journals', (province) => {
  const filled = async (): Promise<void> => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const loan = one.record(lend('i1'));
    one.record(charge('c1', 10_000));
    one.record(pay('c1', 10_000));
    two.record(lend('i2'));
    await one.push();
    await two.push();
    // After a fork the same fact comes again, in an entry of its own.
    const again = one.reborn('inc-2');
    again.record(lend('i1'), { id: loan });
    again.record(lend('i3'));
    await again.push();
  };
  const faults = async (): Promise<readonly string[]> => {
    const report = await verifyJournals(province().db, await kept());
    return report.faults.map(({ station, inc, seq, what }) => `${station} ${inc} ${seq} ${what}`);
  };
  let heads: Awaited<ReturnType<typeof readHeads>> = [];
  const kept = async () => heads;

  it('finds nothing where nothing was touched, and walks all of it', async () => {
    await filled();
    heads = await readHeads(province().db);
    expect(heads.map(({ station, inc, seq }) => [station, inc, seq])).toEqual([
      ['ST-1', 'inc-1', 3],
      ['ST-1', 'inc-2', 2],
      ['ST-2', 'inc-1', 1],
    ]);
    expect(await verifyJournals(province().db, heads)).toEqual({ entries: 6, journals: 3, faults: [] });
  });

  it.each([
    {
      what: 'a sum in a fact is altered',
      how: sql`update fact set bytes = replace(bytes, '"amount":10000', '"amount":1000') where kind = 'charge.assessed'`,
      found: ['ST-1 inc-1 2 altered', 'ST-1 inc-1 2 other-fact'],
    },
    {
      what: 'what queries read is altered',
      how: sql`update fact set body = jsonb_set(body, '{amount}', '1') where kind = 'payment.taken'`,
      found: ['ST-1 inc-1 3 other-fact'],
    },
    {
      what: 'an entry in the middle is removed',
      how: sql`delete from journal_entry where station = 'ST-1' and inc = 'inc-1' and seq = 2`,
      found: ['ST-1 inc-1 3 missing'],
    },
    {
      what: 'a journal is cut',
      how: sql`delete from journal_entry where station = 'ST-1' and inc = 'inc-1' and seq = 3`,
      found: ['ST-1 inc-1 3 shortened'],
    },
    {
      what: 'a whole journal is gone',
      how: sql`delete from journal_entry where station = 'ST-2'`,
      found: ['ST-2 inc-1 1 shortened'],
    },
    {
      what: 'a fact and its hash are altered',
      how: sql`with other as (
          update fact set bytes = replace(bytes, '"amount":10000', '"amount":1000') where kind = 'payment.taken'
          returning id, bytes)
        update journal_entry set hash = encode(sha256(convert_to(prev || other.bytes, 'UTF8')), 'hex')
          from other where fact_id = other.id`,
      found: ['ST-1 inc-1 3 other-fact', 'ST-1 inc-1 3 other-head'],
    },
    {
      what: 'the entry of a fork is altered',
      how: sql`update journal_entry set bytes = bytes || ' ' where inc = 'inc-2' and seq = 1`,
      found: ['ST-1 inc-2 1 altered'],
    },
  ])('finds it when $what', async ({ how, found }) => {
    await filled();
    heads = await readHeads(province().db);
    await how.execute(province().db);
    expect(await faults()).toEqual(found);
  });

  it('keeps the heads in files, each of which names the one before', async () => {
    await filled();
    const { db, now } = province();
    const upkeep = { db, auditFolder: folder, now, logger: pino({ level: 'silent' }) };
    await keepUp(upkeep);
    await keepUp({ ...upkeep, now: () => now() + 86_400_000 });
    const [first, second] = [join(folder, '2026-11-22.json'), join(folder, '2026-11-23.json')];
    expect(readHeadFile(second).head?.before).toEqual({
      file: '2026-11-22.json',
      sha256: readHeadFile(first).sha256,
    });
    expect([first, second].flatMap(fileFaults)).toEqual([]);
    // Another on the same day replaces none.
    const third = writeHeadFile(folder, { journals: await readHeads(db), epoch: 'e' }, now() + 86_400_001);
    expect([third, existsSync(second)]).toEqual([join(folder, '2026-11-23-2.json'), true]);
    writeFileSync(first, readFileSync(first, 'utf8').replace('"seq": 3', '"seq": 2'));
    expect(fileFaults(first)).toEqual(['2026-11-22.json: its root is not that of its journals']);
    expect(fileFaults(second)).toEqual(['2026-11-22.json: not the file that 2026-11-23.json was made after']);
    writeFileSync(first, '{}');
    expect(fileFaults(first)).toEqual(['2026-11-22.json: not a head file, or altered']);
  });
});

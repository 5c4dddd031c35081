import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import { faultProvince } from './province.ts';
import { faultStation, stationOver } from './station.ts';
import { expectWhole, settle } from './whole.ts';

it('a station copied to a second computer: both go on lending, nothing is lost, and the fork is an exception', async () => {
  const cluster = await startCluster();
  const province = await faultProvince({ url: cluster.url });
  const original = await faultStation(province, 'ST-1');
  await province.start();
  await original.start();
  await original.until('is online', ({ state }) => state === 'online');
  for (const pair of pairsOf(1).slice(0, 3)) await original.acts(pair, true);
  await original.until('has sent everything', ({ unsent }) => unsent === 0);
  await original.kill('SIGTERM');
  const folder = join(testFolder(), 'copy');
  cpSync(original.folder, folder, { recursive: true });
  const copy = stationOver(folder, 'ST-1');

  // Both work before either hears of the other: with the province away.
  await province.kill('SIGTERM');
  await original.start();
  await copy.start();
  for (const pair of pairsOf(1).slice(3, 6)) await original.acts(pair, true);
  for (const pair of pairsOf(2).slice(0, 3)) await copy.acts(pair, true);
  await province.start();
  for (const station of [original, copy])
    await station.until('has sent everything', ({ state, unsent }) => state === 'online' && unsent === 0);
  // From here on both know.
  for (const pair of pairsOf(1).slice(6, 9)) await original.acts(pair, true);
  for (const pair of pairsOf(2).slice(3, 6)) await copy.acts(pair, true);
  await settle(province, [original, copy]);
  // Three receipts each, given by both before either could know of the other.
  const twice = Array.from({ length: 3 }, () => 'receipt-number-twice');
  await expectWhole(province, [original, copy], { exceptions: [...twice, 'station-forked'] });

  const forkedAt = (file: string): string | undefined => {
    const db = new Database(join(file, 'journal.db'), { readonly: true });
    const fork = db.prepare<[], { at: string }>("select at from journal where kind = 'station.forked'").get();
    db.close();
    return fork?.at;
  };
  const notices = [forkedAt(original.folder), forkedAt(folder)].filter((at) => at !== undefined);
  expect(notices).toHaveLength(1);
  await province.look(async ({ db }) => {
    const { rows } = await sql<{ receipt: string; at: string; count: number }>`
      select body ->> 'receipt' as receipt, max(bytes::jsonb ->> 'at') as at, count(*)::int as count from fact
      where kind = 'payment.taken' and body -> 'receipt' ->> 'kind' = 'leased'
      group by body ->> 'receipt' having count(*) > 1`.execute(db);
    // What both gave before either could know; after the notice no number is given twice.
    expect(rows.filter(({ at }) => Date.parse(at) > Date.parse(notices[0] ?? ''))).toStrictEqual([]);
    process.stderr.write(`${rows.length} receipt numbers given by both before they could know\n`);
  });
});

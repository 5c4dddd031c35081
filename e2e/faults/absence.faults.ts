import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { finePerDay, pairsOf } from './library.ts';
import { faultProvince } from './province.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

const shiftedClock = resolve(import.meta.dirname, 'shifted-clock.mjs');

/** The environment of a process whose clock shows this many days less than ours. */
function daysAgo(days: number): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${shiftedClock}`, FAULT_DAYS_AGO: String(days) };
}

function journalled(
  folder: string,
): readonly { readonly kind: string; readonly due: string; readonly amount: number }[] {
  const db = new Database(join(folder, 'journal.db'), { readonly: true });
  const rows = db
    .prepare<[], { kind: string; due: string; amount: number }>(
      `select kind, bytes ->> '$.body.due' as due, bytes ->> '$.body.amount' as amount from journal
       where kind in ('loan.checked-out', 'charge.assessed') order by entry`,
    )
    .all();
  db.close();
  return rows;
}

it('90 days without the province: what was promised and charged at the desk stands', async () => {
  const cluster = await startCluster();
  const province = await faultProvince({ url: cluster.url });
  const stations = [await faultStation(province, 'ST-1'), await faultStation(province, 'ST-2')] as const;
  const [away, there] = stations;
  await province.start();
  for (const station of stations) await station.start();
  for (const station of stations) await station.until('is online', ({ state }) => state === 'online');
  await away.kill('SIGTERM');
  // The other desk works on with the province while the first is cut off.
  for (const pair of pairsOf(2)) await there.acts(pair, true);
  await there.until('has sent everything', ({ unsent }) => unsent === 0);
  await province.kill('SIGTERM');

  const pairs = pairsOf(1);
  for (const days of [90, 60, 30, 1]) {
    await away.start(daysAgo(days));
    // Each copy comes back after a month, late, and is lent anew.
    for (const pair of pairs) await away.acts(pair, false);
    expect((await away.status()).state).not.toBe('online');
    await away.kill('SIGTERM');
  }
  await away.start();
  const before = await away.until('is offline', ({ state }) => state === 'offline');
  expect(before).toMatchObject({ lastError: 'LT-4101' });
  const age = (Date.now() - Date.parse(before.oldestUnsentAt ?? '')) / 86_400_000;
  expect(Math.round(age)).toBe(90);
  await province.start();
  const began = performance.now();
  await settle(province, stations);
  process.stderr.write(
    `${before.unsent} facts of 90 days sent and their rows back after ${Math.round(performance.now() - began)} ms\n`,
  );
  const written = journalled(away.folder);
  const fines = written.filter(({ kind }) => kind === 'charge.assessed');
  // Lent for 15 days, back after 30, 30 and 29: late by 15, 15 and 14, three times for each copy.
  expect(fines).toHaveLength(pairs.length * 3);
  await province.look(async ({ db }) => {
    const charges = await sql<{ amount: number }>`
      select (row ->> 'amount')::int as amount from projection
      where entity = 'charge' and row ->> 'kind' = 'overdue'`.execute(db);
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
    expect(sum(charges.rows.map(({ amount }) => amount))).toBe(sum(fines.map(({ amount }) => amount)));
    expect(sum(fines.map(({ amount }) => amount)) % finePerDay).toBe(0);
    const loans = await sql<{ due: string }>`
      select row ->> 'due' as due from projection where entity = 'loan' and row ->> 'patron' like 'patron-LOI-1-%'
    `.execute(db);
    const promised = written.filter(({ kind }) => kind === 'loan.checked-out').map(({ due }) => due);
    expect(loans.rows.map(({ due }) => due).sort()).toStrictEqual([...promised].sort());
  });
  await expectWhole(province, stations, { exceptions: [] });
});

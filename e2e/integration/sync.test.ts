import { ordinaryMode } from '../../contract/workstation/desk.ts';
import { sql } from 'kysely';
import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beginEpoch } from '../../province/sync/epoch.ts';
import { testFolder } from '../../main/testing/folders.ts';
import type { TestNetwork } from './network.ts';
import { syncedStation, testNetwork } from './network.ts';

/** What the province holds: `station/seq/kind`, in the order it was taken in. */
async function held({ province }: TestNetwork): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select entry.station || '/' || entry.seq || '/' || fact.kind as line
    from journal_entry entry join fact on fact.id = entry.fact_id order by entry.pos, entry.seq`.execute(
    province.db,
  );
  return rows.map(({ line }) => line);
}

describe('a station and its province', () => {
  it('fetches the catalogue, sends what happens, and confirms it on the station', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    await one.until(({ state }) => state === 'online');
    await one.scan('VV.1');
    await one.until(({ state, unsent }) => state === 'online' && unsent === 0);
    expect(await held(network)).toStrictEqual(['ST-1/1/loan.checked-out']);
    await one.eventually(async () => {
      const panel = await one.databases.reader.patronPanel('patron-THE-1');
      return panel?.loans.length === 1 && panel.loans.every(({ provisional }) => !provisional);
    });
  });

  it('shows a loan of one station on another within a second', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    const two = await syncedStation(network, 'ST-2');
    await one.until(({ state }) => state === 'online');
    await two.until(({ state }) => state === 'online');
    const started = performance.now();
    await one.scan('VV.1');
    await two.eventually(
      async () => (await two.databases.reader.patronPanel('patron-THE-1'))?.loans.length === 1,
    );
    expect(performance.now() - started).toBeLessThan(1_000);
    // The second station can take the copy back and closes exactly that loan.
    await two.scan('VV.1', null);
    await one.eventually(
      async () => (await one.databases.reader.patronPanel('patron-THE-1'))?.loans.length === 0,
    );
  });

  it('lends 50 times with the province away; when it comes, all arrive once and in order, untouched by anyone', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    await one.until(({ state }) => state === 'online');
    await network.stop();
    for (let round = 0; round < 50; round += 1) {
      await one.scan('VV.1');
      await one.scan('VV.1', null);
    }
    await one.until(({ state, unsent }) => state === 'offline' && unsent === 100);
    await network.start();
    await one.until(({ state, unsent }) => state === 'online' && unsent === 0);
    const expected = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? `ST-1/${index + 1}/loan.checked-out` : `ST-1/${index + 1}/loan.returned`,
    );
    expect(await held(network)).toStrictEqual(expected);
  });

  it('keeps both loans when two stations lend the same copy apart', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    const two = await syncedStation(network, 'ST-2');
    await one.until(({ state }) => state === 'online');
    await two.until(({ state }) => state === 'online');
    await network.stop();
    await one.until(({ state }) => state === 'offline');
    await two.until(({ state }) => state === 'offline');
    await one.scan('VV.1', 'patron-THE-1');
    await two.scan('VV.1', 'patron-THE-2');
    await network.start();
    await one.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await two.until(({ state, unsent }) => state === 'online' && unsent === 0);
    const { rows } = await sql<{ rule: string }>`select rule from exception`.execute(network.province.db);
    expect(rows).toStrictEqual([{ rule: 'double-loan' }]);
    for (const reader of ['patron-THE-1', 'patron-THE-2']) {
      await one.eventually(async () => (await one.databases.reader.patronPanel(reader))?.loans.length === 1);
    }
  });

  it('refills a restored province and fetches everything again', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    await one.until(({ state }) => state === 'online');
    const { rows } = await sql<{ pos: number }>`select pos from feed_head`.execute(network.province.db);
    const lastNight = rows[0]?.pos ?? 0;
    await one.scan('VV.1');
    await one.scan('VV.2');
    await one.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await network.stop();
    // Last night's backup knew nothing of today.
    await sql`delete from journal_entry`.execute(network.province.db);
    await sql`delete from fact_stream`.execute(network.province.db);
    await sql`delete from fact`.execute(network.province.db);
    await sql`delete from projection`.execute(network.province.db);
    await sql`delete from change where pos > ${lastNight}`.execute(network.province.db);
    await sql`update feed_head set pos = ${lastNight}`.execute(network.province.db);
    await beginEpoch(network.province.db, 'restored');
    await one.until(({ state }) => state === 'offline');
    await network.start();
    await one.until(({ state, unsent }) => state === 'online' && unsent === 0);
    expect(await held(network)).toStrictEqual(['ST-1/1/loan.checked-out', 'ST-1/2/loan.checked-out']);
    await one.eventually(
      async () => (await one.databases.reader.patronPanel('patron-THE-1'))?.loans.length === 2,
    );
  });

  it('starts over when the province is behind it and nobody began a new epoch', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    await one.until(({ state }) => state === 'online');
    await one.scan('VV.1');
    const { db } = network.province;
    const head = async (): Promise<number> => {
      const { rows } = await sql<{ pos: number }>`select pos from feed_head`.execute(db);
      return Number(rows[0]?.pos);
    };
    const cursor = async (): Promise<number> => (await one.databases.writer.syncPosition()).feed.cursor;
    await one.eventually(
      async () => (await cursor()) === (await head()) && (await one.sync.status()).unsent === 0,
    );
    await network.stop();
    await sql`delete from change where pos = (select pos from feed_head)`.execute(db);
    await sql`update feed_head set pos = pos - 1`.execute(db);
    await one.until(({ state }) => state === 'offline');
    await network.start();
    await one.until(({ state }) => state === 'online');
    expect(await cursor()).toBe(await head());
  });

  it('goes on under another name, with nothing lost on either, when its journal was copied to another computer', async () => {
    const network = await testNetwork();
    const original = testFolder();
    const first = await syncedStation(network, 'ST-1', original);
    await first.until(({ state }) => state === 'online');
    await first.scan('VV.1');
    await first.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await first.sync.stop();
    await first.databases.close();
    const copy = testFolder();
    cpSync(original, copy, { recursive: true });

    const again = await syncedStation(network, 'ST-1', original);
    await again.until(({ state }) => state === 'online');
    await again.scan('VV.2');
    await again.until(({ state, unsent }) => state === 'online' && unsent === 0);

    const clone = await syncedStation(network, 'ST-1', copy);
    await clone.scan('VV.3');
    await clone.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await clone.scan('VV.4', 'patron-THE-2');
    await clone.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await again.scan('VV.5', 'patron-THE-2');
    await again.until(({ state, unsent }) => state === 'online' && unsent === 0);
    const facts = await network.province.db.selectFrom('fact').select('kind').orderBy('kind').execute();
    expect(facts.map(({ kind }) => kind)).toStrictEqual([
      ...Array.from({ length: 5 }, () => 'loan.checked-out'),
      'station.forked',
    ]);
    const { rows } = await sql<{ rule: string }>`select rule from exception`.execute(network.province.db);
    expect(rows).toStrictEqual([{ rule: 'station-forked' }]);
    clone.sync.wake();
    // VV.2 and VV.5 of the other computer, beside its own.
    await clone.eventually(async () => {
      const { reader } = clone.databases;
      const [one, two] = [await reader.patronPanel('patron-THE-1'), await reader.patronPanel('patron-THE-2')];
      return one?.loans.length === 3 && two?.loans.length === 2;
    });
  });

  it('closes the loan of today, with an exception, when a desk with old rows takes the copy back', async () => {
    const network = await testNetwork();
    const one = await syncedStation(network, 'ST-1');
    const two = await syncedStation(network, 'ST-2');
    await one.until(({ state }) => state === 'online');
    await one.scan('VV.1', 'patron-THE-1');
    await two.eventually(
      async () => (await two.databases.reader.patronPanel('patron-THE-1'))?.loans.length === 1,
    );
    // From here on the first desk learns nothing more.
    await one.sync.stop();
    await two.scan('VV.1', null);
    await two.scan('VV.1', 'patron-THE-2');
    await two.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await one.databases.writer.scan({ text: 'VV.1', patron: null, mode: ordinaryMode });
    await one.databases.close();
    // It is the computer of `one`, switched on again.
    const later = await syncedStation(network, 'ST-1', one.folder);
    await later.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await two.eventually(
      async () => (await two.databases.reader.patronPanel('patron-THE-2'))?.loans.length === 0,
    );
    const { rows } = await sql<{ rule: string }>`select rule from exception`.execute(network.province.db);
    expect(rows).toStrictEqual([{ rule: 'returned-other-loan' }]);
  });
});

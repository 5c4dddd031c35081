import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { lend, pay, takeBack } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';
import { loansOf, rulesOf } from '../testing/stored.ts';

const stationCount = 8;
const factsEach = 15;
const factsPerPush = 3;

describeProvince('many stations at once', (province) => {
  const enrolled = async (): Promise<readonly TestStation[]> =>
    Promise.all(Array.from({ length: stationCount }, (_none, index) => province().station(`ST-${index}`)));
  const pushAll = async (station: TestStation): Promise<void> => {
    for (let to = factsPerPush; to <= station.journal.length; to += factsPerPush)
      expect((await station.push(station.journal.slice(to - factsPerPush, to))).statusCode).toBe(200);
  };

  it('gives the feed no hole, and no reader ever sees a row before an earlier one', async () => {
    const stations = await enrolled();
    for (const station of stations)
      for (let count = 0; count < factsEach; count += 1) station.record(lend(`${station.name}-${count}`));
    const [reader] = stations;
    if (!reader) throw new Error('no station');
    const { epoch } = await reader.hello();
    // The reader's receipt numbers, then a copy and its loan for each fact.
    const total = 1 + stationCount * factsEach * 2;
    const seen: number[] = [];
    const pull = async (): Promise<void> => {
      const { rows } = await reader.changes({ epoch, cursor: seen.at(-1) ?? 0 });
      seen.push(...rows.map(({ pos }) => pos));
    };
    let pushing = true;
    // Follows the feed while it grows: a row that commits late behind the cursor would be missing here.
    const follow = async (): Promise<void> => {
      while (pushing) {
        await pull();
        // PGlite and `inject` need no turn of the event loop for a pull, but a push needs one for its body.
        await setImmediate();
      }
    };
    const pushed = Promise.all(stations.map(pushAll)).finally(() => {
      pushing = false;
    });
    await Promise.all([follow(), pushed]);
    await pull();
    expect(seen).toEqual(Array.from({ length: total }, (_none, index) => index + 1));
  });

  it('folds one copy from the facts of all of them', async () => {
    const stations = await enrolled();
    for (const station of stations)
      for (let count = 0; count < 6; count += 1)
        station.record(count % 2 ? takeBack('i1', null) : lend('i1'));
    await Promise.all(stations.map(pushAll));
    // Each lends at the same seconds: every lending but the first of each round finds the copy already lent.
    expect(await loansOf(province().db)).toHaveLength(stationCount * 3);
    const doubles = (await rulesOf(province().db)).filter((rule) => rule === 'double-loan');
    expect(doubles).toHaveLength((stationCount - 1) * 3);
  });

  it('takes the same push, sent many times at once, once', async () => {
    const station = await province().station('ST-1');
    for (let count = 0; count < 20; count += 1) station.record(lend(`i${count}`));
    const answers = await Promise.all(Array.from({ length: 6 }, () => station.push()));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await province().db.selectFrom('change').select('pos').execute()).toHaveLength(20 * 2);
    expect(await loansOf(province().db)).toHaveLength(20);
  });

  it('takes a journal once that a disk and its copy send at once', async () => {
    const station = await province().station('ST-1');
    for (let count = 0; count < 6; count += 1) station.record(lend(`i${count}`));
    const copies = ['inc-2', 'inc-3', 'inc-4'].map((inc) => {
      const copy = station.reborn(inc);
      for (const { bytes } of station.journal) copy.recordText(bytes.replace('"inc-1"', `"${inc}"`));
      return copy;
    });
    const answers = await Promise.all([station, ...copies].map((each) => each.push()));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(await loansOf(province().db)).toHaveLength(6);
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it('lets a push that cannot be taken in harm no other that came with it', async () => {
    const stations = await enrolled();
    for (const station of stations) station.record(lend(`${station.name}-1`));
    const { db } = province();
    await sql`create function refused() returns trigger language plpgsql as
      $$ begin if new.station = 'ST-3' then raise 'planted'; end if; return new; end $$`.execute(db);
    await sql`create trigger planted before insert on fact for each row execute function refused()`.execute(
      db,
    );
    const answers = await Promise.all(stations.map(async (station) => station.push()));
    await sql`drop function refused cascade`.execute(db);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(
      stations.map(({ name }) => (name === 'ST-3' ? 500 : 200)),
    );
    expect(await loansOf(db)).toHaveLength(stationCount - 1);
    // Nothing of it was kept, so it comes again as if it had never been sent.
    expect((await stations[3]?.push())?.statusCode).toBe(200);
    expect(await loansOf(db)).toHaveLength(stationCount);
  });

  it('gives desks of one library that call at once different receipt numbers', async () => {
    const stations = await enrolled();
    for (const station of stations) {
      await station.hello();
      const { first, series, year } = await province()
        .db.selectFrom('receipt_lease')
        .selectAll()
        .where('station', '=', station.name)
        .executeTakeFirstOrThrow();
      station.record(pay('c1', 1, { kind: 'leased', series, year, number: first + 180 }));
    }
    const before = await province().db.selectFrom('receipt_lease').select('id').execute();
    await Promise.all(stations.map(async (station) => station.push()));
    const leases = await province().db.selectFrom('receipt_lease').selectAll().orderBy('first').execute();
    expect(leases).toHaveLength(before.length * 2);
    expect(leases.every(({ first }, index) => first > (leases[index - 1]?.last ?? 0))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import { commandOf, descendants, dice, eventually, pause } from './machine.ts';
import { faultProvince } from './province.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

const seed = 20261125;

describe('kill -9', () => {
  it('of cores, province and PostgreSQL at random moments while two desks act: nothing is lost, nothing is doubled', async () => {
    const roll = dice(seed);
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const stations = [await faultStation(province, 'ST-1'), await faultStation(province, 'ST-2')] as const;
    await province.start();
    province.keepAlive();
    for (const station of stations) await station.start();
    for (const station of stations) await station.until('is online', ({ state }) => state === 'online');

    const kills = { core: 0, province: 0, postgres: 0 };
    const said: unknown[] = [];
    for (let round = 0; round < 15; round += 1) {
      const working = stations.map(async (station, desk) => {
        const pairs = pairsOf(desk + 1);
        for (let act = 0; act < 3; act += 1) {
          const pair = pairs[roll(pairs.length)];
          if (pair) await station.acts(pair, roll(3) === 0);
        }
      });
      await pause(roll(250));
      // Each of them as often; when in their work it hits them is chance.
      const victim = round % 3;
      if (victim === 0) {
        const station = stations[roll(2) === 0 ? 0 : 1];
        // Its last calls never answer: what they did is told by its journal.
        for (const work of working) work.catch(() => {});
        await station.kill('SIGKILL');
        await Promise.allSettled(working.filter((_, desk) => stations[desk] !== station));
        await station.start();
        kills.core += 1;
      } else if (victim === 1) {
        await province.kill('SIGKILL');
        await Promise.all(working);
        kills.province += 1;
      } else {
        await cluster.kill('SIGKILL');
        await Promise.all(working);
        const { state, lastError } = await stations[0].status();
        if (state === 'offline') said.push(lastError);
        await cluster.start();
        kills.postgres += 1;
      }
    }
    process.stderr.write(`kills: ${JSON.stringify(kills)}, offline seen ${said.length} times\n`);
    expect(Math.min(...Object.values(kills))).toBe(5);
    expect(said.every((code) => code === 'LT-4101')).toBe(true);
    await settle(province, stations);
    expect(stations.flatMap(({ shown }) => shown).length).toBeGreaterThan(60);
    await expectWhole(province, stations, { exceptions: [] });
  });

  it('of the driver process: it is started again, the desk notices nothing, and a scan goes on', async () => {
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const station = await faultStation(province, 'ST-1', {
      devices: [
        {
          id: 'quet',
          name: 'Máy quét',
          kind: 'scanner',
          transport: { kind: 'tcp', host: '127.0.0.1', port: 9 },
          framing: { prefix: '', suffix: '\r', aim: 'auto' },
        },
      ],
    });
    await province.start();
    await station.start();
    const driversOf = (): readonly number[] =>
      descendants(station.pid()).filter((pid) => commandOf(pid).includes('drivers/host'));
    await eventually('the drivers run', () => driversOf().length === 1);
    const [pair] = pairsOf(1);
    if (!pair) throw new Error('no pair');
    for (let round = 0; round < 3; round += 1) {
      const [pid] = driversOf();
      if (pid === undefined) throw new Error('no driver process');
      const working = station.acts(pair, true);
      process.kill(pid, 'SIGKILL');
      await working;
      await eventually('another driver process', () => driversOf().some((one) => one !== pid));
    }
    expect(await station.status()).toMatchObject({ lastError: null });
    await settle(province, [station]);
    await expectWhole(province, [station], { exceptions: [] });
  });
});

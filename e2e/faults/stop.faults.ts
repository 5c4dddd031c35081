import { describe, expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import { commandOf, descendants, eventually, pause } from './machine.ts';
import { faultProvince } from './province.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

/** An exchange that is not answered counts as gone after 20 s; a stopped process answers nothing. */
const noticed = 45_000;

describe('a process that stands still', () => {
  it.each(['province', 'PostgreSQL'])(
    '%s: the pill says so, the desk goes on, and it catches up',
    async (what) => {
      const cluster = await startCluster();
      const province = await faultProvince({ url: cluster.url });
      const stations = [await faultStation(province, 'ST-1'), await faultStation(province, 'ST-2')] as const;
      await province.start();
      for (const station of stations) await station.start();
      for (const station of stations) await station.until('is online', ({ state }) => state === 'online');
      const signal = (name: 'SIGSTOP' | 'SIGCONT'): void =>
        what === 'province' ? province.signal(name) : cluster.signalAll(name);
      signal('SIGSTOP');
      const [one] = stations;
      const began = performance.now();
      for (const pair of pairsOf(1).slice(0, 4)) await one.acts(pair, true);
      const lent = performance.now() - began;
      const { lastError, unsent } = await one.until(
        'is offline',
        ({ state }) => state === 'offline',
        noticed,
      );
      expect([lastError, unsent > 0]).toStrictEqual(['LT-4101', true]);
      process.stderr.write(
        `${what}: 4 × 4 acts took ${Math.round(lent)} ms while it stood; offline after ${Math.round(performance.now() - began)} ms\n`,
      );
      signal('SIGCONT');
      await settle(province, stations);
      await expectWhole(province, stations, { exceptions: [] });
    },
  );

  it('the core: what was asked of it meanwhile is answered when it goes on, once', async () => {
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const station = await faultStation(province, 'ST-1');
    await province.start();
    await station.start();
    await station.until('is online', ({ state }) => state === 'online');
    const [pair] = pairsOf(1);
    if (!pair) throw new Error('no pair');
    process.kill(station.pid(), 'SIGSTOP');
    const working = station.acts(pair, true);
    // Longer than the province keeps a line open without hearing anything.
    await pause(20_000);
    process.kill(station.pid(), 'SIGCONT');
    await working;
    await settle(province, [station]);
    expect(station.shown.filter((name) => name.startsWith('loan.checked-out'))).toHaveLength(1);
    await expectWhole(province, [station], { exceptions: [] });
  });

  it('the drivers: the desk goes on without them, and they go on afterwards', async () => {
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const framing = { prefix: '', suffix: '\r', aim: 'auto' } as const;
    const transport = { kind: 'tcp', host: '127.0.0.1', port: 9 } as const;
    const station = await faultStation(province, 'ST-1', {
      devices: [{ id: 'quet', name: 'Máy quét', kind: 'scanner', transport, framing }],
    });
    await province.start();
    await station.start();
    const drivers = (): number | undefined =>
      descendants(station.pid()).find((pid) => commandOf(pid).includes('drivers/host'));
    await eventually('the drivers run', () => drivers() !== undefined);
    const pid = drivers() ?? 0;
    process.kill(pid, 'SIGSTOP');
    for (const pair of pairsOf(1).slice(0, 3)) await station.acts(pair, true);
    expect((await station.status()).lastError).toBeNull();
    process.kill(pid, 'SIGCONT');
    await settle(province, [station]);
    await expectWhole(province, [station], { exceptions: [] });
  });
});

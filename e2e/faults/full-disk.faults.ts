import { copyFileSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { smallDisk } from './disk.ts';
import { pairsOf } from './library.ts';
import { eventually } from './machine.ts';
import { faultProvince } from './province.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

describe('a disk that fills', () => {
  it('under a station: acts go on in the reserve and warn, then are refused, and go on when there is room', async () => {
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const disk = smallDisk(220);
    const station = await faultStation(province, 'ST-1', { folder: join(disk.folder, 'station') });
    await province.start();
    await station.start();
    await station.until('is online', ({ state }) => state === 'online');
    const reserve = join(station.folder, 'reserve.bin');
    await eventually('the reserve is there', () => existsSync(reserve));
    const pairs = pairsOf(1);
    disk.fill();
    for (let round = 0; existsSync(reserve) && round < 200; round += 1)
      await station.acts(pairs[round % pairs.length] ?? { card: '', patron: '', barcode: '' }, false);
    expect(existsSync(reserve)).toBe(false);
    const warned = await station.codes();
    expect(warned).toContain('LT-3115');
    expect(warned).not.toContain('LT-3102');
    const { lastError } = await station.until('says what waits', ({ lastError: code }) => code === 'LT-3115');
    expect(lastError).toBe('LT-3115');
    disk.fill();
    for (let round = 0; !(await station.codes()).includes('LT-3102') && round < 200; round += 1)
      await station.acts(pairs[round % pairs.length] ?? { card: '', patron: '', barcode: '' }, true);
    expect(await station.codes()).toContain('LT-3102');
    disk.empty();
    for (const pair of pairs) await station.acts(pair, true);
    expect((await station.codes())[0]).not.toBe('LT-3102');
    await settle(province, [station]);
    await expectWhole(province, [station], { exceptions: [] });
  });

  it('under the mirror alone: nothing is decided on rows that miss something, nothing is lost', async () => {
    const cluster = await startCluster();
    const province = await faultProvince({ url: cluster.url });
    const station = await faultStation(province, 'ST-1');
    const other = await faultStation(province, 'ST-2');
    await province.start();
    for (const one of [station, other]) await one.start();
    await station.until('is online', ({ state }) => state === 'online');
    await station.kill('SIGTERM');
    const disk = smallDisk(8);
    const mirror = join(station.folder, 'mirror.db');
    copyFileSync(mirror, join(disk.folder, 'mirror.db'));
    rmSync(mirror);
    symlinkSync(join(disk.folder, 'mirror.db'), mirror);
    await station.start();
    disk.fill();
    for (let round = 0; !(await station.codes()).includes('LT-3102') && round < 100; round += 1)
      await station.acts(pairsOf(1)[round % 12] ?? { card: '', patron: '', barcode: '' }, true);
    expect(await station.codes()).toContain('LT-3102');
    for (const pair of pairsOf(2)) await other.acts(pair, true);
    await station.kill('SIGKILL');
    disk.empty();
    await station.start();
    for (const pair of pairsOf(1)) await station.acts(pair, true);
    await settle(province, [station, other]);
    await expectWhole(province, [station, other], { exceptions: [] });
  });

  it('under the province’s embedded database: stations keep what they have, and it arrives when there is room', async () => {
    const disk = smallDisk(260);
    const province = await faultProvince({ folder: join(disk.folder, 'province') });
    const station = await faultStation(province, 'ST-1');
    await province.start();
    province.keepAlive();
    await station.start();
    await station.until('is online', ({ state }) => state === 'online');
    disk.fill();
    const pairs = pairsOf(1);
    for (let round = 0; (await station.status()).state === 'online' && round < 200; round += 1)
      await station.acts(pairs[round % pairs.length] ?? { card: '', patron: '', barcode: '' }, true);
    const { lastError } = await station.until('notices', ({ state }) => state === 'offline');
    expect(lastError).toBe('LT-4101');
    for (const pair of pairs) await station.acts(pair, true);
    disk.empty();
    await settle(province, [station]);
    await expectWhole(province, [station], { exceptions: [] });
  });
});

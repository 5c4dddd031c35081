import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { readConfig, writeConfig } from '../../main/config.ts';
import { noKeystore, openKeyFile } from '../../main/sync/key-file.ts';
import { stationKey } from '../../main/sync/station-key.ts';
import { openStore } from '../../main/store/store.ts';
import { scanAt } from '../../main/testing/desk-context.ts';
import { fillMirror } from '../../main/testing/small-library.ts';
import { freshReasons, openDemo } from './demo.ts';

it('a province whose port another program took moves, and its stations with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openDemo(folder, false);
  const station = await before.stationFolder(1);
  expect((await openDemo(folder, false)).port).toBe(before.port);

  const other = createServer();
  onTestFinished(() => void other.close());
  other.listen(before.port, '127.0.0.1');
  await once(other, 'listening');
  const after = await openDemo(folder, false);
  expect(after.movedFrom).toBe(before.port);
  expect(after.port).not.toBe(before.port);
  expect(after.enrolments).toStrictEqual(before.enrolments);
  expect(readConfig(station)).toMatchObject({
    config: { province: { url: `http://127.0.0.1:${after.port}` } },
  });
  expect((await openDemo(folder, false)).movedFrom).toBeNull();
});

it('a demonstration from before stations signed gets keys, and its stations with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openDemo(folder, false);
  const station = await before.stationFolder(1);
  const read = readConfig(station);
  if (!read.ok || !read.config) throw new Error('no configuration');
  const province = { url: `http://127.0.0.1:${before.port}`, key: 'bearer-of-before-0123' };
  writeConfig(station, { ...read.config, province });
  rmSync(join(station, 'station.key'));
  const file = join(folder, 'demo.json');
  const { secrets: _, ...rest } = z
    .looseObject({ secrets: z.unknown() })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...rest, keys: ['bearer-of-before-0123'] }));

  const after = await openDemo(folder, false);
  expect(readConfig(station)).toMatchObject({ config: { province: { url: province.url } } });
  expect(readFileSync(join(station, 'station.json'), 'utf8')).not.toContain(province.key);
  const kept = await openKeyFile(station, noKeystore);
  expect(after.enrolments[0]).toContain(stationKey(kept?.secret ?? '')?.publicKey);
});

it('does not begin again while a station has facts that were not sent, unless their number is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(await freshReasons(folder, null)).toStrictEqual([]);
  mkdirSync(join(folder, 'station-2'));
  const { store } = openStore(join(folder, 'station-2'), 'ST-02');
  fillMirror(store);
  for (const copy of ['VV.1', 'VV.2']) scanAt(store, copy, 'patron-THE-1');
  store.close();
  expect(await freshReasons(folder, null)).toMatchObject([{ code: 'LT-3109', params: { count: 2 } }]);
  expect(await freshReasons(folder, 1)).toMatchObject([{ code: 'LT-3111' }]);
  expect(await freshReasons(folder, 2)).toStrictEqual([]);
});

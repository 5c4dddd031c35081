import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { freshConfig, readConfig, writeConfig } from '../config.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { openStore } from '../store/store.ts';
import { scanAt } from '../testing/desk-context.ts';
import { testFolder } from '../testing/folders.ts';
import { fillMirror } from '../testing/small-library.ts';
import type { StationEnrolment } from './enrol-station.ts';
import { enrolStation } from './enrol-station.ts';
import { noKeystore } from './key-file.ts';

const before = 'https://thu-vien-cu.example';

/** A station of another province that has lent two copies nobody else knows of. */
function stationFolder(): string {
  const folder = testFolder();
  writeConfig(folder, { ...freshConfig('ST-1'), province: { url: before } });
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store);
  for (const copy of ['VV.1', 'VV.2']) scanAt(store, copy, 'patron-THE-1');
  store.close();
  return folder;
}

/** An address where nobody answers. */
async function nobody(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const ask = (folder: string, province: string, discardUnsent: number | null): StationEnrolment => ({
  folder,
  province,
  code: 'ACDEF-GHJKM',
  fingerprint: null,
  discardUnsent,
  keystore: noKeystore,
});

it('a station with unsent facts goes to another province only when their number is given', async () => {
  const folder = stationFolder();
  const other = await nobody();
  expect(await enrolStation(ask(folder, other, null))).toMatchObject({
    ok: false,
    reason: { code: 'LT-3110', params: { count: 2, from: before, path: folder } },
  });
  expect(await enrolStation(ask(folder, other, 1))).toMatchObject({ reason: { code: 'LT-3111' } });
  expect(await enrolStation(ask(folder, other, 2))).toMatchObject({ reason: { code: 'LT-4111' } });
  expect(readConfig(folder)).toMatchObject({ config: { province: { url: before } } });
});

it('to the same province it goes at once: nothing is lost by another key', async () => {
  const folder = testFolder();
  const province = await nobody();
  writeConfig(folder, { ...freshConfig('ST-1'), province: { url: province } });
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store);
  scanAt(store, 'VV.1', 'patron-THE-1');
  store.close();
  expect(await enrolStation(ask(folder, province, null))).toMatchObject({ reason: { code: 'LT-4111' } });
});

it('a folder that a station has open is left alone', async () => {
  const folder = testFolder();
  const lock = lockFolder(folder);
  onTestFinished(() => lock?.release());
  expect(await enrolStation(ask(folder, await nobody(), null))).toMatchObject({
    reason: { code: 'LT-3101' },
  });
});

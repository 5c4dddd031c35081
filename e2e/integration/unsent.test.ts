import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { RescuePart } from '../../contract/workstation/set-up.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import { freshConfig, writeConfig } from '../../main/config.ts';
import { noKeystore, writeKeyFile } from '../../main/sync/key-file.ts';
import { makeStationSecret } from '../../main/sync/station-key.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { openPage, startWebStation } from '../../main/testing/web-station.ts';

type Told = Extract<StationEvent, { type: 'sync' }>;
const tells =
  (unsent: number) =>
  (event: StationEvent): event is Told =>
    event.type === 'sync' && event.status.unsent === unsent;

it('what waits is told while the province takes the line and says nothing, after a restart too, and can be saved', async () => {
  const province = createServer(() => {});
  province.listen(0, '127.0.0.1');
  await once(province, 'listening');
  onTestFinished(() => void province.close());
  const address = province.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const folder = testFolder();
  writeConfig(folder, { ...freshConfig('ST-1'), province: { url: `http://127.0.0.1:${port}` } });
  await writeKeyFile(folder, makeStationSecret(), noKeystore);

  const first = await startWebStation(folder);
  if (!first.ok) throw new Error(first.sentence);
  const page = await openPage(first.station.address);
  await page.api.desk.act({ do: 'open-drawer', drawer: 'ngan-1', float: 100_000 });
  const { status } = await page.event(tells(1));
  // Told before the first exchange was given up.
  expect(status.state).toBe('never');
  expect(status.oldestUnsentAt).not.toBeNull();
  page.close();
  await first.station.kill('SIGKILL');

  const again = await startWebStation(folder);
  if (!again.ok) throw new Error(again.sentence);
  const desk = await openPage(again.station.address);
  expect(await desk.api.sync.status()).toMatchObject({
    unsent: 1,
    oldestUnsentAt: status.oldestUnsentAt,
  });
  const parts: RescuePart[] = [];
  for await (const part of await desk.api.sync.rescue()) parts.push(part);
  const [file] = parts;
  expect(file).toMatchObject({
    type: 'file',
    facts: 1,
    unreadable: 0,
    name: expect.stringMatching(/^giao-dich-ST-1-/),
  });
  const saved = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const [header = '', line = '', ...rest] = saved.trimEnd().split('\n');
  expect([JSON.parse(header), rest]).toMatchObject([{ station: 'ST-1', facts: 1 }, []]);
  expect(JSON.parse(line)).toMatchObject({ bytes: expect.stringContaining('"drawer.opened"') });
  desk.close();
});

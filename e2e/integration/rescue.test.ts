import { expect, it, onTestFinished } from 'vitest';
import { pushLineText } from '../../contract/sync/rescue.ts';
import { openStore } from '../../main/store/store.ts';
import { rescueFile } from '../../main/store/rescue/rescue-file.ts';
import { scanAt } from '../../main/testing/desk-context.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { fillMirror } from '../../main/testing/small-library.ts';
import { importRescue } from '../../province/rescue/import-rescue.ts';
import { takeInRescued } from '../../province/rescue/take-in.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { openInMemory } from '../../province/testing/databases.ts';
import { migrate } from '../../province/database/migrate.ts';

it('what a station exports is what the province takes in, and what the station pushes later is held', async () => {
  const folder = testFolder();
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  for (const copy of ['VV.1', 'VV.2', 'VV.3']) scanAt(store, copy, 'patron-THE-1');
  const { db, close } = await openInMemory();
  onTestFinished(close);
  await migrate(db);
  const proof = { publicKey: 'A'.repeat(43) };
  await enrolStation(db, { station: 'ST-1', library: 'lib-1', desk: 'Quầy 1', proof });
  const takeIn = (lines: string) =>
    takeInRescued(db, { station: 'ST-1', inc: store.journal.incarnation, lines }, Date.now());

  const file = await rescueFile({ folder, all: false, now: '2026-11-25T22:59:00.000+07:00', app: 'test' });
  if (!file) throw new Error('nothing to export');
  async function* bytes(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) yield Buffer.from(part);
  }
  const report = await importRescue(bytes(file.parts()), ({ lines }) => takeIn(lines));
  file.close();
  expect(report).toMatchObject({ station: 'ST-1', added: 3, held: 0, left: 0, whole: true });
  const later = store.journal.linesAfter(0, { facts: 500, bytes: 1_000_000 });
  expect(await takeIn(later.map(pushLineText).join(''))).toMatchObject({ added: 0, held: 3, acked: 3 });
});

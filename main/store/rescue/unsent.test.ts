import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { formatReason } from '../../../contract/locales/format.ts';
import { scanAt } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { journalFile, openStore } from '../store.ts';
import { lossReasons, saidUnsent, unsentIn } from './unsent.ts';

function lent(copies: readonly string[], acked: number): string {
  const folder = testFolder();
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  for (const copy of copies) scanAt(store, copy, 'patron-THE-1');
  store.journal.setAck({ seq: acked, hash: store.journal.hashAt(acked) ?? '', epoch: 'e1' });
  return folder;
}

it('nothing unsent, nothing refused: an empty folder, an empty file, a journal that was sent', async () => {
  const empty = testFolder();
  const begun = testFolder();
  writeFileSync(join(begun, journalFile), '');
  const found = await Promise.all([empty, begun, lent(['VV.1'], 1)].map(unsentIn));
  expect(found.map(({ count }) => count)).toStrictEqual([0, 0, 0]);
  expect(lossReasons(found, null)).toStrictEqual([]);
});

it('unsent facts are named with their number, their age and the way out; only their exact number lets them go', async () => {
  const one = lent(['VV.1', 'VV.2'], 1);
  const two = lent(['VV.1', 'VV.2', 'VV.3'], 0);
  const found = await Promise.all([one, two, testFolder()].map(unsentIn));
  const reasons = lossReasons(found, null);
  expect(reasons.map(({ code }) => code)).toStrictEqual(['LT-3109', 'LT-3109']);
  const [, second] = reasons.map((reason) => formatReason(reason, 'vi'));
  expect(second).toMatch(/^Còn 3 giao dịch chưa gửi lên tỉnh, cũ nhất từ \d\d:\d\d \d\d\/\d\d\/\d{4}/);
  expect(second).toContain(`journal export --data ${two} --out`);
  expect(second).toContain('--discard-unsent 4.');
  for (const said of [0, 1, 3, 5]) expect(lossReasons(found, said)).toMatchObject([{ code: 'LT-3111' }]);
  expect(lossReasons(found, 4)).toStrictEqual([]);
});

it('a journal of which nothing can be read is not called empty', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, journalFile), 'x'.repeat(9_000));
  expect(lossReasons([await unsentIn(folder)], null)).toMatchObject([{ code: 'LT-3109' }]);
});

it.each(['', '-1', '1.5', 'all', '1e3'])('“%s” is no number of facts', (text) => {
  expect(saidUnsent(text)).toContain('--discard-unsent');
});

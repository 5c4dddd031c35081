import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../store/store.ts';
import { scanAt, testContext, testKey } from '../testing/desk-context.ts';
import { testFolder } from '../testing/folders.ts';
import { fillMirror } from '../testing/small-library.ts';
import { writerVerbs } from './writer-verbs.ts';

it('a fork that finds no room in the mirror is made up for before the mirror is used again', () => {
  const { store } = openStore(testFolder(), 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  const verbs = writerVerbs(testContext(store), testKey);
  scanAt(store, 'VV.1', 'patron-THE-1');
  scanAt(store, 'VV.2', 'patron-THE-1');
  const { head } = verbs.syncPosition();
  verbs.acknowledge({ ...head, epoch: 'e1' });
  verbs.applyPage([], { epoch: 'e1', cursor: 30, includes: 2, freshAt: null });
  store.mirrorDb.pragma('query_only = on');
  expect(() => verbs.forkJournal('e2')).toThrow('readonly');
  expect(verbs.syncPosition()).toMatchObject({ ack: { seq: 0 }, feed: { includes: 0 } });
  store.mirrorDb.pragma('query_only = off');
  const { incarnation } = verbs.syncPosition();
  expect(scanAt(store, 'VV.3', 'patron-THE-1').row.state).toBe('done');
  verbs.applyPage([], { epoch: 'e2', cursor: 31, includes: 0, freshAt: null });
  expect(verbs.syncPosition()).toMatchObject({ incarnation, feed: { includes: 0 } });
  const loans = store.mirrorDb
    .prepare<[], { barcode: string }>('select barcode from loan order by barcode')
    .all();
  expect(loans.map(({ barcode }) => barcode)).toStrictEqual(['VV.1', 'VV.2', 'VV.3']);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { scanAt } from '../testing/desk-context.ts';
import { testFolder } from '../testing/folders.ts';
import { fillMirror, here } from '../testing/small-library.ts';
import { openStore } from './store.ts';

const item = `item-${here}-VV.1`;

function opened(folder = testFolder(), fill = true) {
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  if (fill) fillMirror(store);
  return store;
}
const journalled = (store: ReturnType<typeof opened>): unknown =>
  store.journalDb.prepare('select count(*) from journal').pluck().get();

describe('tags that have to follow the record', () => {
  it('are remembered with the facts of the act', () => {
    const store = opened();
    store.tagTasks.setField(['vv.1']);
    const answer = scanAt(store, 'VV.1', 'patron-THE-1');
    expect(answer.tags).toEqual([{ item, barcode: 'VV.1', wanted: 'off' }]);
    expect(store.tagTasks.get(item)).toMatchObject({ wanted: 'off', problem: null });
    expect(store.tagTasks.failed()).toEqual([]);
  });

  it('that cannot be remembered leave nothing recorded: both or neither', () => {
    const store = opened();
    store.tagTasks.setField(['VV.1']);
    store.journalDb.exec(
      "create temp trigger full_disk before insert on tag_task begin select raise(abort, 'disk full'); end",
    );
    const before = journalled(store);
    expect(() => scanAt(store, 'VV.1', 'patron-THE-1')).toThrow('disk full');
    expect(journalled(store)).toBe(before);
    store.journalDb.exec('drop trigger full_disk');
    expect(scanAt(store, 'VV.1', 'patron-THE-1').row.state).toBe('done');
  });

  it('of a program that was killed before they were written are failed when it starts again', () => {
    const folder = testFolder();
    const store = opened(folder);
    store.tagTasks.setField(['VV.1']);
    scanAt(store, 'VV.1', 'patron-THE-1');
    // Another process reads what is on the disk: nothing is told to it.
    const again = opened(folder, false);
    again.tagTasks.interrupt();
    expect(again.tagTasks.failed()).toMatchObject([
      { item, barcode: 'VV.1', wanted: 'off', problem: 'LT-2118' },
    ]);
  });

  it('are none where the copy is on no pad, unless they failed before', () => {
    const store = opened();
    expect(scanAt(store, 'VV.1', 'patron-THE-1').tags).toEqual([]);
    store.tagTasks.setField(['VV.2']);
    scanAt(store, 'VV.2', 'patron-THE-1');
    store.tagTasks.fail(`item-${here}-VV.2`, 'off', 'LT-2111');
    store.tagTasks.setField([]);
    // Returned by its barcode: what is missing now is the other thing.
    expect(scanAt(store, 'VV.2', null).tags).toMatchObject([{ barcode: 'VV.2', wanted: 'on' }]);
  });

  it('end with the write they are for, not with an earlier one', () => {
    const store = opened();
    store.tagTasks.setField(['VV.1']);
    scanAt(store, 'VV.1', 'patron-THE-1');
    scanAt(store, 'VV.1', null);
    store.tagTasks.done(item, 'off');
    store.tagTasks.fail(item, 'off', 'LT-2111');
    expect(store.tagTasks.get(item)).toMatchObject({ wanted: 'on', problem: null });
    store.tagTasks.fail(item, 'on', 'LT-2112');
    expect(store.tagTasks.failed()).toMatchObject([{ wanted: 'on', problem: 'LT-2112' }]);
    store.tagTasks.drop(item);
    expect(store.tagTasks.get(item)).toBe(null);
  });
});

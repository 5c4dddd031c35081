import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../store/store.ts';
import { scanAt } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';

it('rows whose outcome depends on what others did say of when the data was, as it was then', () => {
  const { store } = openStore(testFolder(), 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  const then = '2026-11-22T08:00:00.000+07:00';
  expect(scanAt(store, 'THE-1', null).row).toMatchObject({ act: 'patron', dataAt: then });
  const lent = scanAt(store, 'VV.1', 'patron-THE-1').row;
  expect(lent).toMatchObject({ act: 'checkout', dataAt: then });
  const later = '2026-11-22T09:30:00.000+07:00';
  store.feed.setState({ ...store.feed.state(), freshAt: later });
  expect(scanAt(store, 'VV.1', null).row).toMatchObject({ act: 'return', dataAt: later });
  expect(lent.dataAt).toBe(then);
  // Nobody knows this code: no data of anybody decided that.
  expect(scanAt(store, 'KHONG-CO', null).row).toMatchObject({ act: 'unknown', dataAt: null });
  store.feed.setState({ ...store.feed.state(), freshAt: null });
  expect(scanAt(store, 'VV.2', 'patron-THE-1').row).toMatchObject({ act: 'checkout', dataAt: null });
});

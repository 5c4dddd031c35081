import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { reserveIn } from '../store/reserve.ts';
import { openStore } from '../store/store.ts';
import { testContext, testKey } from '../testing/desk-context.ts';
import { testFolder } from '../testing/folders.ts';
import { fillMirror } from '../testing/small-library.ts';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import { keepingRoom } from './keeping-room.ts';
import { writerVerbs } from './writer-verbs.ts';

const small = 1024 * 1024;
/** More than any disk has: as if it were full. */
const huge = 2 ** 60;

function desk(folder: string, reserve: ReturnType<typeof reserveIn>) {
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  const verbs = keepingRoom(writerVerbs(testContext(store), testKey), reserve, store.journal);
  const lend = (text: string) => verbs.scan({ text, patron: 'patron-THE-1', mode: ordinaryMode }).row;
  return { store, verbs, lend };
}

it('an act on a full disk takes the room that was kept for it', async () => {
  const folder = testFolder();
  const reserve = reserveIn(folder, small);
  await reserve.fill();
  const { store, lend } = desk(folder, reserve);
  const { journalDb } = store;
  journalDb.pragma(`max_page_count = ${Number(journalDb.pragma('page_count', { simple: true }))}`);
  const released = reserve.release;
  // The disk has room as soon as the reserve is given back.
  const giving = {
    ...reserve,
    release: () => released() && Boolean(journalDb.pragma('max_page_count = 99999')),
  };
  const verbs = keepingRoom(writerVerbs(testContext(store), testKey), giving, store.journal);
  const states = Array.from(
    { length: 200 },
    (_, act) =>
      verbs.scan({ text: 'VV.1', patron: act % 2 === 0 ? 'patron-THE-1' : null, mode: ordinaryMode }).row
        .state,
  );
  expect(new Set(states)).toStrictEqual(new Set(['done']));
  expect(existsSync(join(folder, 'reserve.bin'))).toBe(false);
  expect(lend('VV.2').findings).toStrictEqual([]);
});

it('without a reserve on a full disk: acts warn, and what comes from the province waits', async () => {
  const folder = testFolder();
  const { verbs, lend } = desk(folder, reserveIn(folder, huge));
  await reserveIn(folder, huge).fill();
  expect(existsSync(join(folder, 'reserve.bin'))).toBe(false);
  const row = lend('VV.1');
  expect([row.state, row.findings.map(({ reason }) => reason.code)]).toStrictEqual(['done', ['LT-3115']]);
  const state = { epoch: 'e1', cursor: 99, includes: 0, freshAt: null };
  const gone = { known: true, row: null, entity: 'hold', id: 'h' } as const;
  expect(() => verbs.applyPage([gone], state)).toThrow('last room');
  verbs.applyPage([], state);
  expect(verbs.syncPosition().feed.cursor).toBe(99);
});

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { streamsOf } from '../../../domain/facts/streams.ts';
import { viewNow } from '../../services/desk-context.ts';
import { recoverSlips } from '../../services/printing/slip-acts.ts';
import { undo } from '../../services/circulation/undo.ts';
import { recentRows } from '../../services/circulation/recent-rows.ts';
import { scanAt, testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { writerVerbs } from '../../workers/writer-verbs.ts';
import type { Store } from '../store.ts';
import { journalFile, openStore } from '../store.ts';
import { verifyChain } from './chain.ts';

function opened(folder: string): Store {
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  return store;
}

/** A station that has lent VV.1 … VV.n, of which the province has confirmed the first `acked`. */
function station(copies: number, acked: number, folder = testFolder()): Store {
  const store = opened(folder);
  fillMirror(store);
  for (let copy = 1; copy <= copies; copy += 1)
    scanAt(store, `VV.${copy}`, copy < 4 ? 'patron-THE-1' : 'patron-THE-2');
  for (const fact of [...store.journal.factsAfter(0)].slice(0, acked))
    for (const row of store.rows.ofStream(streamsOf(fact)[0] ?? '')) store.overlay.receive(row);
  store.journal.setAck({ seq: acked, hash: store.journal.hashAt(acked) ?? '', epoch: 'e1' });
  store.feed.setState({ ...store.feed.state(), includes: acked });
  store.settleOverlay();
  return store;
}

const fork = (store: Store, epoch = 'e1'): void =>
  writerVerbs(testContext(store), testKey).forkJournal(epoch);

const ids = (store: Store): readonly string[] => [...store.journal.factsAfter(0)].map(({ id }) => id);

describe('a journal that goes on from a copy', () => {
  it('begins with the facts that were not confirmed, under their own ids, and says that it forked', () => {
    const store = station(4, 2);
    const tail = ids(store).slice(2);
    const left = store.journal.incarnation;
    fork(store);
    expect(store.journal.incarnation).not.toBe(left);
    expect(ids(store).slice(0, 2)).toStrictEqual(tail);
    expect(store.journal.factAtSeq(3)).toMatchObject({
      kind: 'station.forked',
      body: { from: left, after: 2, copied: 2 },
    });
    expect(store.journal.unsent().count).toBe(3);
    expect(store.journal.ack().seq).toBe(0);
  });

  it('is append only and verifiable, across several forks and what comes after', () => {
    const store = station(3, 1);
    fork(store);
    scanAt(store, 'VV.4', 'patron-THE-2');
    fork(store);
    scanAt(store, 'VV.5', 'patron-THE-2');
    // 3, then 2 + 1 and one more, then those 4 + 1 and one more.
    expect(verifyChain(store.journalDb)).toStrictEqual({ entries: 13, brokenAt: null });
    expect(store.journal.linesAfter(0, { facts: 99, bytes: 99_999 })).toHaveLength(6);
  });

  it('still shows what was done, can take the newest act back, and recalls each act once', () => {
    const store = station(3, 1);
    const before = viewNow(testContext(store)).openLoansOfPatron('patron-THE-1').length;
    fork(store);
    const context = testContext(store);
    expect(viewNow(context).openLoansOfPatron('patron-THE-1')).toHaveLength(before);
    const rows = recentRows(store);
    expect(rows.map(({ text }) => text)).toStrictEqual(['VV.3', 'VV.2', 'VV.1']);
    undo(context, null);
    expect(viewNow(context).openLoansOfPatron('patron-THE-1')).toHaveLength(before - 1);
  });

  it('offers no slip twice, and calls an act provisional until its copy is confirmed', () => {
    const store = station(3, 1);
    recoverSlips(testContext(store));
    const slips = store.slips.list().flatMap(({ entries }) => entries);
    expect(slips).toStrictEqual([1, 2, 3]);
    const [, second] = [store.journal.factAt(1), store.journal.factAt(2)];
    fork(store);
    recoverSlips(testContext(store));
    expect(store.slips.list().flatMap(({ entries }) => entries)).toStrictEqual([1, 2, 3]);
    expect(second && store.journal.isConfirmed(second)).toBe(false);
    store.journal.setAck({ seq: 1, hash: store.journal.hashAt(1) ?? '', epoch: 'e1' });
    expect(second && store.journal.isConfirmed(second)).toBe(true);
  });

  it('mends its mirror at the next start when the program stopped right after the fork', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store);
    for (const copy of [1, 2, 3]) scanAt(store, `VV.${copy}`, 'patron-THE-1');
    store.feed.setState({ ...store.feed.state(), includes: 2 });
    const context = { at: '2026-11-22T09:00:00.000+07:00', clock: { boot: 'b', mono: 1, offset: null } };
    const rest = { actor: 'nv-1', desk: 'Quầy 1', basis: { epoch: 'e1', cursor: 0, policy: null } };
    store.journalDb.transaction(() =>
      store.journal.fork({ after: 2, adopt: null, epoch: 'e1', library: 'lib' }, { ...context, ...rest }),
    )();
    store.close();
    const again = opened(folder);
    expect(again.feed.state().includes).toBe(0);
    expect(again.journal.unsent().count).toBe(2);
    expect(again.overlay.isProvisional('item/item-LIB-A-VV.3')).toBe(true);
  });

  it('leaves the journal as it was when it cannot be written to the end', () => {
    const store = station(3, 1);
    const left = store.journal.incarnation;
    store.journalDb.exec(
      "create trigger full before insert on journal when new.kind = 'station.forked' begin select raise(abort, 'no room'); end",
    );
    expect(() => fork(store)).toThrow('no room');
    store.journalDb.exec('drop trigger full');
    expect(store.journal.incarnation).toBe(left);
    expect(store.journal.head().seq).toBe(3);
    scanAt(store, 'VV.4', 'patron-THE-2');
    expect(verifyChain(store.journalDb)).toStrictEqual({ entries: 4, brokenAt: null });
  });

  it('takes everything along when what was confirmed was in a life of the province that is over', () => {
    const store = station(3, 2);
    fork(store, 'e2');
    expect(ids(store)).toHaveLength(4);
    expect(store.journal.pastLines({ facts: 9, bytes: 9_999 })).toBeNull();
  });

  it('sends what earlier incarnations had confirmed again to a province that was restored', () => {
    const store = station(3, 2);
    const left = store.journal.incarnation;
    fork(store);
    const verbs = writerVerbs(testContext(store), testKey);
    expect(verbs.nextPastPush(9)).toBeNull();
    store.journal.setAck({ seq: 0, hash: '0'.repeat(64), epoch: 'e2' });
    expect(verbs.nextPastPush(9)?.incarnation).toBe(left);
    expect(verbs.nextPastPush(9)?.lines).toHaveLength(2);
    expect(verbs.syncPosition().unsent.count).toBe(4);
    verbs.adoptPast(left, 'e2');
    expect(verbs.nextPastPush(9)).toBeNull();
    expect(ids(store)).toHaveLength(5);
    expect(verifyChain(store.journalDb).brokenAt).toBeNull();
  });

  it('uses no receipt number that the copy may use too', () => {
    const store = station(1, 1);
    const range = { id: 'r1', station: 'ST-1', series: 'PT-A', year: 2026, from: 1, to: 200 };
    store.overlay.receive({ entity: 'receipt-range', row: range });
    expect(viewNow(testContext(store)).receipts().ranges).toHaveLength(1);
    fork(store);
    expect(viewNow(testContext(store)).receipts().ranges).toStrictEqual([]);
    const own = { ...range, id: 'r2', from: 201, to: 400, inc: store.journal.incarnation };
    store.overlay.receive({ entity: 'receipt-range', row: own });
    expect(viewNow(testContext(store)).receipts().ranges).toStrictEqual([own]);
  });

  it('is verified like any other journal file', () => {
    const folder = testFolder();
    const store = station(2, 1, folder);
    fork(store);
    const copy = testFolder();
    cpSync(folder, copy, { recursive: true });
    const db = new Database(join(copy, journalFile), { readonly: true });
    onTestFinished(() => void db.close());
    expect(verifyChain(db).brokenAt).toBeNull();
  });
});

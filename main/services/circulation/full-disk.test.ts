import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../store/store.ts';
import { openStore } from '../../store/store.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isDiskFull } from '../../store/sqlite.ts';
import { testFolder } from '../../testing/folders.ts';
import { scanAt, testContext } from '../../testing/desk-context.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { viewNow } from '../desk-context.ts';
import type { ScanAnswer } from './act.ts';

interface TestDesk {
  readonly store: Store;
  lend(text: string): ScanAnswer;
  takeBack(text: string): ScanAnswer;
}

function desk(): TestDesk {
  const { store } = openStore(testFolder(), 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  return {
    store,
    lend: (text) => scanAt(store, text, 'patron-THE-1'),
    takeBack: (text) => scanAt(store, text, null),
  };
}

/** The file may not grow by a single page from now on: SQLite answers as on a full disk, with SQLITE_FULL. */
function fillDiskUnder(db: Sqlite): () => void {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  return () => void db.pragma('max_page_count = 1073741823');
}

/** Acts until something gives way; the error it gave way with. */
function failureOf(act: () => unknown): unknown {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    try {
      act();
    } catch (error) {
      return error;
    }
  }
  return null;
}

describe('a full disk', () => {
  it('under the journal: the act has not happened, earlier ones stay, and it goes on when there is room', () => {
    const { store, lend, takeBack } = desk();
    lend('VV.1');
    const makeRoom = fillDiskUnder(store.journalDb);
    const failure = failureOf(() => {
      takeBack('VV.1');
      lend('VV.1');
    });
    expect(isDiskFull(failure)).toBe(true);
    const recorded = store.journal.head().seq;
    expect(() => lend('VV.2')).toThrow('database or disk is full');
    expect(store.journal.head().seq).toBe(recorded);
    makeRoom();
    expect(lend('VV.2').row.state).toBe('done');
    expect(store.journal.head().seq).toBe(recorded + 1);
  });

  it('under the mirror: what was committed is shown as done, and the mirror is mended before the next decision', () => {
    const { store, lend } = desk();
    lend('VV.1');
    store.mirrorDb.pragma('query_only = on');
    expect(lend('VV.2').row.state).toBe('done');
    expect(store.journal.head().seq).toBe(2);
    // Not mended yet: deciding on a mirror that misses VV.2 could lend it twice, so nothing is decided.
    expect(() => lend('VV.3')).toThrow('readonly');
    expect(store.journal.head().seq).toBe(2);
    store.mirrorDb.pragma('query_only = off');
    expect(lend('VV.2').row.findings.map(({ reason }) => reason.code)).toStrictEqual(['LT-1205']);
    expect(lend('VV.3').row.state).toBe('done');
    expect(openLoans(store)).toBe(3);
  });
});

function openLoans(store: Store): number {
  return viewNow(testContext(store)).openLoansOfPatron('patron-THE-1').length;
}

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Loan } from '../../domain/circulation/loan.ts';
import { viewNow } from '../services/desk-context.ts';
import { scanAt, testContext } from '../testing/desk-context.ts';
import { testFolder } from '../testing/folders.ts';
import { fillMirror, here } from '../testing/small-library.ts';
import { failureCode } from '../workers/failure-code.ts';
import { lockFolder } from './folder-lock.ts';
import { verifyChain } from './journal/chain.ts';
import type { OpenedStore } from './store.ts';
import { StoreRefused } from './refused.ts';
import { journalFile, mirrorFile, openStore } from './store.ts';

/** What was wrong with the files when they were opened. */
function codes({ notices }: OpenedStore): readonly string[] {
  return notices.map(({ code }) => code);
}

function opened(folder: string): OpenedStore['store'] {
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  return store;
}

function openLoans(store: OpenedStore['store'], patron: string): readonly Loan[] {
  return viewNow(testContext(store)).openLoansOfPatron(patron);
}

/** Lends copies VV.1 … VV.n to THE-1, one fact each. */
function lend(store: OpenedStore['store'], copies: number): void {
  for (let copy = 1; copy <= copies; copy += 1) {
    scanAt(store, `VV.${copy}`, 'patron-THE-1');
  }
}

describe('the journal', () => {
  it('is append only, even for whoever holds the file', () => {
    const store = opened(testFolder());
    fillMirror(store);
    lend(store, 1);
    expect(() => store.journalDb.exec("update journal set bytes = '{}'")).toThrow('append only');
    expect(() => store.journalDb.exec('delete from journal')).toThrow('append only');
    expect(() =>
      store.journalDb.exec('insert or replace into journal select * from journal where entry = 1'),
    ).toThrow('append only');
    expect(store.journal.head().seq).toBe(1);
  });

  it('syncs every commit to the disk', () => {
    const store = opened(testFolder());
    expect(store.journalDb.pragma('synchronous', { simple: true })).toBe(2);
    expect(store.journalDb.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('knows how much waits to be sent, and since when', () => {
    const store = opened(testFolder());
    fillMirror(store);
    const { journal } = store;
    expect(journal.unsent()).toStrictEqual({ count: 0, oldestAt: null });
    lend(store, 3);
    expect(journal.unsent()).toStrictEqual({ count: 3, oldestAt: journal.factAtSeq(1)?.at });
    journal.setAck({ seq: 2, hash: journal.hashAt(2) ?? '', epoch: 'e1' });
    expect(journal.unsent()).toStrictEqual({ count: 1, oldestAt: journal.factAtSeq(3)?.at });
  });

  it('chains facts without a hole and finds the one that was changed behind its back', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store);
    lend(store, 3);
    expect(verifyChain(store.journalDb)).toStrictEqual({ entries: 3, brokenAt: null });
    const inc = store.journal.incarnation;
    store.close();
    tamper(folder, "update journal set bytes = replace(bytes, 'VV.2', 'VV.7') where seq = 2");
    const db = new Database(join(folder, journalFile));
    onTestFinished(() => void db.close());
    expect(verifyChain(db).brokenAt).toStrictEqual({ inc, seq: 2 });
    const again = openStore(folder, 'ST-1');
    onTestFinished(() => again.store.close());
    expect(codes(again)).toStrictEqual(['LT-3113']);
    expect(again.store.journal.head().seq).toBe(1);
  });

  it('notices an entry that was taken out', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store);
    lend(store, 3);
    store.close();
    tamper(folder, 'delete from journal where seq = 2');
    const again = openStore(folder, 'ST-1');
    onTestFinished(() => again.store.close());
    expect(codes(again)).toStrictEqual(['LT-3113']);
  });

  it('refuses a folder of another station and of a newer program', () => {
    const folder = testFolder();
    openStore(folder, 'ST-1').store.close();
    expect(() => openStore(folder, 'ST-2')).toThrow(
      new StoreRefused('LT-3108', { owner: 'ST-1', station: 'ST-2' }),
    );
    tamper(folder, 'pragma user_version = 999');
    expect(() => openStore(folder, 'ST-1')).toThrow(new StoreRefused('LT-3105'));
  });
});

describe('the session at the desk', () => {
  it('outlives the program', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    expect(store.session.remembered()).toBeNull();
    store.session.remember('patron-THE-1', '2026-11-22T08:00:00.000+07:00');
    store.session.remember('patron-THE-2', '2026-11-22T08:05:00.000+07:00');
    store.close();
    const { session } = opened(folder);
    const remembered = { patron: 'patron-THE-2', at: '2026-11-22T08:05:00.000+07:00' };
    expect(session.remembered()).toStrictEqual(remembered);
    session.forget();
    expect(session.remembered()).toBeNull();
  });
});

describe('the mirror', () => {
  it('is replaced when damaged, while the journal and what it shows stay', () => {
    const folder = testFolder();
    const first = openStore(folder, 'ST-1');
    fillMirror(first.store);
    lend(first.store, 2);
    first.store.close();
    writeFileSync(join(folder, mirrorFile), 'no database');
    const second = openStore(folder, 'ST-1');
    onTestFinished(() => second.store.close());
    expect(codes(second)).toStrictEqual(['LT-3104']);
    expect(second.store.journal.head().seq).toBe(2);
    expect(second.store.feed.state().epoch).toBeNull();
    expect(openLoans(second.store, 'patron-THE-1').length).toBe(2);
  });

  it('is let go before it is replaced: Windows deletes no open file', () => {
    const folder = testFolder();
    openStore(folder, 'ST-1').store.close();
    breakSchema(join(folder, mirrorFile));
    const reopened = openStore(folder, 'ST-1');
    expect(codes(reopened)).toStrictEqual(['LT-3104']);
    reopened.store.close();
    expect(openFiles(folder)).toStrictEqual([]);
  });

  it('is checked at the next start when damage was found while it ran, and replaced', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store);
    store.close();
    damagePage(join(folder, mirrorFile), 'patron_code');
    // A clean exit and nothing noticed: the next start does not look.
    const second = openStore(folder, 'ST-1');
    expect(codes(second)).toStrictEqual([]);
    const failure = caught(() => second.store.lookup.patronsByCode('THE-1', here));
    let told = 0;
    expect(failureCode(folder, () => (told += 1))(failure)).toBe('LT-3114');
    expect(told).toBe(1);
    second.store.close();
    const third = openStore(folder, 'ST-1');
    expect(codes(third)).toStrictEqual(['LT-3104']);
    third.store.close();
    const fourth = openStore(folder, 'ST-1');
    onTestFinished(() => fourth.store.close());
    expect(codes(fourth)).toStrictEqual([]);
  });

  it('is replaced when a row cannot be read any more, which no check of pages finds', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    fillMirror(store);
    store.mirrorDb.exec("update patron set row = '{' || row");
    const failure = caught(() => store.rows.get('patron', 'patron-THE-1'));
    expect(failureCode(folder, () => {})(failure)).toBe('LT-3114');
    store.close();
    const second = openStore(folder, 'ST-1');
    onTestFinished(() => second.store.close());
    expect(codes(second)).toStrictEqual(['LT-3104']);
  });

  it('shows the same after a restart as before it: the overlay is folded again', () => {
    const folder = testFolder();
    const first = openStore(folder, 'ST-1').store;
    fillMirror(first);
    lend(first, 3);
    const before = openLoans(first, 'patron-THE-1');
    first.close();
    expect(openLoans(opened(folder), 'patron-THE-1')).toStrictEqual(before);
  });
});

describe('the folder lock', () => {
  it('belongs to one process, and is free when that process is killed', () => {
    const folder = testFolder();
    const hold = `
      import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
      const lock = lockFolder(process.argv[1]);
      process.stdout.write(lock ? 'locked' : 'refused');
      process.kill(process.pid, 'SIGKILL');`;
    const inAnotherProcess = (): string => {
      try {
        return execFileSync(process.execPath, ['--input-type=module', '-e', hold, folder], {
          encoding: 'utf8',
        });
      } catch (error) {
        return typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
      }
    };
    const lock = lockFolder(folder);
    expect(lock).not.toBeNull();
    expect(inAnotherProcess()).toBe('refused');
    lock?.release();
    expect(inAnotherProcess()).toBe('locked');
    const again = lockFolder(folder);
    expect(again).not.toBeNull();
    again?.release();
  });
});

/** Leaves a file that opens, and in which nothing can be prepared. */
function breakSchema(path: string): void {
  const db = new Database(path);
  db.unsafeMode();
  db.exec(`pragma writable_schema = on; update sqlite_master set sql = 'no sql' where type = 'index'`);
  db.close();
}

/** Overwrites the first page of a table or an index, as a bad sector would. */
function damagePage(path: string, name: string): void {
  const db = new Database(path);
  const { rootpage } = db
    .prepare<[string], { rootpage: number }>('select rootpage from sqlite_master where name = ?')
    .get(name) ?? { rootpage: 0 };
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (rootpage - 1) * pageSize, rootpage * pageSize);
  writeFileSync(path, bytes);
}

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

/** Files of `folder` this process holds open. Only Linux lists them; Windows fails by itself when one is. */
function openFiles(folder: string): readonly string[] {
  const list = '/proc/self/fd';
  if (!existsSync(list)) return [];
  return readdirSync(list)
    .map((descriptor) => {
      try {
        return readlinkSync(join(list, descriptor));
      } catch {
        // The descriptor that listed the folder is gone already.
        return '';
      }
    })
    .filter((path) => path.startsWith(folder));
}

/** Changes a closed journal the way a person with a database editor could. */
function tamper(folder: string, sql: string): void {
  const db = new Database(join(folder, journalFile));
  db.exec('drop trigger journal_no_update; drop trigger journal_no_delete;');
  db.exec(sql);
  db.close();
}

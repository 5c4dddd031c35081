import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fact } from '../../../domain/facts/fact.ts';
import { recentRows } from '../../services/circulation/recent-rows.ts';
import { recoverSlips } from '../../services/printing/slip-acts.ts';
import { scanAt, testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { writerVerbs } from '../../workers/writer-verbs.ts';
import type { OpenedStore, Store } from '../store.ts';
import { journalFile, openStore } from '../store.ts';
import { verifyChain } from './chain.ts';

const acts = 40;
/** Places at which bytes are changed: few in every run of the tests, many when `LUU_THONG_FUZZ` is set. */
const [cuts, hits] = process.env['LUU_THONG_FUZZ'] ? [100, 100] : [12, 5];

/** Lends and takes back VV.1: one fact each. */
function work(store: Store, count: number): void {
  for (let act = 0; act < count; act += 1) scanAt(store, 'VV.1', act % 2 === 0 ? 'patron-THE-1' : null);
}

/** A closed station folder with `acts` facts, of which the first 10 are confirmed. */
function closedStation(): { readonly folder: string; readonly facts: readonly Fact[] } {
  const folder = testFolder();
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store);
  work(store, acts);
  store.journal.setAck({ seq: 10, hash: store.journal.hashAt(10) ?? '', epoch: 'e1' });
  const facts = [...store.journal.factsAfter(0)];
  store.close();
  return { folder, facts };
}

/** Opens as the writer worker does. */
function reopen(folder: string): OpenedStore {
  const opened = openStore(folder, 'ST-1');
  if (opened.store.journal.damage())
    writerVerbs(testContext(opened.store), testKey).forkJournal(opened.store.journal.ack().epoch ?? '');
  recoverSlips(testContext(opened.store));
  onTestFinished(() => opened.store.close());
  return opened;
}

/** Ids of every act that the file holds, in whatever incarnation. */
function held({ journalDb }: Store): ReadonlySet<string> {
  const rows = journalDb
    .prepare<[], { id: string }>("select fact_id as id from journal where kind like 'loan.%'")
    .all();
  return new Set(rows.map(({ id }) => id));
}

function overwrite(path: string, from: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, from);
  writeFileSync(path, content);
}

/** Leaf pages of the journal's own tree that hold facts, by the text in them. */
function pagesWith(path: string, text: string): readonly number[] {
  const content = readFileSync(path);
  const pages = Array.from({ length: content.length / 4096 }, (_, page) => page);
  return pages.filter((page) => content.subarray(page * 4096, (page + 1) * 4096).includes(text));
}

describe('a damaged journal', () => {
  it('loses only what stood in the damaged page; the rest goes on under another name and says so', () => {
    const { folder, facts } = closedStation();
    const path = join(folder, journalFile);
    const pages = pagesWith(path, '"kind":"loan.');
    const page = pages[Math.floor(pages.length / 2)] ?? 0;
    const lost = facts.filter(({ id }) => pagesWith(path, `"id":"${id}"`).every((one) => one === page));
    expect(lost.length).toBeGreaterThan(0);
    overwrite(path, page * 4096, Buffer.alloc(4096, 0xff));
    const { store, notices } = reopen(folder);
    expect(notices).toStrictEqual([{ code: 'LT-3113', params: { path: `${path}.damaged-1` } }]);
    const kept = held(store);
    expect(facts.filter(({ id }) => !kept.has(id))).toStrictEqual(lost);
    const told = store.journal.factAtSeq(store.journal.head().seq);
    expect(told).toMatchObject({ kind: 'journal.damaged', body: { after: 0 } });
    const readable = facts.findIndex((fact) => lost.includes(fact));
    expect(told?.body).toMatchObject({ readable, salvaged: acts - readable - lost.length });
    expect(verifyChain(store.journalDb).brokenAt).toBeNull();
    work(store, 2);
    expect(recentRows(store)[0]?.text).toBe('VV.1');
    expect(readdirSync(folder)).toContain(`${journalFile}.damaged-1`);
  });

  it('is rebuilt whole when only its first page is gone, and an unknown state of confirmation costs nothing', () => {
    const { folder, facts } = closedStation();
    overwrite(join(folder, journalFile), 0, Buffer.alloc(4096, 0x41));
    const { store } = reopen(folder);
    expect([...held(store)].sort()).toStrictEqual(facts.map(({ id }) => id).sort());
    expect(store.journal.unsent().count).toBe(acts + 1);
    expect(verifyChain(store.journalDb).brokenAt).toBeNull();
  });

  it('leaves an entry that was changed out, and takes those behind it along', () => {
    const { folder, facts } = closedStation();
    const db = new Database(join(folder, journalFile));
    db.exec(`drop trigger journal_no_update;
      update journal set bytes = replace(bytes, 'patron-THE-1', 'patron-THE-9') where seq = 21`);
    db.close();
    const { store } = reopen(folder);
    const kept = held(store);
    expect(facts.filter(({ id }) => !kept.has(id)).map(({ seq }) => seq)).toStrictEqual([21]);
  });

  it('is no journal any more: a new one begins, and the bytes stay', () => {
    const { folder } = closedStation();
    writeFileSync(join(folder, journalFile), 'no database');
    const { store } = reopen(folder);
    expect(store.journal.head().seq).toBe(1);
    expect(readFileSync(join(folder, `${journalFile}.damaged-1`), 'utf8')).toBe('no database');
  });

  it('is put in place at the next start when the program stopped in between', () => {
    const { folder, facts } = closedStation();
    const path = join(folder, journalFile);
    overwrite(path, 0, Buffer.alloc(4096, 0x41));
    openStore(folder, 'ST-1').store.close();
    // As if it had stopped after the damaged file was moved, or before.
    renameSync(path, `${path}.salvage`);
    const { store } = reopen(folder);
    expect(held(store).size).toBe(facts.length);
    expect(existsSync(`${path}.salvage`)).toBe(false);
  });

  it('is never sent: a line that is not what was written counts as damage', () => {
    const folder = testFolder();
    const { store } = openStore(folder, 'ST-1');
    onTestFinished(() => store.close());
    fillMirror(store);
    work(store, 3);
    store.journalDb.exec(`drop trigger journal_no_update;
      update journal set bytes = replace(bytes, 'THE-1', 'THE-2') where seq = 1`);
    const verbs = writerVerbs(testContext(store), testKey);
    expect(() => verbs.nextPush(10)).toThrow('not what was written');
  });
});

describe('bytes that change on the disk', () => {
  /** Fixed, so that a failure can be run again. */
  let state = 20261125;
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };

  it('a log cut anywhere gives a journal that begins like the one that was, and goes on', () => {
    const folder = testFolder();
    const first = openStore(folder, 'ST-1').store;
    fillMirror(first);
    work(first, 20);
    const written = [...first.journal.factsAfter(0)].map(({ id }) => id);
    const log = readFileSync(join(folder, `${journalFile}-wal`)).length;
    const copy = testFolder();
    for (const suffix of ['', '-wal'])
      copyFileSync(join(folder, journalFile + suffix), join(copy, journalFile + suffix));
    first.close();
    const seen = new Set<number>();
    for (let round = 0; round < cuts; round += 1) {
      const cut = testFolder();
      for (const suffix of ['', '-wal'])
        copyFileSync(join(copy, journalFile + suffix), join(cut, journalFile + suffix));
      truncateSync(join(cut, `${journalFile}-wal`), roll(log));
      const { store } = openStore(cut, 'ST-1');
      const ids = [...store.journal.factsAfter(0)].map(({ id }) => id);
      expect(ids).toStrictEqual(written.slice(0, ids.length));
      seen.add(ids.length);
      fillMirror(store);
      scanAt(store, 'VV.2', 'patron-THE-2');
      expect(verifyChain(store.journalDb)).toStrictEqual({ entries: ids.length + 1, brokenAt: null });
      store.close();
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  it('opens after any damage to the file, with a chain that verifies and nothing in it that was never written', () => {
    const { folder, facts } = closedStation();
    const written = new Set(facts.map(({ id }) => id));
    let salvaged = 0;
    for (let round = 0; round < hits; round += 1) {
      const hurt = testFolder();
      copyFileSync(join(folder, journalFile), join(hurt, journalFile));
      const path = join(hurt, journalFile);
      const noise = Buffer.from(Array.from({ length: 1 + roll(3000) }, () => roll(256)));
      overwrite(path, roll(readFileSync(path).length), noise);
      writeFileSync(join(hurt, 'mirror.suspect'), '');
      const { store, notices } = reopen(hurt);
      salvaged += notices.length;
      const kept = held(store);
      expect([...kept].every((id) => written.has(id))).toBe(true);
      expect(kept.size).toBeGreaterThan(acts - 20);
      expect(verifyChain(store.journalDb).brokenAt).toBeNull();
    }
    expect(salvaged).toBeGreaterThan(2);
  });
});

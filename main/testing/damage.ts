import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { journalFile, openStore } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { writerVerbs } from '../workers/writer-verbs.ts';
import { scanAt, testContext, testKey } from './desk-context.ts';
import { fillMirror } from './small-library.ts';

/** A journal as bytes: its file, and the log beside it. */
interface JournalBytes {
  readonly file: Uint8Array;
  readonly log: Uint8Array;
}

/** Something that a disk, a stick or a hand does to a journal. `at` and `from` are parts of the whole, 0 to 1. */
export type Damage =
  | { readonly kind: 'header'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'bytes' | 'log'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'page'; readonly at: number; readonly from: number | 'zeros' | 'ones' }
  | { readonly kind: 'cut' | 'log-cut'; readonly at: number };

const pageSize = 4096;
const headerBytes = 100;

const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const noise = fc.uint8Array({ minLength: 1, maxLength: 64 });

/** One damage, or a few. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('header' as const), at: part, bytes: noise }),
    fc.record({ kind: fc.constantFrom('bytes' as const, 'log' as const), at: part, bytes: noise }),
    fc.record({
      kind: fc.constant('page' as const),
      at: part,
      from: fc.oneof(part, fc.constantFrom('zeros' as const, 'ones' as const)),
    }),
    fc.record({ kind: fc.constantFrom('cut' as const, 'log-cut' as const), at: part }),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The journal of a folder with all of this done to it. */
export function damaged(journal: JournalBytes, done: readonly Damage[]): JournalBytes {
  return done.reduce(hurt, journal);
}

function hurt({ file, log }: JournalBytes, damage: Damage): JournalBytes {
  switch (damage.kind) {
    case 'header':
      return { file: overwritten(file, Math.floor(damage.at * headerBytes), damage.bytes), log };
    case 'bytes':
      return { file: overwritten(file, Math.floor(damage.at * file.length), damage.bytes), log };
    case 'log':
      return { file, log: overwritten(log, Math.floor(damage.at * log.length), damage.bytes) };
    case 'page':
      return { file: overwritten(file, pageAt(file, damage.at), pageOf(file, damage.from)), log };
    case 'cut':
      return { file: file.slice(0, Math.floor(damage.at * file.length)), log };
    case 'log-cut':
      return { file, log: log.slice(0, Math.floor(damage.at * log.length)) };
  }
}

function pageAt(file: Uint8Array, at: number): number {
  return Math.floor((at * file.length) / pageSize) * pageSize;
}

/** Also that of another place: a disk that wrote to the wrong one. */
function pageOf(file: Uint8Array, from: number | 'zeros' | 'ones'): Uint8Array {
  if (typeof from !== 'number') return new Uint8Array(pageSize).fill(from === 'zeros' ? 0 : 0xff);
  const at = pageAt(file, from);
  return file.slice(at, at + pageSize);
}

function overwritten(whole: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const changed = whole.slice();
  if (at < whole.length) changed.set(bytes.subarray(0, whole.length - at), at);
  return changed;
}

function readJournal(folder: string): JournalBytes {
  const path = join(folder, journalFile);
  // Copies: a piece of Node's own buffers would be a view.
  const bytes = (name: string): Uint8Array => new Uint8Array(existsSync(name) ? readFileSync(name) : []);
  return { file: bytes(path), log: bytes(`${path}-wal`) };
}

/** Puts it into a folder as the journal of a program that was switched off. */
export function writeJournal(folder: string, { file, log }: JournalBytes): void {
  writeFileSync(join(folder, journalFile), file);
  writeFileSync(join(folder, `${journalFile}-wal`), log);
}

/**
 * Makes the journal of a station in `folder`, half of it in its log: check-outs of a life of which `acked` are
 * confirmed, and as many more in the one that began with a fork. The facts of both are left as a power cut leaves them.
 */
export function forkedJournal(
  folder: string,
  { each, acked }: { each: number; acked: number },
): JournalBytes {
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store);
  scanAt(store, 'VV.1', 'patron-THE-1');
  lendAgain(store, each - 1);
  store.journal.setAck({ seq: acked, hash: store.journal.hashAt(acked) ?? '', epoch: 'e1' });
  store.feed.setState({ ...store.feed.state(), includes: acked });
  store.journalDb.pragma('wal_checkpoint(truncate)');
  writerVerbs(testContext(store), testKey).forkJournal('e1');
  store.journal.setAck({ seq: 5, hash: store.journal.hashAt(5) ?? '', epoch: 'e1' });
  lendAgain(store, each / 2);
  store.journalDb.pragma('wal_checkpoint(passive)');
  lendAgain(store, each / 2);
  const journal = readJournal(folder);
  store.close();
  return journal;
}

/** The first loan of the journal `count` times more: what is lent does not matter here. */
function lendAgain(store: Store, count: number): void {
  const [first] = store.journal.factsAfter(0);
  if (first?.kind !== 'loan.checked-out') throw new Error('nothing was lent');
  const { at, clock, actor, desk, basis, kind, body } = first;
  for (let done = 0; done < count; done += 10)
    store.journalDb.transaction(() =>
      store.journal.append(
        Array.from({ length: Math.min(10, count - done) }, () => ({ kind, body })),
        { at, clock, actor, desk, basis },
      ),
    )();
}

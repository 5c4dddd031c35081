import { createHash } from 'node:crypto';
import { cpSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PushLine } from '../../../contract/sync/protocol.ts';
import type { RescueHeader } from '../../../contract/sync/rescue.ts';
import { readPushLine, rescueHeaderSchema } from '../../../contract/sync/rescue.ts';
import { scanAt, testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror } from '../../testing/small-library.ts';
import { writerVerbs } from '../../workers/writer-verbs.ts';
import { linkHash } from '../journal/chain.ts';
import type { Store } from '../store.ts';
import { journalFile, openStore } from '../store.ts';
import { rescueFile } from './rescue-file.ts';

const everything = { facts: 10_000, bytes: 100_000_000 };

interface Exported {
  readonly header: RescueHeader;
  readonly lines: readonly PushLine[];
  readonly body: string;
}

async function exported(folder: string, all = false): Promise<Exported | null> {
  const file = await rescueFile({ folder, all, now: '2026-11-25T22:59:00.000+07:00', app: 'test' });
  if (!file) return null;
  let text = '';
  for await (const part of file.parts()) text += part;
  file.close();
  const end = text.indexOf('\n') + 1;
  const body = text.slice(end);
  const lines = body.split('\n').filter(Boolean).map(readPushLine);
  expect(lines).not.toContain(null);
  const header = rescueHeaderSchema.parse(JSON.parse(text.slice(0, end)));
  return { header, body, lines: lines.filter((line) => line !== null) };
}

function station(folder: string, copies: number, acked: number): Store {
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  fillMirror(store);
  for (let copy = 1; copy <= copies; copy += 1)
    scanAt(store, `VV.${copy}`, copy < 4 ? 'patron-THE-1' : 'patron-THE-2');
  store.journal.setAck({ seq: acked, hash: store.journal.hashAt(acked) ?? '', epoch: 'e1' });
  store.feed.setState({ ...store.feed.state(), includes: acked });
  return store;
}

/** A journal of `facts` facts, on disk as a program leaves it that was switched off. */
function longJournal(folder: string, facts: number): string {
  const store = station(folder, 1, 0);
  const [first] = store.journal.newestFacts(1);
  if (first?.kind !== 'loan.checked-out') throw new Error('nothing was lent');
  const { at, clock, actor, desk, basis } = first;
  store.journalDb.transaction(() =>
    store.journal.append(
      Array.from({ length: facts - 1 }, () => ({ kind: first.kind, body: first.body })),
      { at, clock, actor, desk, basis },
    ),
  )();
  store.journalDb.pragma('wal_checkpoint(truncate)');
  const copy = testFolder();
  cpSync(join(folder, journalFile), join(copy, journalFile));
  return copy;
}

describe('a rescue file', () => {
  it('has exactly the lines that the next pushes would have, while the station runs', async () => {
    const folder = testFolder();
    const store = station(folder, 4, 1);
    const { header, lines, body } = (await exported(folder)) ?? {};
    expect(lines).toStrictEqual(store.journal.linesAfter(1, everything));
    expect(header).toMatchObject({
      station: 'ST-1',
      incarnation: store.journal.incarnation,
      epoch: 'e1',
      facts: store.journal.unsent().count,
      oldestAt: store.journal.unsent().oldestAt,
      journals: [{ inc: store.journal.incarnation, from: 2, to: 4, facts: 3 }],
      unreadable: 0,
      bytes: Buffer.byteLength(body ?? ''),
      sha256: createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    });
  });

  it('has what a fork left unsent, and what a restored province has lost, each under its own name', async () => {
    const folder = testFolder();
    const store = station(folder, 3, 2);
    writerVerbs(testContext(store), testKey).forkJournal('e1');
    store.journal.setAck({ seq: 1, hash: store.journal.hashAt(1) ?? '', epoch: 'e1' });
    store.journal.setAck({ seq: 0, hash: '0'.repeat(64), epoch: 'e2' });
    const { header, lines } = (await exported(folder)) ?? {};
    const past = store.journal.pastLines(everything)?.lines ?? [];
    expect(past).toHaveLength(2);
    expect(lines).toStrictEqual([...past, ...store.journal.linesAfter(0, everything)]);
    expect(header?.facts).toBe(store.journal.unsent().count);
    expect(header?.journals.map(({ from, to }) => [from, to])).toStrictEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('says that there is nothing to send, and gives everything when asked', async () => {
    const folder = testFolder();
    station(folder, 3, 3);
    expect(await exported(folder)).toMatchObject({
      header: { facts: 0, oldestAt: null, journals: [] },
      body: '',
    });
    expect((await exported(folder, true))?.lines).toHaveLength(3);
  });

  it('is none where there is no journal, or a file that is no database', async () => {
    const folder = testFolder();
    expect(await exported(folder)).toBeNull();
    writeFileSync(join(folder, journalFile), 'x'.repeat(10_000));
    expect(await exported(folder)).toBeNull();
  });
});

describe('a damaged journal', () => {
  it('gives what stands before a cut, and says that something is missing', async () => {
    const folder = longJournal(testFolder(), 400);
    const path = join(folder, journalFile);
    const whole = (await exported(folder))?.lines ?? [];
    expect(whole).toHaveLength(400);
    let fewest = 400;
    for (const part of [0.9, 0.6, 0.4]) {
      truncateSync(path, Math.floor((statSync(path).size * part) / 4096) * 4096);
      const { lines = [], header } = (await exported(folder)) ?? {};
      expect(lines).toStrictEqual(whole.slice(0, lines.length));
      expect(lines.length).toBeGreaterThan(30);
      expect(lines.length).toBeLessThan(fewest);
      expect(header?.unreadable).toBeGreaterThan(0);
      fewest = lines.length;
    }
  });

  it('believes the line, not the columns beside it', async () => {
    const folder = longJournal(testFolder(), 3);
    const db = new Database(join(folder, journalFile));
    db.exec(
      "drop trigger journal_no_update; update journal set seq = -7, inc = 'x', at = '' where entry = 2",
    );
    db.close();
    const { header, lines } = (await exported(folder)) ?? {};
    expect(lines).toHaveLength(3);
    expect(header?.journals.map(({ from, to }) => [from, to])).toStrictEqual([[1, 3]]);
  });

  it('never gives a line that was not written, wherever bytes were changed', async () => {
    const original = readFileSync(join(longJournal(testFolder(), 120), journalFile));
    const whole = new Set<string>();
    const folder = testFolder();
    writeFileSync(join(folder, journalFile), original);
    for (const { hash } of (await exported(folder))?.lines ?? []) whole.add(hash);
    expect(whole.size).toBe(120);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(original.length - 65), fc.uint8Array({ minLength: 1, maxLength: 64 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (strokes) => {
          const path = join(folder, journalFile);
          writeFileSync(path, original);
          const file = openSync(path, 'r+');
          for (const [at, bytes] of strokes) writeSync(file, bytes, 0, bytes.length, at);
          const { lines = [] } = (await exported(folder)) ?? {};
          for (const { prev, bytes, hash } of lines) {
            expect(linkHash(prev, bytes)).toBe(hash);
            expect(whole).toContain(hash);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

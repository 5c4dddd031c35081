import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { slipKinds } from '../../domain/printing/template.ts';
import { testFolder } from '../testing/folders.ts';
import { journalMigrations } from './journal/schema.ts';
import type { Slips } from './slips.ts';
import { slipsOver } from './slips.ts';
import type { Sqlite } from './sqlite.ts';
import { migrate, openSqlite } from './sqlite.ts';

const path = (): string => join(testFolder(), 'journal.db');

function opened(file = path(), migrations = journalMigrations): Sqlite {
  const db = openSqlite(file, 'normal');
  onTestFinished(() => void db.close());
  migrate(db, migrations);
  return db;
}

const at = '2026-11-23T09:00:00.000+07:00';
const add = (slips: Slips, entries: readonly number[], kind: (typeof slipKinds)[number] = 'loan'): string =>
  slips.add({ kind, state: 'waiting', at, patron: 'ban-doc-thu', entries, interrupted: false });

/** Writes an entry as the journal would, as far as the print queue reads it. */
function journalled(db: Sqlite, entry: number, kind: string, body: object): void {
  db.prepare(`insert into journal values (?, 'inc', ?, ?, ?, 1, ?, ?, '', '')`).run(
    entry,
    entry,
    `f${entry}`,
    kind,
    at,
    JSON.stringify({ id: `f${entry}`, kind, body }),
  );
}

describe('the print queue in the journal', () => {
  it('keeps every slip of a journal that knew two kinds, in its state, and then takes all five', () => {
    const db = opened(path(), journalMigrations.slice(0, 1));
    const before = slipsOver(db);
    const ids = [[1, 2], [3], [5]].map((entries) => add(before, entries));
    expect(() => add(before, [4], 'hold')).toThrow('CHECK constraint failed');
    before.setState(ids[0] ?? '', 'failed', 'LT-2202');
    before.markBegun(ids[0] ?? '');
    before.setState(ids[1] ?? '', 'printed', null);
    before.interrupt();
    before.takeUncovered(4);
    const rows = before.list();

    migrate(db, journalMigrations);
    const after = slipsOver(db);
    expect(after.list()).toStrictEqual(rows);
    expect(rows.map(({ state, interrupted, begun }) => [state, interrupted, begun])).toStrictEqual([
      ['waiting', true, false],
      ['printed', false, false],
      ['waiting', true, true],
    ]);
    for (const [index, kind] of slipKinds.entries()) add(after, [10 + index], kind);
    expect(after.list().map(({ number, kind }) => [number, kind])).toStrictEqual([
      [8, 'payment'],
      [7, 'transit'],
      [6, 'hold'],
      [5, 'return'],
      [4, 'loan'],
      [3, 'loan'],
      [2, 'loan'],
      [1, 'loan'],
    ]);
    expect(after.takeUncovered(12)).toStrictEqual([6, 7, 8, 9]);
  });

  it('lets slips pass that go with a thing or money at the desk, each in the order of its making', () => {
    const slips = slipsOver(opened());
    const kinds = ['loan', 'return', 'hold', 'loan', 'payment', 'transit', 'return'] as const;
    const ids = kinds.map((kind, index) => add(slips, [index + 1], kind));
    slips.setState(ids[2] ?? '', 'failed', 'LT-2202');
    expect(slips.waiting()).toStrictEqual([2, 4, 5, 0, 1, 3, 6].map((at) => ids[at]));
  });

  it('never lets a slip that was interrupted on paper print by itself', () => {
    const slips = slipsOver(opened());
    const torn = add(slips, [1]);
    const failed = add(slips, [2]);
    slips.setState(torn, 'failed', 'LT-2209');
    slips.setState(failed, 'failed', 'LT-2202');
    expect(slips.waiting()).toStrictEqual([failed]);
    expect(slips.pending().map(({ id }) => id)).toStrictEqual([torn, failed]);
  });

  it('lists what is pending: what waits and what failed, offered or not', () => {
    const slips = slipsOver(opened());
    const states = ['waiting', 'failed', 'printing', 'printed', 'dismissed'] as const;
    for (const [index, state] of states.entries()) slips.setState(add(slips, [index + 1]), state, null);
    expect(slips.pending().map(({ state }) => state)).toStrictEqual(['waiting', 'failed']);
    slips.interrupt();
    expect(slips.pending().map(({ state, interrupted }) => [state, interrupted])).toStrictEqual([
      ['waiting', true],
      ['waiting', true],
      ['waiting', true],
    ]);
  });

  it('knows which facts were taken back after an entry, without looking through the journal', () => {
    const db = opened();
    const slips = slipsOver(db);
    journalled(db, 1, 'loan.checked-out', { item: 'x', facts: ['f9'] });
    journalled(db, 2, 'act.undone', { facts: ['f1', 'f0'] });
    journalled(db, 3, 'loan.checked-out', { item: 'y' });
    journalled(db, 4, 'act.undone', { facts: ['f3'] });
    expect([...slips.undoneAfter(0)].toSorted()).toStrictEqual(['f0', 'f1', 'f3']);
    expect([...slips.undoneAfter(2)]).toStrictEqual(['f3']);
    expect([...slips.undoneAfter(4)]).toStrictEqual([]);
    const [plan] = db
      .prepare<[], { detail: string }>(
        `explain query plan select entry from journal where kind = 'act.undone' and entry > 2`,
      )
      .all();
    expect(plan?.detail).toContain('journal_undone');
  });
});

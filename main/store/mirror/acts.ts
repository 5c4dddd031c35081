import type { RowRef } from '../../../domain/catalogue/rows.ts';
import type { Instant } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';
import { parseRow } from './stored-rows.ts';

/** Acts that can still be undone, newest last. Older ones are corrected by another act. */
const actsKept = 100;

/** What an act did to the rows of this desk. */
interface ActRecord {
  readonly id: string;
  /** First and last entry of its facts in the journal. */
  readonly firstEntry: number;
  readonly lastEntry: number;
  readonly at: Instant;
  readonly before: readonly RowRef[];
  readonly after: readonly RowRef[];
  readonly undone: boolean;
}

export interface Acts {
  add(act: Omit<ActRecord, 'undone'>): void;
  get(id: string): ActRecord | null;
  /** Id of the newest act that is not undone, or null. */
  newest(): string | null;
  markUndone(id: string): void;
  /** Acts with facts after this entry of the journal are corrected by another act. */
  forgetAfter(entry: number): void;
}

interface StoredAct {
  readonly id: string;
  readonly firstEntry: number;
  readonly lastEntry: number;
  readonly at: Instant;
  readonly rows: string;
  readonly undone: number;
}

export function actsOver(db: Sqlite): Acts {
  const insert = db.prepare(
    `insert or replace into act(id, number, at, first_entry, last_entry, rows)
     values (?, (select coalesce(max(number), 0) + 1 from act), ?, ?, ?, ?)`,
  );
  const prune = db.prepare('delete from act where number <= (select max(number) from act) - ?');
  const select = db.prepare<[string], StoredAct>(
    'select id, first_entry as firstEntry, last_entry as lastEntry, at, rows, undone from act where id = ?',
  );
  const newest = db.prepare<[], { id: string }>(
    'select id from act where undone = 0 order by number desc limit 1',
  );
  const undo = db.prepare('update act set undone = 1 where id = ?');
  const forget = db.prepare('delete from act where last_entry > ?');
  return {
    add({ id, at, firstEntry, lastEntry, before, after }) {
      insert.run(id, at, firstEntry, lastEntry, JSON.stringify({ before, after }));
      prune.run(actsKept);
    },
    get(id) {
      const row = select.get(id);
      if (!row) return null;
      const { rows, undone, ...rest } = row;
      const { before, after } = parseRow<Pick<ActRecord, 'before' | 'after'>>({ row: rows });
      return { ...rest, before, after, undone: undone === 1 };
    },
    newest: () => newest.get()?.id ?? null,
    markUndone: (id) => void undo.run(id),
    forgetAfter: (entry) => void forget.run(entry),
  };
}

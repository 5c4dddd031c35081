import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../../domain/facts/fact.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { outcomeCodes } from '../../domain/outcome.ts';
import type { SlipState, SlipSummary } from '../../contract/workstation/station.ts';
import type { Sqlite } from './sqlite.ts';

/** A slip in the queue: which entries of the journal are on it, and how far it got. */
export interface SlipRecord extends Omit<SlipSummary, 'patronName' | 'acts' | 'payment'> {
  /** Counts up; printed as the slip's own number. */
  readonly number: number;
  readonly patron: string | null;
  readonly entries: readonly number[];
  /** Some of it may be on paper already. */
  readonly begun: boolean;
}

/** A slip about to be queued. */
interface NewSlip {
  readonly kind: SlipRecord['kind'];
  readonly state: SlipState;
  readonly at: Instant;
  readonly patron: string | null;
  readonly entries: readonly number[];
  readonly interrupted: boolean;
}

/**
 * Short slips that go with a thing or with money that changes hands now; the lists of a session, which may be long,
 * let them pass.
 */
const promptKinds: readonly SlipRecord['kind'][] = ['hold', 'transit', 'payment'];

/** How many finished slips the list offers for reprinting. */
const finishedListed = 100;

/** The print queue. It lives in `journal.db`: a slip must be as durable as the acts on it. */
export interface Slips {
  add(slip: NewSlip): string;
  setState(slip: string, state: SlipState, problem: OutcomeCode | null): void;
  markBegun(slip: string): void;
  get(slip: string): SlipRecord | null;
  /** Every slip that is not out, and the newest finished ones; newest first. */
  list(): readonly SlipRecord[];
  /**
   * Slips that print by themselves: those that somebody waits for at the desk first, then oldest first. One that was
   * interrupted while printing (LT-2209) is not among them: a person looks at the paper and decides.
   */
  waiting(): readonly string[];
  /** Slips that will print by themselves or are offered for it, oldest first. */
  pending(): readonly SlipRecord[];
  /** Ids of the facts that acts after `entry` took back. */
  undoneAfter(entry: number): ReadonlySet<string>;
  /** Marks what was waiting or half printed as interrupted: a person decides, it may be out already. */
  interrupt(): void;
  /** Entries up to `head` that no slip has, oldest first; from now on they count as handled. */
  takeUncovered(head: number): readonly number[];
}

interface SlipRow {
  readonly id: string;
  readonly number: number;
  readonly kind: SlipRecord['kind'];
  readonly state: SlipState;
  readonly createdAt: Instant;
  readonly patron: string | null;
  readonly entries: string;
  readonly problem: string | null;
  readonly interrupted: number;
  readonly begun: number;
}

const columns =
  'id, number, kind, state, created_at as createdAt, patron, entries, problem, interrupted, begun';

export function slipsOver(db: Sqlite): Slips {
  const insert = db.prepare(
    `insert into slip(id, number, kind, state, created_at, patron, entries, last_entry, interrupted)
     values (?, (select coalesce(max(number), 0) + 1 from slip), ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `update slip set state = ?, problem = ?, interrupted = interrupted and ? not in ('printed', 'dismissed') where id = ?`,
  );
  const select = db.prepare<[string], SlipRow>(`select ${columns} from slip where id = ?`);
  const begin = db.prepare('update slip set begun = 1 where id = ?');
  const list = db.prepare<[number], SlipRow>(
    `select ${columns} from slip
     where state in ('waiting', 'printing', 'failed') or number > (select max(number) from slip) - ?
     order by number desc`,
  );
  const waiting = db.prepare<[], { id: string }>(
    `select id from slip
     where state in ('waiting', 'failed') and interrupted = 0 and problem is not 'LT-2209'
     order by kind not in (${promptKinds.map((kind) => `'${kind}'`).join(', ')}), number`,
  );
  const pending = db.prepare<[], SlipRow>(
    `select ${columns} from slip where state in ('waiting', 'failed') order by number`,
  );
  // `kind` is written out, or SQLite does not see that the index of these entries will do.
  const undone = db.prepare<[number], { id: string }>(
    `select named.value as id from journal, json_each(journal.bytes, '$.body.facts') as named
     where journal.kind = 'act.undone' and journal.entry > ?`,
  );
  const mark = db.prepare<[], { entry: number }>('select entry from slip_mark');
  const setMark = db.prepare('update slip_mark set entry = ?');
  const covering = db.prepare<[number], { entries: string }>('select entries from slip where last_entry > ?');
  return {
    add({ kind, state, at, patron, entries, interrupted }) {
      const id = randomUUIDv7();
      const last = Math.max(0, ...entries);
      insert.run(id, kind, state, at, patron, JSON.stringify(entries), last, interrupted ? 1 : 0);
      return id;
    },
    setState: (slip, state, problem) => void update.run(state, problem, state, slip),
    markBegun: (slip) => void begin.run(slip),
    get: (id) => {
      const row = select.get(id);
      return row ? recordOf(row) : null;
    },
    list: () => list.all(finishedListed).map(recordOf),
    waiting: () => waiting.all().map(({ id }) => id),
    pending: () => pending.all().map(recordOf),
    undoneAfter: (entry) => new Set(undone.all(entry).map(({ id }) => id)),
    interrupt: () =>
      void db.exec(
        `update slip set state = 'waiting', interrupted = 1 where state in ('printing', 'waiting', 'failed')`,
      ),
    takeUncovered: (head) => {
      const from = mark.get()?.entry ?? 0;
      const covered = new Set(covering.all(from).flatMap(({ entries }) => entryList(entries)));
      setMark.run(head);
      return Array.from({ length: head - from }, (_, index) => from + 1 + index).filter(
        (entry) => !covered.has(entry),
      );
    },
  };
}

function recordOf({ entries, problem, interrupted, begun, ...row }: SlipRow): SlipRecord {
  return {
    ...row,
    entries: entryList(entries),
    problem: outcomeCodes.find((code) => code === problem) ?? null,
    interrupted: interrupted === 1,
    begun: begun === 1,
  };
}

function entryList(json: string): readonly number[] {
  // Written by `add` of this same table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(json) as number[];
}

import { randomUUIDv7 } from 'node:crypto';
import type { CivilDate, Instant } from '../../domain/facts/fact.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { outcomeCodes } from '../../domain/outcome.ts';
import type { SlipState, SlipSummary } from '../../contract/workstation/station.ts';
import type { Sqlite } from './sqlite.ts';

/** What one act puts on a slip: frozen when it happened, so that a reprint says what the first print said. */
export interface SlipAct {
  readonly act: 'checkout' | 'return' | 'renewal';
  readonly at: Instant;
  readonly title: string;
  readonly barcode: string;
  readonly due: CivilDate | null;
}

export interface Slip extends SlipSummary {
  readonly number: number;
  readonly patronCard: string | null;
  readonly content: readonly SlipAct[];
}

/** How many slips the list offers for reprinting. */
const listLimit = 100;

/** The print queue. It lives in `journal.db`, so a slip is as durable as the acts on it. */
export interface Slips {
  /** Opens the slip of a desk session. */
  open(
    kind: SlipSummary['kind'],
    at: Instant,
    patron: { readonly name: string; readonly card: string } | null,
  ): string;
  add(slip: string, entry: number, act: SlipAct): void;
  setState(slip: string, state: SlipState, problem: OutcomeCode | null): void;
  get(slip: string): Slip | null;
  /** Newest first. */
  list(): readonly SlipSummary[];
  /** Slips waiting to be printed by themselves, oldest first. */
  waiting(): readonly string[];
  /** After a start: what was open or half printed waits for a person to decide. */
  recover(): void;
  /** Forgets printed and dismissed slips older than `before`: they hold a reader's name. */
  forget(before: Instant): void;
}

interface SlipRow {
  readonly id: string;
  readonly number: number;
  readonly kind: SlipSummary['kind'];
  readonly state: SlipState;
  readonly createdAt: Instant;
  readonly patronName: string | null;
  readonly patronCard: string | null;
  readonly problem: string | null;
  readonly interrupted: number;
  readonly acts: number;
}

const columns = `id, number, kind, state, created_at as createdAt, patron_name as patronName,
  patron_card as patronCard, problem, interrupted,
  (select count(*) from slip_act where slip_act.slip = slip.id) as acts`;

export function slipsOver(db: Sqlite): Slips {
  const insert = db.prepare(
    `insert into slip(id, number, kind, state, created_at, patron_name, patron_card)
     values (?, (select coalesce(max(number), 0) + 1 from slip), ?, 'open', ?, ?, ?)`,
  );
  const insertAct = db.prepare('insert into slip_act values (?, ?, ?)');
  const update = db.prepare(
    `update slip set state = ?, problem = ?, interrupted = interrupted and ? not in ('printed', 'dismissed') where id = ?`,
  );
  const select = db.prepare<[string], SlipRow>(`select ${columns} from slip where id = ?`);
  const acts = db.prepare<[string], { content: string }>(
    'select content from slip_act where slip = ? order by entry',
  );
  const list = db.prepare<[number], SlipRow>(
    `select ${columns} from slip where exists (select 1 from slip_act where slip_act.slip = slip.id)
     order by number desc limit ?`,
  );
  const waiting = db.prepare<[], { id: string }>(
    `select id from slip where state in ('waiting', 'failed') and interrupted = 0 order by number`,
  );
  return {
    open(kind, at, patron) {
      const id = randomUUIDv7();
      insert.run(id, kind, at, patron?.name ?? null, patron?.card ?? null);
      return id;
    },
    add: (slip, entry, act) => void insertAct.run(slip, entry, JSON.stringify(act)),
    setState: (slip, state, problem) => void update.run(state, problem, state, slip),
    get(id) {
      const row = select.get(id);
      if (!row) return null;
      return {
        ...summaryOf(row),
        number: row.number,
        patronCard: row.patronCard,
        content: acts.all(id).map(({ content }) => parseAct(content)),
      };
    },
    list: () => list.all(listLimit).map(summaryOf),
    waiting: () => waiting.all().map(({ id }) => id),
    recover: () =>
      void db.exec(`
        delete from slip where state = 'open' and not exists (select 1 from slip_act where slip_act.slip = slip.id);
        update slip set state = 'waiting', interrupted = 1 where state in ('open', 'printing', 'waiting', 'failed');
      `),
    forget: (before) =>
      void db
        .prepare(`delete from slip where state in ('printed', 'dismissed') and created_at < ?`)
        .run(before),
  };
}

function summaryOf(row: SlipRow): SlipSummary {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    createdAt: row.createdAt,
    patronName: row.patronName,
    acts: row.acts,
    problem: outcomeCodes.find((code) => code === row.problem) ?? null,
    interrupted: row.interrupted === 1,
  };
}

function parseAct(content: string): SlipAct {
  // Written by `add` of this same table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(content) as SlipAct;
}

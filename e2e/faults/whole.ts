import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { chainHash, genesisHash } from '../../domain/facts/fact.ts';
import { verifyChain } from '../../main/store/journal/chain.ts';
import type { OpenDatabase } from '../../province/database/open.ts';
import { eventually } from './machine.ts';
import type { FaultProvince } from './province.ts';
import type { FaultStation } from './station.ts';

/** What a journal holds, each fact once, whatever forks took over. */
export interface Recorded {
  readonly id: string;
  /** `kind thing`, as `FaultStation.shown` names acts. */
  readonly name: string;
}

export function journalOf(folder: string): {
  readonly facts: readonly Recorded[];
  readonly verified: boolean;
} {
  const db = new Database(join(folder, 'journal.db'), { readonly: true });
  const rows = db
    .prepare<[], Recorded>(
      `select fact_id as id, kind || ' ' || coalesce(bytes ->> '$.body.barcode', bytes ->> '$.body.charge',
         bytes ->> '$.body.allocations[0].charge', '') as name from journal group by fact_id order by min(entry)`,
    )
    .all();
  const verified = verifyChain(db).brokenAt === null;
  db.close();
  return { facts: rows, verified };
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Acts that the desk was shown as done and that its journal does not hold. */
function lostActs({ folder, shown }: FaultStation): readonly string[] {
  const recorded = counted(journalOf(folder).facts.map(({ name }) => name));
  return [...counted(shown)].flatMap(([name, count]) =>
    Array.from({ length: Math.max(0, count - (recorded.get(name) ?? 0)) }, () => name),
  );
}

/** What the province's copies of journals say: every entry with its own text, in order. */
async function entriesHeld({ db }: OpenDatabase) {
  const { rows } = await sql<{
    station: string;
    inc: string;
    seq: number;
    prev: string;
    hash: string;
    bytes: string;
  }>`select entry.station, entry.inc, entry.seq, entry.prev, entry.hash, coalesce(entry.bytes, fact.bytes) as bytes
     from journal_entry entry join fact on fact.id = entry.fact_id
     order by entry.station, entry.inc, entry.seq`.execute(db);
  return rows;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function heldChainsVerify(open: OpenDatabase): Promise<boolean> {
  const journals = Map.groupBy(await entriesHeld(open), ({ station, inc }) => `${station}/${inc}`);
  return [...journals.values()].every((entries) =>
    entries.every(({ seq, prev, hash, bytes }, index) => {
      const follows = seq === index + 1 && prev === (entries[index - 1]?.hash ?? genesisHash);
      return follows && hash === chainHash(sha256, prev, bytes);
    }),
  );
}

/** Tables that every station of a library holds alike, with what is its own left out. */
const sharedTables = ['loan', 'item_state', 'charge', 'payment', 'hold', 'patron', 'message', 'exception'];

function mirrorOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const db = new Database(join(folder, 'mirror.db'), { readonly: true });
  const tables = sharedTables.map((table) => {
    const rows = db.prepare<[], { row: string }>(`select row from ${table} order by id`).all();
    return [table, rows.map(({ row }) => canonical(row))] as const;
  });
  const copies = db.prepare<[], { row: string }>('select id || barcode as row from item order by id').all();
  db.close();
  return new Map([...tables, ['item', copies.map(({ row }) => row)]]);
}

/** Keys in one order: rows that came by the feed and rows folded here are written by different hands. */
function canonical(row: string): string {
  return JSON.stringify(JSON.parse(row), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

interface MoneyRow {
  readonly kind: string;
  readonly body: {
    readonly charge: string;
    readonly amount: number;
    readonly allocations?: readonly { readonly charge: string; readonly amount: number }[];
  };
}

/** đồng assessed less đồng paid, by the facts; and what the charges say is owed. */
async function money({ db }: OpenDatabase): Promise<{ readonly facts: number; readonly rows: number }> {
  const facts = await sql<MoneyRow>`
    select kind, body from fact where kind in ('charge.assessed', 'payment.taken')`.execute(db);
  const charges = await sql<{ row: { amount: number; payments: { amount: number }[] } }>`
    select row from projection where entity = 'charge'`.execute(db);
  // Money that was taken for a charge whose own fact is lost is in the payment, and in no charge.
  const assessed = new Set(
    facts.rows.flatMap(({ kind, body }) => (kind === 'charge.assessed' ? [body.charge] : [])),
  );
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return {
    facts: sum(
      facts.rows.map(({ kind, body }) =>
        kind === 'charge.assessed'
          ? body.amount
          : -sum(
              (body.allocations ?? []).flatMap(({ charge, amount }) =>
                assessed.has(charge) ? [amount] : [],
              ),
            ),
      ),
    ),
    rows: sum(charges.rows.map(({ row }) => row.amount - sum(row.payments.map(({ amount }) => amount)))),
  };
}

export interface Expected {
  /** Acts that physics took from a desk: shown, and in no journal any more. */
  readonly lost?: readonly string[];
  /** Rules of the exceptions that are open, sorted; one for each exception. */
  readonly exceptions: readonly string[];
  /** Rules that the work after the fault may have broken besides. */
  readonly mayFollow?: readonly string[];
  /** Facts that the province holds of journals that are gone. */
  readonly orphans?: number;
}

/**
 * What must be true after any fault, once the stations have nothing to send: chains verify here and there, every fact
 * that a journal holds is at the province exactly once and no other is, the mirrors are equal, money balances, and
 * nothing that a desk was shown is lost but what the fault took. The stations and the province must be stopped.
 */
export async function expectWhole(
  province: FaultProvince,
  stations: readonly FaultStation[],
  { lost = [], exceptions, mayFollow = [], orphans = 0 }: Expected,
): Promise<void> {
  const journals = stations.map(({ folder }) => journalOf(folder));
  expect(journals.map(({ verified }) => verified)).toStrictEqual(stations.map(() => true));
  expect(stations.flatMap(lostActs).sort()).toStrictEqual([...lost].sort());
  const written = new Set(journals.flatMap(({ facts }) => facts.map(({ id }) => id)));
  await province.look(async (open) => {
    const facts = await open.db.selectFrom('fact').select('id').execute();
    const held = new Set(facts.map(({ id }) => id));
    expect([...written].filter((id) => !held.has(id))).toStrictEqual([]);
    expect(facts.filter(({ id }) => !written.has(id))).toHaveLength(orphans);
    expect(await heldChainsVerify(open)).toBe(true);
    const balance = await money(open);
    expect(balance.rows).toBe(balance.facts);
    const opened = await open.db.selectFrom('exception').select('rule').orderBy('rule').execute();
    const rules = opened.map(({ rule }) => rule).filter((rule) => !mayFollow.includes(rule));
    expect(rules).toStrictEqual([...exceptions].sort());
  });
  const [first, ...others] = stations.map(({ folder }) => mirrorOf(folder));
  for (const other of others) expect(other).toStrictEqual(first);
}

/** Lets the stations finish, and stops everything in order. */
export async function settle(
  province: FaultProvince,
  stations: readonly FaultStation[],
  patience = 90_000,
): Promise<void> {
  for (const station of stations)
    await station.until(
      'has sent everything',
      ({ state, unsent }) => state === 'online' && unsent === 0,
      patience,
    );
  const heads = async (): Promise<readonly (number | undefined)[]> =>
    stations.map(({ folder }) => {
      const db = new Database(join(folder, 'mirror.db'), { readonly: true });
      const state = db.prepare<[], { cursor: number }>('select cursor from feed_state').get();
      db.close();
      return state?.cursor;
    });
  await eventually('the mirrors are at one position', async () => {
    for (const station of stations) await station.page().api.sync.now();
    return new Set(await heads()).size === 1;
  });
  for (const station of stations) await station.kill('SIGTERM');
  await province.kill('SIGTERM');
}

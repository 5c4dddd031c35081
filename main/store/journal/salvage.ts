import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { genesisHash } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';
import { migrate, openSqlite } from '../sqlite.ts';
import { journalMigrations } from './schema.ts';
import type { WholeLink } from './whole-links.ts';
import { hasOnlyLog } from './wal-frames.ts';
import { readableLinks } from './whole-links.ts';

const suffixes = ['-wal', '-shm', ''];

/**
 * Makes a new journal of what can be read in the damaged one at `path`, which stays beside it under the name that is
 * returned. The prefix stands in it as it was; entries behind the damage wait in `salvaged` for the incarnation that
 * has to begin with the next fork (`Journal.fork`). The caller has closed the file.
 */
export function salvageJournal(path: string, station: string): string {
  const fresh = `${path}.salvage`;
  for (const suffix of suffixes) rmSync(`${fresh}.new${suffix}`, { force: true });
  const db = openSqlite(`${fresh}.new`, 'full');
  try {
    migrate(db, journalMigrations);
    const old = openOld(path);
    db.transaction(() => fill(db, old, path, station))();
    old?.close();
    // One file, so that one rename puts it into place.
    db.pragma('wal_checkpoint(truncate)');
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
  renameSync(`${fresh}.new`, fresh);
  return finishSalvage(path) ?? path;
}

/** Puts a salvaged journal in the place of the damaged one, also after a stop between the two. Null: there is none. */
export function finishSalvage(path: string): string | null {
  const fresh = `${path}.salvage`;
  if (!existsSync(fresh)) return null;
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number += 1;
  const aside = `${path}.damaged-${number}`;
  // The file last: as long as it is there, the number is not another's.
  for (const suffix of suffixes) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  renameSync(fresh, path);
  return aside;
}

function openOld(path: string): Sqlite | null {
  if (hasOnlyLog(path)) return null;
  try {
    return new Database(path, { readonly: true });
  } catch {
    // Not a database any more: its pages still are read one by one.
    return null;
  }
}

interface Identity {
  readonly station: string;
  readonly incarnation: string;
  readonly copied: number;
}

interface Past {
  readonly inc: string;
  readonly copied: number;
  readonly confirmed: number;
  readonly acked: number;
}

function fill(db: Sqlite, old: Sqlite | null, path: string, station: string): void {
  const { prefix, behind } = readableLinks(path);
  const insert = db.prepare(
    'insert into journal(entry, inc, seq, fact_id, kind, kv, at, bytes, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [index, { inc, seq, factId, kind, kv, at, bytes, prev, hash }] of prefix.entries())
    insert.run(index + 1, inc, seq, factId, kind, kv, at, bytes, prev, hash);
  const salvage = db.prepare('insert into salvaged(bytes) values (?)');
  for (const { bytes } of behind) salvage.run(bytes);

  const read = <T>(sql: string): readonly T[] => readOld<T>(old, sql);
  const [identity] = read<Identity>('select station, incarnation, copied from identity');
  const [ack] = read<{ seq: number; hash: string; epoch: string | null }>('select seq, hash, epoch from ack');
  const lives = livesOf(prefix);
  const last = lives.at(-1);
  // Facts of the newest life that are all behind the damage: what goes on from here is a life before it.
  const present = last?.inc ?? identity?.incarnation ?? behind.at(-1)?.inc ?? '';
  const isPresent = identity?.incarnation === present;
  const known = new Map(
    read<Past>('select inc, copied, confirmed, acked from past_incarnation').map((past) => [past.inc, past]),
  );
  const begin = db.prepare('insert into past_incarnation values (?, ?, ?, ?, ?)');
  for (const { inc, base, length } of lives.slice(0, -1)) {
    // What is not known to be held is sent again under its own name: the province skips what it has.
    const { copied, confirmed, acked } = known.get(inc) ?? { copied: 0, confirmed: length, acked: 0 };
    begin.run(inc, base, Math.min(copied, length), Math.min(confirmed, length), Math.min(acked, length));
  }
  db.prepare('insert into identity(one, station, incarnation, base, copied) values (1, ?, ?, ?, ?)').run(
    identity?.station ?? station,
    present === '' ? 'none' : present,
    last?.base ?? 0,
    Math.min((isPresent ? identity?.copied : known.get(present)?.copied) ?? 0, last?.length ?? 0),
  );
  const acked = (isPresent ? ack?.seq : known.get(present)?.acked) ?? 0;
  const confirmed = Math.min(acked, last?.length ?? 0);
  const hash =
    confirmed === 0 ? genesisHash : (prefix[(last?.base ?? 0) + confirmed - 1]?.hash ?? genesisHash);
  db.prepare('insert into ack values (1, ?, ?, ?)').run(confirmed, hash, ack?.epoch ?? null);
  db.prepare('insert into damage values (1, ?)').run(prefix.length);
  keepBesides(db, old, prefix.length);
}

interface Life {
  readonly inc: string;
  readonly base: number;
  readonly length: number;
}

function livesOf(prefix: readonly WholeLink[]): readonly Life[] {
  const lives: Life[] = [];
  for (const [base, { inc, seq }] of prefix.entries()) {
    if (seq === 1) lives.push({ inc, base, length: 1 });
    else lives.splice(-1, 1, { inc, base: base - seq + 1, length: seq });
  }
  return lives;
}

/** Slips, tags and the open reader: worth keeping where they can be read, and no reason to fail where not. */
function keepBesides(db: Sqlite, old: Sqlite | null, entries: number): void {
  const copy = (table: string, where = 'true'): void => {
    for (const row of readOld<Readonly<Record<string, unknown>>>(
      old,
      `select * from ${table} where ${where}`,
    )) {
      const names = Object.keys(row);
      db.prepare(
        `insert or ignore into ${table}(${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
      ).run(row);
    }
  };
  copy('slip', `last_entry <= ${entries}`);
  for (const table of ['desk_session', 'tag_task', 'seen_tag']) copy(table);
  // Nobody knows what was on paper of what is gone: nothing of it is offered again.
  db.prepare('update slip_mark set entry = ?').run(entries);
}

/** The rows that can be read, up to the first that cannot. */
function readOld<T>(old: Sqlite | null, sql: string): readonly T[] {
  const rows: T[] = [];
  try {
    if (old) for (const row of old.prepare<[], T>(sql).iterate()) rows.push(row);
  } catch {
    // Damage: what came before it counts.
  }
  return rows;
}

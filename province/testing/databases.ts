import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { Kysely, PGliteDialect, sql } from 'kysely';
import pino from 'pino';
import { migrate } from '../database/migrate.ts';
import { openPostgres } from '../database/open.ts';
import type { OpenDatabase } from '../database/open.ts';
import type { ProvinceSchema } from '../database/schema.ts';

/** How the suite opens one kind of database. */
export interface DatabaseKind {
  readonly name: string;
  /** Migrated, with nothing in it. */
  readonly open: () => Promise<OpenDatabase>;
  /** Without any table. */
  readonly openEmpty: () => Promise<OpenDatabase>;
}

const postgresUrl = process.env['TEST_DATABASE_URL'];

/** PGlite always; PostgreSQL too where `TEST_DATABASE_URL` names a server with a database to play in. */
export const databaseKinds: readonly DatabaseKind[] = [
  kind('PGlite', openInMemory),
  ...(postgresUrl ? [kind('PostgreSQL', () => openOwnSchema(postgresUrl))] : []),
];

function kind(name: string, openEmpty: () => Promise<OpenDatabase>): DatabaseKind {
  const open = async (): Promise<OpenDatabase> => {
    const opened = await openEmpty();
    await migrate(opened.db);
    return opened;
  };
  return { name, open, openEmpty };
}

/** PGlite without files. */
export async function openInMemory(): Promise<OpenDatabase> {
  const pglite = await PGlite.create({ loadDataDir: await emptyCluster() });
  const db = new Kysely<ProvinceSchema>({ dialect: new PGliteDialect({ pglite }) });
  return { db, close: () => db.destroy() };
}

/** An empty cluster, made once per machine and PGlite version: making one costs seconds, loading it 0.3 s. */
async function emptyCluster(): Promise<Blob> {
  const path = join(tmpdir(), `luu-thong-pglite-${pgliteVersion()}.tar`);
  if (!existsSync(path)) {
    const pglite = await PGlite.create();
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    const own = `${path}.${randomUUID()}`;
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, path);
  }
  return new Blob([readFileSync(path)]);
}

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8'))).version;
}

/** Test files run beside each other: each has a schema of its own. */
export async function openOwnSchema(url: string): Promise<OpenDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const silent = pino({ level: 'silent' });
  const admin = openPostgres(url, silent);
  await sql`create schema ${sql.id(schema)}`.execute(admin.db);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const { db, close } = openPostgres(own.href, silent);
  return {
    db,
    close: async () => {
      await close();
      await sql`drop schema ${sql.id(schema)} cascade`.execute(admin.db);
      await admin.close();
    },
  };
}

/** As good as new: nothing in any table, feed at 0, another epoch. */
export async function emptyDatabase(db: Kysely<ProvinceSchema>): Promise<void> {
  await sql`truncate station, station_key, enrolment_code, journal_entry, fact, fact_stream, stream_point, change, restricted_title, published, projection, exception, snapshot,
    receipt_lease, epoch`.execute(db);
  await db.updateTable('feed_head').set({ pos: 0, compacted_to: 0, min_reader: 1 }).execute();
  const epoch = { number: 1, id: randomUUID(), began_at: '2026-01-01T00:00:00Z', reason: 'created' };
  await db.insertInto('epoch').values(epoch).execute();
}

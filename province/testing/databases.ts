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
import { beginEpoch } from '../sync/epoch.ts';

/** How the suite opens one kind of database, migrated and empty. */
export interface DatabaseKind {
  readonly name: string;
  readonly open: () => Promise<OpenDatabase>;
}

const postgresUrl = process.env['TEST_DATABASE_URL'];

/** PGlite always; PostgreSQL too where `TEST_DATABASE_URL` names a server with a database to play in. */
export const databaseKinds: readonly DatabaseKind[] = [
  { name: 'PGlite', open: openInMemory },
  ...(postgresUrl ? [{ name: 'PostgreSQL', open: () => openOwnSchema(postgresUrl) }] : []),
];

async function openInMemory(): Promise<OpenDatabase> {
  const pglite = await PGlite.create({ loadDataDir: await emptyCluster() });
  const db = new Kysely<ProvinceSchema>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
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
async function openOwnSchema(url: string): Promise<OpenDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const silent = pino({ level: 'silent' });
  const admin = openPostgres(url, silent);
  await sql`create schema ${sql.id(schema)}`.execute(admin.db);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const { db, close } = openPostgres(own.href, silent);
  await migrate(db);
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
  await sql`truncate station, journal_entry, fact, change, library, biblio, item, patron, policy_set, calendar,
    loan, exception`.execute(db);
  await db.updateTable('feed_head').set({ pos: 0 }).execute();
  await beginEpoch(db, 'test');
}

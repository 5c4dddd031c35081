import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from 'kysely';
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { holdDataFolder } from './data-folder-lock.ts';
import { openDurable } from './durable-files.ts';
import type { ProvinceSchema } from './schema.ts';

/** Statements slower than this are logged, without their parameters: those may name a reader. */
const slowStatementMs = 250;

/** A statement that takes longer is stuck; nothing the server does in one statement comes near it. */
const statementTimeoutMs = 60_000;

export interface OpenDatabase {
  readonly db: Kysely<ProvinceSchema>;
  readonly close: () => Promise<void>;
}

/**
 * The embedded database, in `folder`. One process only: PGlite does not lock its folder itself.
 * Throws `DataFolderBusy` when another process holds it.
 */
export async function openEmbedded(folder: string, logger: Logger): Promise<OpenDatabase> {
  mkdirSync(folder, { recursive: true });
  const release = holdDataFolder(folder);
  try {
    const pglite = await openDurable(join(folder, 'postgres'));
    const db = new Kysely<ProvinceSchema>({
      dialect: new PGliteDialect({ pglite }),
      log: logSlowStatements(logger),
    });
    return {
      db,
      close: async () => {
        // Kysely closes what it opened, and it opens at the first statement; closing twice does no harm.
        await db.destroy();
        if (!pglite.closed) await pglite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** A PostgreSQL server, 15 or later, by its URL. */
export function openPostgres(url: string, logger: Logger): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    application_name: 'luu-thong-province',
    types: {
      // Positions and sequences stay far below 2^53; pg's default for int8 is text.
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  const broke = (error: Error): void => logger.warn({ err: error }, 'a database connection broke');
  pool.on('error', broke);
  // The same for one that is lent out and has no statement running, as between two of a transaction.
  pool.on('connect', (client) => void client.on('error', broke));
  const db = new Kysely<ProvinceSchema>({
    dialect: new PostgresDialect({
      pool,
      // Compiling a statement takes longer than any of them runs; PostgreSQL would, where its guess of the rows that
      // many streams have is far too high. In the address it would be lost to whoever gives options there.
      onCreateConnection: async (connection) =>
        void (await connection.executeQuery(CompiledQuery.raw('set jit = off'))),
    }),
    log: logSlowStatements(logger),
  });
  return { db, close: () => db.destroy() };
}

function logSlowStatements(logger: Logger): (event: LogEvent) => void {
  return (event) => {
    if (event.level === 'query' && event.queryDurationMillis > slowStatementMs)
      logger.warn({ ms: Math.round(event.queryDurationMillis), sql: event.query.sql.slice(0, 500) }, 'slow');
  };
}

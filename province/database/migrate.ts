import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration, MigrationResultSet } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as journalsAndFeed from './migrations/0001-journals-and-feed.ts';
import * as catalogue from './migrations/0002-catalogue.ts';
import * as circulation from './migrations/0003-circulation.ts';
import * as streams from './migrations/0004-streams.ts';
import * as stationKeys from './migrations/0005-station-keys.ts';
import * as receiptIncarnations from './migrations/0006-receipt-incarnations.ts';
import * as scopes from './migrations/0007-scopes.ts';
import * as snapshots from './migrations/0008-snapshots.ts';
import * as silence from './migrations/0009-silence.ts';
import * as loansOfReaders from './migrations/0010-loans-of-readers.ts';
import * as streamPoints from './migrations/0011-stream-points.ts';
import * as exceptionsAboutCopies from './migrations/0012-exceptions-about-copies.ts';
import type { ProvinceSchema } from './schema.ts';

/** Forward only and additive. A released migration is never edited; a correction is another one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-journals-and-feed': journalsAndFeed,
  '0002-catalogue': catalogue,
  '0003-circulation': circulation,
  '0004-streams': streams,
  '0005-station-keys': stationKeys,
  '0006-receipt-incarnations': receiptIncarnations,
  '0007-scopes': scopes,
  '0008-snapshots': snapshots,
  '0009-silence': silence,
  '0010-loans-of-readers': loansOfReaders,
  '0011-stream-points': streamPoints,
  '0012-exceptions-about-copies': exceptionsAboutCopies,
};

/** Brings the database to this version's shape. Throws when it cannot, or when a newer version made it. */
export async function migrate(db: Kysely<ProvinceSchema>): Promise<void> {
  await migrator(db, await currentSchema(db))
    .migrateToLatest()
    .then(orThrow);
}

/** Goes no further than the migration of this name: how tests make a database of an earlier version. */
export async function migrateUpTo(db: Kysely<ProvinceSchema>, name: string): Promise<void> {
  await migrator(db, await currentSchema(db))
    .migrateTo(name)
    .then(orThrow);
}

/** Without the schema, a server's other schemas would count: their migrations would be taken for this one's. */
function migrator(db: Kysely<ProvinceSchema>, migrationTableSchema: string): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations }, migrationTableSchema });
}

async function currentSchema(db: Kysely<ProvinceSchema>): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
}

function orThrow({ error }: MigrationResultSet): void {
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error });
}

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as journalsAndFeed from './migrations/0001-journals-and-feed.ts';
import * as catalogue from './migrations/0002-catalogue.ts';
import * as circulation from './migrations/0003-circulation.ts';
import type { ProvinceSchema } from './schema.ts';

/** Forward only and additive. A released migration is never edited; a correction is another one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-journals-and-feed': journalsAndFeed,
  '0002-catalogue': catalogue,
  '0003-circulation': circulation,
};

/** Brings the database to this version's shape. Throws when it cannot, or when a newer version made it. */
export async function migrate(db: Kysely<ProvinceSchema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error });
}

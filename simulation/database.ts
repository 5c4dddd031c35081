import type { Kysely } from 'kysely';
import { migrate } from '../province/database/migrate.ts';
import type { ProvinceSchema } from '../province/database/schema.ts';
import { openInMemory, openOwnSchema } from '../province/testing/databases.ts';
import { dump, restore } from './province/dump.ts';

/** A database in which one world after another is played. */
export interface Playground {
  readonly db: Kysely<ProvinceSchema>;
  /** As good as new. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A schema of its own at the PostgreSQL server of `url`, or PGlite in memory where there is none. */
export async function openPlayground(url: string | null): Promise<Playground> {
  const { db, close } = await (url === null ? openInMemory() : openOwnSchema(url));
  await migrate(db);
  const asNew = await dump(db);
  return { db, close, empty: () => restore(db, asNew) };
}

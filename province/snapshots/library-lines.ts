import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import type { FeedState } from '../sync/feed.ts';
import { readChanges } from '../sync/feed.ts';
import type { SnapshotLine } from './file-maker.ts';

const page = 2000;

/** The feed from its beginning to its head, as the stations of `library` may read it. */
export async function* libraryLines(
  db: Kysely<ProvinceSchema>,
  library: string,
  { head, compactedTo }: FeedState,
): AsyncGenerator<readonly SnapshotLine[]> {
  for (let cursor = 0; cursor < head;) {
    const rows = await readChanges(db, library, { cursor, to: head, limit: page, compactedTo });
    // What is no business of the library's any more must not stay from an earlier line.
    yield rows.map((row) => ({ ...row, text: row.text ?? 'null' }));
    cursor = rows.at(-1)?.pos ?? head;
  }
}

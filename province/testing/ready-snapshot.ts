import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { makeSnapshot } from '../snapshots/make.ts';
import { snapshotShelf } from '../snapshots/shelf.ts';
import { threadMaker } from '../snapshots/thread-maker.ts';

/** Makes the snapshot of a library in `folder`, ready for its stations as if one of them had asked before. */
export async function readySnapshot(
  db: Kysely<ProvinceSchema>,
  folder: string,
  { library, id }: { readonly library: string; readonly id: string },
): Promise<void> {
  const shelf = snapshotShelf(db, folder);
  const file = `${id}.zst`;
  const { signal } = new AbortController();
  const maker = threadMaker(folder, file, signal);
  const made = await makeSnapshot({ db, library, today: '2026-11-22', maker, signal });
  if (!made) throw new Error('The snapshot was not made.');
  const now = new Date();
  await shelf.add({ ...made, id, library, file, madeAt: now, offeredAt: now });
}

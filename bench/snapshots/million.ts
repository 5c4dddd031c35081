import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { demoCatalogue } from '../../domain/demo/catalogue.ts';
import { demoDefaults } from '../../domain/demo/options.ts';
import { here, smallLibrary } from '../../main/testing/small-library.ts';
import { migrate } from '../../province/database/migrate.ts';
import { openEmbedded } from '../../province/database/open.ts';
import type { SnapshotLine } from '../../province/snapshots/file-maker.ts';
import { snapshotShelf } from '../../province/snapshots/shelf.ts';
import { threadMaker } from '../../province/snapshots/thread-maker.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { readFeed } from '../../province/sync/feed.ts';

const copiesPerTitle = 2.5;
const linesAtOnce = 2_000;
const file = 'million.zst';
const today = '2026-11-22';

const millionSchema = z.object({
  epoch: z.string(),
  pos: z.number(),
  /** Seconds from the first row to the file in its place. */
  madeIn: z.number(),
  bytes: z.number(),
  rawBytes: z.number(),
});
export type MillionProvince = z.infer<typeof millionSchema>;

/**
 * The same in a process of its own: what making it leaves in memory would slow down every garbage collection of the
 * station that is measured.
 */
export async function makeMillionElsewhere(
  ...[folder, copies, { name, publicKey }]: Parameters<typeof makeMillionProvince>
): Promise<MillionProvince> {
  const maker = fork(join(import.meta.dirname, 'million-process.ts'), [
    folder,
    String(copies),
    name,
    publicKey,
  ]);
  const ended = once(maker, 'exit');
  const [made]: unknown[] = await Promise.race([once(maker, 'message'), ended]);
  await ended;
  return millionSchema.parse(made);
}

/**
 * Makes the data folder of a province whose feed stands behind `copies` copies and their titles, with a ready snapshot
 * of them and one station. The rows come from the generator straight into the maker: what a database adds to read them
 * is not measured here.
 */
export async function makeMillionProvince(
  folder: string,
  copies: number,
  station: { readonly name: string; readonly publicKey: string },
): Promise<MillionProvince> {
  const { db, close } = await openEmbedded(folder, pino({ level: 'silent' }));
  try {
    await migrate(db);
    const { name, publicKey } = station;
    await enrolStation(db, { station: name, library: here, desk: 'Quầy 1', proof: { publicKey } });
    const snapshots = join(folder, 'snapshots');
    const shelf = snapshotShelf(db, snapshots);
    const { epoch } = await readFeed(db);
    const began = performance.now();
    const maker = threadMaker(snapshots, file, new AbortController().signal);
    let pos = 0;
    let lines: SnapshotLine[] = [];
    for (const { entity, row } of rows(copies)) {
      pos += 1;
      lines.push({ pos, entity, id: row.id, text: JSON.stringify(row), protocol: 1 });
      if (lines.length < linesAtOnce) continue;
      await maker.take(lines);
      lines = [];
    }
    await maker.take(lines);
    const made = await maker.finish({ epoch, pos, today });
    await maker.end();
    const madeIn = (performance.now() - began) / 1000;
    const now = new Date();
    await shelf.add({ ...made, id: 'million', library: here, epoch, pos, file, madeAt: now, offeredAt: now });
    await db.updateTable('feed_head').set({ pos }).execute();
    return { ...made, epoch, pos, madeIn };
  } finally {
    await close();
  }
}

function* rows(copies: number): Generator<EntityRow> {
  yield* smallLibrary;
  const titles = Math.round(copies / copiesPerTitle);
  yield* demoCatalogue({ ...demoDefaults, titles, copiesPerTitle, today });
}

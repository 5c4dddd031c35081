import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { fileMaker } from '../../province/snapshots/file-maker.ts';
import type { WantedSnapshot } from '../store/snapshot/incoming.ts';
import { testFolder } from '../testing/folders.ts';
import { itemRow, smallLibrary } from '../testing/small-library.ts';
import { testDatabases } from '../testing/station.ts';
import type { Databases } from './start.ts';

const place = { epoch: 'e2', cursor: 90, includes: 0, freshAt: '2026-11-22T08:00:00.000Z' };

/** A snapshot of the small library and a copy that nobody had before. */
function made(rows: readonly EntityRow[] = [...smallLibrary, itemRow('NEW.1')]): {
  readonly wanted: WantedSnapshot;
  readonly sent: Buffer;
} {
  const folder = testFolder();
  const maker = fileMaker(folder, 'sent.zst');
  maker.take(
    rows.map(({ entity, row }, pos) => ({ pos, entity, id: row.id, text: JSON.stringify(row), protocol: 1 })),
  );
  const at = { epoch: place.epoch, pos: place.cursor };
  const file = maker.finish({ ...at, today: '2026-11-22' });
  return { wanted: { ...file, ...at }, sent: readFileSync(join(folder, 'sent.zst')) };
}

async function download({ mirror }: Databases, { wanted, sent }: ReturnType<typeof made>): Promise<void> {
  expect(await mirror.begin(wanted)).toBe(0);
  expect(await mirror.append(sent)).toBeNull();
  expect(await mirror.finish()).toBeNull();
}

const scan = ({ writer }: Databases, text: string, patron: string | null = 'patron-THE-1') =>
  writer.scan({ text, patron, mode: ordinaryMode });

async function loans({ reader }: Databases): Promise<readonly string[] | undefined> {
  return (await reader.patronPanel('patron-THE-1'))?.loans.map(({ item }) => item.barcode).toSorted();
}

describe('exchanging the mirror', () => {
  it('shows the new rows under what this desk did, keeps its mode and what it may undo, and holds up nobody', async () => {
    const databases = await testDatabases();
    const { writer, reader, mirror } = databases;
    await writer.applyPage(
      smallLibrary.map((row) => ({ known: true, row })),
      { epoch: 'e1', cursor: 9, includes: 0, freshAt: null },
    );
    await scan(databases, 'VV.1');
    await writer.setDeskMode({ ...ordinaryMode, countUse: true });
    await download(databases, made());
    const waiting = Promise.all([
      mirror.adopt(place),
      ...Array.from({ length: 20 }, (_, index) => scan(databases, 'VV.2', index % 2 ? null : 'patron-THE-1')),
      ...Array.from({ length: 20 }, () => reader.patronPanel('patron-THE-1')),
    ]);
    const [adopted] = await waiting;
    expect(adopted).toBe(true);
    await scan(databases, 'NEW.1');
    expect(await loans(databases)).toStrictEqual(['NEW.1', 'VV.1']);
    expect((await writer.syncPosition()).feed).toStrictEqual(place);
    expect((await writer.deskMode()).countUse).toBe(true);
    await writer.undo(null);
    expect(await loans(databases)).toStrictEqual(['VV.1']);
  });

  it('goes on with the old one, as if nothing had been, when the file cannot be exchanged', async () => {
    const folder = testFolder();
    const databases = await testDatabases(folder);
    const { writer, mirror } = databases;
    await writer.applyPage(
      smallLibrary.map((row) => ({ known: true, row })),
      { epoch: 'e1', cursor: 9, includes: 0, freshAt: null },
    );
    await download(databases, made());
    expect(await writer.prepareMirror(place)).toBe(true);
    rmSync(join(folder, 'mirror.next.db'));
    expect(await writer.adoptMirror()).toBe(false);
    await scan(databases, 'VV.1');
    expect(await loans(databases)).toStrictEqual(['VV.1']);
    expect((await writer.syncPosition()).feed.epoch).toBe('e1');
    await mirror.discard();
    expect(existsSync(join(folder, 'mirror.next.db'))).toBe(false);
  });

  it('makes a desk without rows one with titles, where it lent by number before', async () => {
    const databases = await testDatabases();
    await scan(databases, 'VV.1', null);
    await download(databases, made());
    expect(await databases.mirror.adopt(place)).toBe(true);
    expect(await databases.reader.searchTitles('de men')).not.toHaveLength(0);
  });
});

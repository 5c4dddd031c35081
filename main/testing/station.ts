import { onTestFinished } from 'vitest';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Desk } from '../services/circulation/desk-door.ts';
import { openDesk } from '../services/circulation/desk.ts';
import type { DeskTags } from '../services/circulation/desk-parts.ts';
import { noTags } from '../services/circulation/desk-parts.ts';
import { stationEvents } from '../services/events.ts';
import { stationClock } from '../services/station-clock.ts';
import type { Databases } from '../workers/start.ts';
import { startDatabases } from '../workers/start.ts';
import { testFolder } from './folders.ts';
import { here, smallLibrary } from './small-library.ts';

/** A desk over real database workers, without devices and without a province. */
export interface TestStation {
  readonly desk: Desk;
  readonly databases: Databases;
  /** Rows as pages saw them, newest first, pending ones left out. */
  rows(): Promise<readonly DeskRow[]>;
  /** Rows in the order pages were told of them. */
  seen(): readonly DeskRow[];
  readonly slipsReady: readonly string[];
  readonly failures: readonly unknown[];
}

export async function testDatabases(
  folder = testFolder(),
  station = 'ST-1',
  permissions: readonly Permission[] | 'all' = 'all',
): Promise<Databases> {
  const started = await startDatabases({
    folder,
    station,
    library: here,
    desk: 'Quầy 1',
    actor: 'nv-1',
    actorName: 'Thủ thư Thử',
    permissions,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  if (!started.ok) throw new Error(started.code);
  const { databases } = started;
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= databases.close());
  onTestFinished(close);
  return { ...databases, close };
}

export async function testStation(
  rows: readonly EntityRow[] = smallLibrary,
  folder = testFolder(),
  permissions: readonly Permission[] | 'all' = 'all',
  tags: DeskTags = noTags,
): Promise<TestStation> {
  const databases = await testDatabases(folder, 'ST-1', permissions);
  await databases.writer.applyPage(
    rows.map((row) => ({ known: true, row })),
    { epoch: 'e1', cursor: rows.length, includes: 0, freshAt: null },
  );
  const events = stationEvents('boot');
  const seen: DeskRow[] = [];
  const slipsReady: string[] = [];
  const failures: unknown[] = [];
  const desk = await openDesk({
    databases,
    events: {
      ...events,
      publish: (event) => {
        if (event.type === 'row') seen.push(event.row);
        events.publish(event);
      },
    },
    clock: stationClock('Asia/Ho_Chi_Minh'),
    tags,
    onSlipReady: (slip) => slipsReady.push(slip),
    onReprint: () => Promise.resolve(),
    onFact: () => {},
    onFailure: (error) => failures.push(error),
  });
  return {
    desk,
    databases,
    seen: () => seen,
    slipsReady,
    failures,
    rows: async () => (await desk.state()).rows.filter(({ state }) => state !== 'pending'),
  };
}

import type { Sqlite } from '../sqlite.ts';
import type { Acts } from './acts.ts';
import { actsOver } from './acts.ts';
import type { DeskModeStore } from './desk-mode.ts';
import { deskModeOver } from './desk-mode.ts';
import type { DeskViews } from './desk-view.ts';
import { deskViewsOver } from './desk-view.ts';
import type { FeedStore } from './feed.ts';
import { feedOver } from './feed.ts';
import type { Lookup } from './lookup.ts';
import { lookupOver } from './lookup.ts';
import type { Overlay } from './overlay.ts';
import { overlayOver } from './overlay.ts';
import { rowWriter } from './rows.ts';
import type { Settings } from './settings.ts';
import { settingsOver } from './settings.ts';
import type { StoredRows } from './stored-rows.ts';
import { storedRows } from './stored-rows.ts';

/** Everything that the writer has over one mirror file. Another file takes its place as a whole. */
export interface MirrorSide {
  readonly mirrorDb: Sqlite;
  readonly lookup: Lookup;
  readonly feed: FeedStore;
  readonly rows: StoredRows;
  readonly settings: Settings;
  readonly views: DeskViews;
  readonly acts: Acts;
  readonly deskMode: DeskModeStore;
  readonly overlay: Overlay;
}

export function mirrorSideOver(mirrorDb: Sqlite): MirrorSide {
  const rows = storedRows(mirrorDb);
  const settings = settingsOver(mirrorDb);
  return {
    mirrorDb,
    lookup: lookupOver(mirrorDb),
    feed: feedOver(mirrorDb),
    rows,
    settings,
    views: deskViewsOver(mirrorDb, rows, settings),
    acts: actsOver(mirrorDb),
    deskMode: deskModeOver(mirrorDb),
    overlay: overlayOver(mirrorDb, rows, rowWriter(mirrorDb)),
  };
}

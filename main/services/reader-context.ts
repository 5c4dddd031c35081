import type { DeskView } from '../../domain/circulation/view.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { DeskViews } from '../store/mirror/desk-view.ts';
import type { Lookup } from '../store/mirror/lookup.ts';
import type { Settings } from '../store/mirror/settings.ts';
import type { StoredRows } from '../store/mirror/stored-rows.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { StationClock } from './station-clock.ts';

/** What the lists and searches of a station read from. Nothing here writes. */
export interface ReaderContext {
  readonly db: Sqlite;
  readonly rows: StoredRows;
  readonly lookup: Lookup;
  readonly settings: Settings;
  readonly views: DeskViews;
  readonly clock: StationClock;
  readonly library: string;
  readonly station: string;
  readonly actor: string;
  /** Name of that person; absent where nobody has given one. */
  readonly actorName?: string | undefined;
  readonly permissions: readonly Permission[] | 'all';
  readonly timeZone: string;
}

/** What a desk would see at this moment. */
export function readerView(context: ReaderContext): DeskView {
  const { clock, library, station, actor, permissions, timeZone } = context;
  return context.views({
    now: clock.now(),
    today: clock.today(),
    timeZone,
    library,
    station,
    actor: { id: actor, permissions },
  });
}

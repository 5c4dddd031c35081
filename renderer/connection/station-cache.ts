import { QueryClient } from '@tanstack/react-query';
import type { DeskRow, DeskState } from '../../contract/workstation/desk.ts';
import type { TrialEvent } from '../../contract/devices/drivers.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import { withRow } from '../desk/rows/row-list.ts';
import { coalesce } from './coalesce.ts';
import type { StationApi } from './connect.ts';
import { keys } from './keys.ts';

/** Rows, what is switched on, and the day, as the page keeps them; the reader is fetched apart. */
export type RowsState = Pick<DeskState, 'rows' | 'mode' | 'today'>;

/** A cache that never asks by itself: the core says when something changed. */
export function stationQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 60_000,
        retry: false,
        // Comparing two hundred rows with themselves at every scan costs more than painting one.
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What a device under trial did lately; older news is of no use. */
const trialKept = 100;

export interface StationCache {
  onEvent(event: StationEvent): void;
  /** Asks what is switched on at the desk. */
  refreshMode(): void;
  /** The rows from the core, with those that came by event while the answer was on its way. */
  fetchRows(): Promise<RowsState>;
}

/**
 * Feeds the cache from the core's events. `onRow` is told of every row after the cache has it, with the same row
 * as it was before.
 */
export function stationCache(
  queries: QueryClient,
  api: StationApi,
  onRow: (row: DeskRow, before: DeskRow | null) => void,
): StationCache {
  let arriving: readonly DeskRow[] = [];
  const refresh = (queryKey: readonly string[]): (() => void) =>
    coalesce(() => queries.invalidateQueries({ queryKey }));
  const refreshPatron = refresh(keys.patron);
  const refreshTitles = refresh(keys.titleDetails);
  const refreshSlips = refresh(keys.slips);
  const refreshDeviceSettings = refresh(keys.deviceSettings);
  const refreshTags = refresh(keys.unwrittenTags);
  const refreshTraining = refresh(keys.training);
  const refreshShelf = refresh(keys.shelf);
  const refreshLongOverdue = refresh(keys.longOverdue);
  const refreshExceptions = refresh(keys.exceptions);
  const refreshDrawer = refresh(keys.drawer);
  const refreshReported = refresh(keys.reported);
  const refreshSettings = [keys.policy, keys.calendar, keys.templates].map(refresh);

  /** Rows since the desk was last told of. A desk told of without any was switched, at this page or another. */
  let rowsTold = 0;
  const refreshMode = coalesce(async () => {
    // Not the whole state: every fact that comes from the province asks, and the rows of a day are long.
    const told = await api.desk.mode().catch(() => null);
    const known = queries.getQueryData<RowsState>(keys.rows);
    // The rows stay as they are: events keep them, and two hundred new objects would all be painted again.
    if (known && told)
      queries.setQueryData<RowsState>(keys.rows, { ...known, mode: told.mode, today: told.today });
  });

  const takeRow = (row: DeskRow): void => {
    if (row.state !== 'pending') rowsTold += 1;
    arriving = withRow(arriving, row);
    const known = queries.getQueryData<RowsState>(keys.rows);
    const before = known?.rows.find(({ id }) => id === row.id) ?? null;
    if (known) queries.setQueryData<RowsState>(keys.rows, { ...known, rows: withRow(known.rows, row) });
    onRow(row, before);
  };
  return {
    refreshMode,
    onEvent: (event) => {
      switch (event.type) {
        case 'hello':
          void queries.invalidateQueries();
          return;
        case 'set-up':
          // There is nothing to keep of a folder that is no station.
          return;
        case 'row':
          takeRow(event.row);
          return;
        case 'desk':
          refreshPatron();
          refreshShelf();
          refreshLongOverdue();
          refreshTitles();
          if (rowsTold === 0) refreshMode();
          rowsTold = 0;
          return;
        case 'settings':
          for (const refreshOne of refreshSettings) refreshOne();
          return;
        case 'money':
          refreshDrawer();
          refreshReported();
          return;
        case 'exceptions':
          refreshExceptions();
          return;
        case 'devices':
          queries.setQueryData(keys.devices, event.devices);
          return;
        case 'sync':
          queries.setQueryData(keys.sync, event.status);
          return;
        case 'slips':
          refreshSlips();
          return;
        case 'tags':
          refreshTags();
          return;
        case 'device-settings':
          refreshDeviceSettings();
          return;
        case 'trial':
          queries.setQueryData<readonly TrialEvent[]>(keys.trial, (known = []) =>
            [event.event, ...known].slice(0, trialKept),
          );
          return;
        case 'training':
          refreshTraining();
          return;
      }
    },
    fetchRows: async () => {
      arriving = [];
      const { rows, mode, today } = await api.desk.state();
      return { rows: arriving.toReversed().reduce(withRow, rows), mode, today };
    },
  };
}

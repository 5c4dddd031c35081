import { QueryClient } from '@tanstack/react-query';
import type { DeskRow, DeskState } from '../../contract/workstation/desk.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import { withRow } from '../desk/rows/row-list.ts';
import { coalesce } from './coalesce.ts';
import type { StationApi } from './connect.ts';
import { keys } from './keys.ts';

/** Rows and the day, as the page keeps them; the reader is fetched apart. */
export type RowsState = Pick<DeskState, 'rows' | 'today'>;

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

export interface StationCache {
  onEvent(event: StationEvent): void;
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
  const refreshSlips = refresh(keys.slips);
  const refreshTraining = refresh(keys.training);

  const takeRow = (row: DeskRow): void => {
    arriving = withRow(arriving, row);
    const known = queries.getQueryData<RowsState>(keys.rows);
    const before = known?.rows.find(({ id }) => id === row.id) ?? null;
    if (known) queries.setQueryData<RowsState>(keys.rows, { ...known, rows: withRow(known.rows, row) });
    onRow(row, before);
  };
  return {
    onEvent: (event) => {
      switch (event.type) {
        case 'hello':
          void queries.invalidateQueries();
          return;
        case 'row':
          takeRow(event.row);
          return;
        case 'desk':
          refreshPatron();
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
        case 'training':
          refreshTraining();
          return;
      }
    },
    fetchRows: async () => {
      arriving = [];
      const { rows, today } = await api.desk.state();
      return { rows: arriving.toReversed().reduce(withRow, rows), today };
    },
  };
}

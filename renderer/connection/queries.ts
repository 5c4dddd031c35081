import { useQuery } from '@tanstack/react-query';
import { usePage } from '../ui/page-context.tsx';
import type { StationApi } from './connect.ts';
import type { RowsState } from './station-cache.ts';
import { keys } from './keys.ts';

export function useApi(): StationApi {
  return usePage().connection.api;
}

export function useInfo() {
  const api = useApi();
  return useQuery({ queryKey: keys.info, queryFn: () => api.station.info() });
}

/** The rows of this desk, newest first, and the civil day at the library. */
export function useRows() {
  const { cache } = usePage();
  return useQuery({ queryKey: keys.rows, queryFn: () => cache.fetchRows() });
}

/** The civil day at the library, `YYYY-MM-DD`; empty until it is known. Does not follow the rows. */
export function useToday(): string {
  const { cache } = usePage();
  const { data } = useQuery({ queryKey: keys.rows, queryFn: () => cache.fetchRows(), select: dayOf });
  return data ?? '';
}

function dayOf({ today }: RowsState): string {
  return today;
}

/** The reader at the desk, or null. */
export function usePatron() {
  const api = useApi();
  return useQuery({ queryKey: keys.patron, queryFn: () => api.desk.patron() });
}

export function useDevices() {
  const api = useApi();
  return useQuery({ queryKey: keys.devices, queryFn: () => api.devices.list() });
}

export function useSync() {
  const api = useApi();
  return useQuery({ queryKey: keys.sync, queryFn: () => api.sync.status() });
}

export function useSlips() {
  const api = useApi();
  return useQuery({ queryKey: keys.slips, queryFn: () => api.printing.slips() });
}

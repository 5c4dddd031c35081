import { useQuery } from '@tanstack/react-query';
import type { DeskMode, DeskPatron } from '../../contract/workstation/desk.ts';
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

/** What is switched on at this desk; undefined until it is known. Does not follow the rows. */
export function useMode(): DeskMode | undefined {
  const { cache } = usePage();
  return useQuery({ queryKey: keys.rows, queryFn: () => cache.fetchRows(), select: modeOf }).data;
}

function modeOf({ mode }: RowsState): DeskMode {
  return mode;
}

/** The reader at the desk, or null. */
export function usePatron() {
  const api = useApi();
  return useQuery({ queryKey: keys.patron, queryFn: () => api.desk.patron() });
}

/** Id of the reader at the desk, or null. Does not follow what the reader has. */
export function usePatronId(): string | null {
  const api = useApi();
  const { data } = useQuery({ queryKey: keys.patron, queryFn: () => api.desk.patron(), select: idOf });
  return data ?? null;
}

function idOf(open: DeskPatron | null): string | null {
  return open?.patron.id ?? null;
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

/** Copies whose RFID tags do not say what they should. */
export function useUnwrittenTags() {
  const api = useApi();
  return useQuery({ queryKey: keys.unwrittenTags, queryFn: () => api.devices.unwrittenTags() });
}

/** The cash drawer of this station. */
export function useDrawer() {
  const api = useApi();
  return useQuery({ queryKey: keys.drawer, queryFn: () => api.money.drawer() });
}

/** Transfers that readers reported and no bank statement has shown yet. */
export function useReported() {
  const api = useApi();
  return useQuery({ queryKey: keys.reported, queryFn: () => api.money.reported() });
}

/** What stands on the hold shelf of this library. */
export function useShelf() {
  const api = useApi();
  return useQuery({ queryKey: keys.shelf, queryFn: () => api.holds.shelf() });
}

/** What facts disagree about at this library. */
export function useExceptions() {
  const api = useApi();
  return useQuery({ queryKey: keys.exceptions, queryFn: () => api.exceptions.list() });
}

/** Loans of this library that their policy counts as lost by now. */
export function useLongOverdue() {
  const api = useApi();
  return useQuery({ queryKey: keys.longOverdue, queryFn: () => api.loans.longOverdue() });
}

/** Every version of the policies, and the values their rules can ask about. */
export function usePolicy() {
  const api = useApi();
  return useQuery({ queryKey: keys.policy, queryFn: () => api.policy.overview() });
}

export function useCalendar() {
  const api = useApi();
  return useQuery({ queryKey: keys.calendar, queryFn: () => api.calendar.get() });
}

export function useTemplates() {
  const api = useApi();
  return useQuery({ queryKey: keys.templates, queryFn: () => api.templates.overview() });
}

/** A title with its copies and who waits for it. */
export function useTitle(biblio: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: keys.title(biblio ?? ''),
    queryFn: () => api.catalogue.title({ biblio: biblio ?? '' }),
    enabled: biblio !== null,
  });
}

import type { QueryClient } from '@tanstack/react-query';
import type { DeskPatron, ItemSummary, TitleDetail } from '../../contract/workstation/desk.ts';
import { keys } from '../connection/keys.ts';
import type { RowsState } from '../connection/station-cache.ts';

/**
 * A copy the page has shown already: in a row, among the reader's loans, or in a title. Whatever opens a copy has
 * shown it, so nothing has to be asked for just to know its title; null when it is none of them.
 */
export function knownItem(queries: QueryClient, id: string): ItemSummary | null {
  const rows = queries.getQueryData<RowsState>(keys.rows)?.rows ?? [];
  const patron = queries.getQueryData<DeskPatron | null>(keys.patron) ?? null;
  const loans = [...(patron?.loans ?? []), ...(patron?.history ?? [])];
  const titles = queries.getQueriesData<TitleDetail | null>({ queryKey: keys.titleDetails });
  const items = [
    ...rows.map(({ item }) => item),
    ...loans.map(({ item }) => item),
    ...titles.flatMap(([, title]) => title?.copies.map(({ item }) => item) ?? []),
  ];
  return items.find((item) => item?.id === id) ?? null;
}

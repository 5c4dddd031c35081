import type { ReactNode } from 'react';
import { createContext, use, useSyncExternalStore } from 'react';
import type { Connection } from '../connection/connect.ts';
import type { StationCache } from '../connection/station-cache.ts';
import type { SoundPlayer } from '../desk/sound/player.ts';
import type { Notices } from '../desk/rows/notices.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

/** What `main.tsx` made once and every part of the page may use. */
export interface Page {
  readonly connection: Connection;
  readonly cache: StationCache;
  readonly settings: Store<Settings>;
  readonly sounds: SoundPlayer;
  readonly notices: Notices;
}

const PageContext = createContext<Page | null>(null);

export function PageProvider({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return <PageContext value={page}>{children}</PageContext>;
}

export function usePage(): Page {
  const page = use(PageContext);
  if (page === null) throw new Error('usePage outside of PageProvider');
  return page;
}

/** The value of a store, followed. */
export function useStore<T>(store: Store<T>): T {
  // The same where nothing changes: a part of the page drawn as text.
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** The settings and a function that changes some of them. */
export function useSettings(): readonly [Settings, (change: Partial<Settings>) => void] {
  const { settings } = usePage();
  return [useStore(settings), (change) => settings.set({ ...settings.get(), ...change })];
}

import { ordinaryMode } from '../../contract/workstation/desk.ts';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import type { ScanAnswer } from '../services/circulation/act.ts';
import { actOnScan } from '../services/circulation/act.ts';
import type { DeskContext } from '../services/desk-context.ts';
import type { LibraryKey } from '../services/patrons/library-key.ts';
import { libraryKey } from '../services/patrons/library-key.ts';
import { stationClock } from '../services/station-clock.ts';
import type { Store } from '../store/store.ts';
import { here } from './small-library.ts';

/** A key for tests; nothing real is ever sealed with it. */
export const testKey: LibraryKey = libraryKey(new Uint8Array(32).fill(7));

export function testContext(store: Store): DeskContext {
  return {
    store,
    clock: stationClock('Asia/Ho_Chi_Minh'),
    library: here,
    desk: 'Quầy 1',
    actor: 'nv-1',
    permissions: 'all',
    timeZone: 'Asia/Ho_Chi_Minh',
    codes: defaultCodePatterns,
  };
}

/** Scans a code at a desk over `store`, with the reader `patron` or with none. */
export function scanAt(store: Store, text: string, patron: string | null): ScanAnswer {
  return actOnScan(testContext(store), testKey, { text, patron, mode: ordinaryMode });
}

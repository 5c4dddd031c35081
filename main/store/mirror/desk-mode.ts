import type { DeskMode } from '../../../contract/workstation/desk.ts';
import { deskModeSchema, ordinaryMode } from '../../../contract/workstation/desk.ts';
import type { Sqlite } from '../sqlite.ts';

/** What staff have switched on at the desk. Kept so that a restart does not silently switch it off. */
export interface DeskModeStore {
  get(): DeskMode;
  set(mode: DeskMode): void;
}

export function deskModeOver(db: Sqlite): DeskModeStore {
  const select = db.prepare<[], { mode: string }>('select mode from desk_mode');
  const put = db.prepare('insert or replace into desk_mode values (1, ?)');
  return {
    get: () => {
      const row = select.get();
      const read = deskModeSchema.safeParse(row ? JSON.parse(row.mode) : null);
      return read.success ? read.data : ordinaryMode;
    },
    set: (mode) => void put.run(JSON.stringify(mode)),
  };
}

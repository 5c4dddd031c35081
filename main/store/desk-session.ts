import type { Instant } from '../../domain/facts/fact.ts';
import type { Sqlite } from './sqlite.ts';

export interface RememberedPatron {
  readonly patron: string;
  /** When the desk last said so. */
  readonly at: Instant;
}

/** Whose session is open at the desk. It lives in `journal.db`: a damaged mirror must not end it. */
export interface DeskSession {
  remember(patron: string, at: Instant): void;
  forget(): void;
  remembered(): RememberedPatron | null;
}

export function deskSessionOver(db: Sqlite): DeskSession {
  const put = db.prepare('insert or replace into desk_session values (1, ?, ?)');
  const clear = db.prepare('delete from desk_session');
  const select = db.prepare<[], RememberedPatron>('select patron, at from desk_session');
  return {
    remember: (patron, at) => void put.run(patron, at),
    forget: () => void clear.run(),
    remembered: () => select.get() ?? null,
  };
}

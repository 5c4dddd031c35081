import type { DeskView } from '../../domain/circulation/view.ts';
import type { OwnPatterns } from '../../domain/identifiers/default-patterns.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { FactContext } from '../store/journal/journal.ts';
import type { Store } from '../store/store.ts';
import type { StationClock } from './station-clock.ts';

/** Which desk acts, and everything it acts on. */
export interface DeskContext {
  readonly store: Store;
  readonly clock: StationClock;
  readonly library: string;
  readonly desk: string;
  readonly actor: string;
  readonly permissions: readonly Permission[] | 'all';
  /** IANA zone of the library. */
  readonly timeZone: string;
  /** How this library numbers its cards and copies. */
  readonly codes: OwnPatterns;
}

/** The view a decision made now at this desk is given. */
export function viewNow({ store, clock, library, actor, permissions, timeZone }: DeskContext): DeskView {
  return store.views({
    now: clock.now(),
    today: clock.today(),
    timeZone,
    library,
    station: store.journal.station,
    actor: { id: actor, permissions },
  });
}

/** What a fact made now at this desk carries besides its body. `policy` is the version that decided. */
export function factContext(context: DeskContext, policy: string | null): FactContext {
  const { epoch, cursor } = context.store.feed.state();
  return {
    at: context.clock.now(),
    clock: context.clock.evidence(),
    actor: context.actor,
    desk: context.desk,
    basis: { epoch, cursor, policy },
  };
}

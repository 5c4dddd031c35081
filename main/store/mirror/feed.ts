import type { Instant } from '../../../domain/facts/fact.ts';
import type { Entity, EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Sqlite } from '../sqlite.ts';
import { rowTables } from './schema.ts';

export interface FeedState {
  readonly epoch: string | null;
  readonly cursor: number;
  /** Facts of this station after this sequence are overlaid; the rows hold those before, or will bring them. */
  readonly includes: number;
  /** When the mirror last held everything the province had; null before the first time. */
  readonly freshAt: Instant | null;
}

/** A row this version can read, or one it keeps for a later version. */
export type FeedRow =
  | { readonly known: true; readonly row: EntityRow }
  /** The province says that a row is no more. */
  | { readonly known: true; readonly row: null; readonly entity: Entity; readonly id: string }
  | {
      readonly known: false;
      readonly pos: number;
      readonly entity: string;
      readonly id: string;
      readonly row: string;
      /** Oldest protocol that understands it; the first when absent. */
      readonly min?: number;
    };

export interface FeedStore {
  state(): FeedState;
  setState(state: FeedState): void;
  park(row: FeedRow & { known: false }): void;
  /**
   * Empties everything that came from the province, which has confirmed this station's facts up to `acked`:
   * those come back with the rows. Overlaid on no rows they would show loans as open that another desk has
   * closed long ago. Facts after `acked` stay visible: they are only here. The overlay has to be rebuilt after it.
   */
  clear(acked: number): void;
  /**
   * Says whose journal `includes` counts in. Where it was another incarnation's, nothing of this one is included
   * yet: the program may have stopped between the fork of the journal and this.
   */
  adopt(journal: { readonly incarnation: string; readonly forked: boolean }): void;
  /** Incarnation of the journal whose sequences `includes` counts. */
  incarnation(): string;
}

export function feedOver(db: Sqlite): FeedStore {
  const select = db.prepare<[], FeedState>(
    'select epoch, cursor, includes, fresh_at as freshAt from feed_state',
  );
  const update = db.prepare('update feed_state set epoch = ?, cursor = ?, includes = ?, fresh_at = ?');
  const park = db.prepare('insert or replace into parked values (?, ?, ?, ?, ?)');
  const settingsChanged = db.prepare('update setting_version set version = version + 1');
  const owner = db.prepare<[], { inc: string }>('select inc from feed_state');
  const own = db.prepare('update feed_state set inc = ?, forked = ?');
  return {
    state: () => select.get() ?? { epoch: null, cursor: 0, includes: 0, freshAt: null },
    setState: (state) => void update.run(state.epoch, state.cursor, state.includes, state.freshAt),
    park: (row) => void park.run(row.pos, row.entity, row.id, row.row, row.min ?? 1),
    clear: (acked) => {
      db.exec(rowTables.map((table) => `delete from ${table};`).join('\n'));
      settingsChanged.run();
      update.run(null, 0, acked, null);
    },
    incarnation: () => owner.get()?.inc ?? '',
    adopt: ({ incarnation, forked }) => {
      const known = owner.get()?.inc ?? '';
      if (known === incarnation) return;
      own.run(incarnation, forked ? 1 : 0);
      if (known !== '') db.exec('update feed_state set includes = 0');
      settingsChanged.run();
    },
  };
}

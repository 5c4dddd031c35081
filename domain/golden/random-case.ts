import { civilDateAt } from '../calendar/calendar.ts';
import type { Loan } from '../circulation/loan.ts';
import { at } from '../demo/random.ts';
import type { Instant } from '../facts/fact.ts';
import { checks } from '../policy/checks.ts';
import type { Rows } from '../world/rows.ts';

/** One step of a story: whole numbers that choose what is done to what. */
export interface Picks {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** As much of a `World` as choosing takes. */
interface Shown {
  readonly rows: Pick<Rows, 'all' | 'get'>;
}

export interface Case {
  /** The rows that the step may be about: of a library in memory, or of what a station shows. */
  readonly world: Shown;
  readonly library: string;
  readonly now: Instant;
  /** Number of the step: makes the ids of new things. */
  readonly step: number;
  readonly picks: Picks;
}

export function ids(
  world: Shown,
  entity: 'item' | 'patron' | 'loan' | 'hold' | 'charge' | 'payment',
): readonly string[] {
  return world.rows
    .all(entity)
    .map(({ id }) => id)
    .sort();
}

export function one(list: readonly string[], index: number): string {
  return list.length === 0 ? 'nobody' : at(list, index % list.length);
}

/** Mostly one of those that the step is about; at times any, also one that it makes no sense for. */
export function likely(
  of: Case,
  entity: 'item' | 'loan' | 'hold' | 'charge' | 'payment',
  preferred: readonly string[],
): string {
  const { world, picks } = of;
  return one(preferred.length === 0 || picks.c % 8 === 7 ? ids(world, entity) : preferred, picks.a);
}

export const item = ({ world, picks }: Case): string => one(ids(world, 'item'), picks.a);

/** Copies that something has happened to. */
export const itemAway = (of: Case): string =>
  likely(
    of,
    'item',
    of.world.rows.all('item-state').flatMap(({ id, state }) => (state.status === 'available' ? [] : [id])),
  );

export const loanOf = (of: Case, wanted: (loan: Loan) => boolean): string =>
  likely(
    of,
    'loan',
    of.world.rows
      .all('loan')
      .filter(wanted)
      .map(({ id }) => id),
  );
export const patron = ({ world, picks }: Case): string => one(ids(world, 'patron'), picks.b);
export const today = ({ now }: Case): string => civilDateAt(now, 'Asia/Ho_Chi_Minh');

/** Every yes there is, or none. */
export const answers = ({ picks }: Case) => (picks.c % 2 === 0 ? checks : []);

import { randomUUIDv7 } from 'node:crypto';
import { StoreRefused } from '../refused.ts';
import type { Sqlite } from '../sqlite.ts';

/** One life of a journal: sequences from 1 over the entries after `base`. */
interface Incarnation {
  readonly inc: string;
  /** Entry of the incarnation's sequence 0. */
  readonly base: number;
  /** Its first facts, this many, stand in earlier incarnations too: they were taken over in a fork. */
  readonly copied: number;
}

/** A life that a fork has ended. */
interface PastIncarnation extends Incarnation {
  /** Facts up to here were confirmed in it; those after it stand in a later one, under the same ids. */
  readonly confirmed: number;
  /** Of those, what the province holds in its present life. */
  readonly acked: number;
}

/** Which incarnations this journal file has had. */
export interface Incarnations {
  readonly station: string;
  present(): Incarnation;
  /** Oldest first. */
  past(): readonly PastIncarnation[];
  /** Ends the present one, of which `confirmed` facts were confirmed. Must run inside a transaction. */
  begin(next: Incarnation, confirmed: number): void;
  /** The province may hold more of it than we confirmed: the other copy has gone on under this name. */
  setPastAck(inc: string, acked: number): void;
  /** Nothing of it is sent under its own name any more. */
  giveUp(inc: string): void;
  /** The province began another life: whether it still holds what it confirmed has to be asked again. */
  doubtPast(): void;
}

/** Reads whose journal file this is. A new file gets a random incarnation. Throws LT-3108 for another station's. */
export function incarnationsOver(db: Sqlite, station: string): Incarnations {
  db.prepare(
    'insert into identity(one, station, incarnation, base) values (1, ?, ?, 0) on conflict do nothing',
  ).run(station, randomUUIDv7());
  const owner = db.prepare<[], { station: string }>('select station from identity').get()?.station ?? '';
  if (owner !== station) throw new StoreRefused('LT-3108', { owner, station });
  const select = db.prepare<[], Incarnation>('select incarnation as inc, base, copied from identity');
  const selectPast = db.prepare<[], PastIncarnation>(
    'select inc, base, copied, confirmed, acked from past_incarnation order by base',
  );
  const end = db.prepare(
    `insert into past_incarnation(inc, base, copied, confirmed, acked)
     select incarnation, base, copied, ?, ? from identity`,
  );
  const begin = db.prepare('update identity set incarnation = ?, base = ?, copied = ?');
  const setAck = db.prepare('update past_incarnation set acked = min(?, confirmed) where inc = ?');
  const giveUp = db.prepare('update past_incarnation set confirmed = 0, acked = 0 where inc = ?');
  const doubt = db.prepare('update past_incarnation set acked = 0');
  return {
    station,
    // Read each time: a fork that is rolled back must leave nothing behind.
    present: () => select.get() ?? { inc: '', base: 0, copied: 0 },
    past: () => selectPast.all(),
    begin(next, confirmed) {
      end.run(confirmed, confirmed);
      begin.run(next.inc, next.base, next.copied);
    },
    setPastAck: (inc, acked) => void setAck.run(acked, inc),
    giveUp: (inc) => void giveUp.run(inc),
    doubtPast: () => void doubt.run(),
  };
}

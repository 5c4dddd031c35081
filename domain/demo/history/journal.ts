import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Fact, FactDraft, Instant } from '../../facts/fact.ts';
import { factVersions } from '../../facts/fact.ts';
import { demoPolicySet } from '../policies.ts';
import { demoOffset, demoStaff } from '../staff.ts';
import { demoUuid } from '../uuid.ts';

/** The station at which the demonstration's past was recorded. It belongs to no computer. */
export const demoStation = { id: 'ST-DEMO', inc: demoUuid('station', 1, 0), desk: 'Quầy 1' } as const;

const noon = 12 * 60;
/** Milliseconds that two acts at one desk are apart at least. */
const shortestAct = 4_200;

/** A day and the minute of it. */
export interface Minute {
  readonly day: CivilDate;
  readonly minute: number;
}

/** A moment at which the station acts, and who does. */
export interface Moment extends Minute {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly now: Instant;
  readonly actor: string;
}

/** A journal that numbers from 1. Its time goes on from act to act; the facts of one act share theirs. */
interface Journal {
  /** When an act at that minute would happen: then, or as soon as the act before it is over. */
  next(minute: Minute): Moment;
  record(moment: Moment, drafts: readonly FactDraft[]): readonly Fact[];
}

export function makeJournal(seed: number): Journal {
  let seq = 0;
  let last = 0;
  return {
    next: ({ day, minute }) => {
      const at = Math.max(last + shortestAct + ((seq * 733) % 9_000), midnight(day) + minute * 60_000);
      const now = instantOf(at);
      return { day, minute, at, now, actor: minute < noon ? demoStaff.morning : demoStaff.afternoon };
    },
    record: (moment, drafts) => {
      last = moment.at;
      return drafts.map((draft) => {
        seq += 1;
        return factOf(draft, moment, seq, seed);
      });
    },
  };
}

function factOf(draft: FactDraft, { day, at, now, actor }: Moment, seq: number, seed: number): Fact {
  const envelope = {
    v: 1,
    id: draft.id ?? demoUuid('fact', seq, seed, at),
    station: demoStation.id,
    inc: demoStation.inc,
    seq,
    kv: factVersions[draft.kind],
    at: now,
    clock: { boot: `boot-${day}`, mono: at - midnight(day), offset: 0 },
    actor,
    desk: demoStation.desk,
    basis: { epoch: null, cursor: 0, policy: demoPolicySet.version },
  } as const;
  return { ...envelope, ...draft, id: envelope.id };
}

function midnight(day: CivilDate): number {
  return Temporal.Instant.from(`${day}T00:00:00${demoOffset}`).epochMilliseconds;
}

function instantOf(moment: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment).toString({
    timeZone: demoOffset,
    smallestUnit: 'millisecond',
  });
}

import { Temporal } from 'temporal-polyfill';
import type { Fact, Instant } from '../../facts/fact.ts';
import { factVersions } from '../../facts/fact.ts';
import { demoPolicySet } from '../policies.ts';
import { demoUuid } from '../uuid.ts';
import type { Journal } from './ledger.ts';

/** The station at which the demonstration's past was recorded. It belongs to no computer. */
const demoStation = { id: 'ST-DEMO', inc: demoUuid('station', 1, 0), desk: 'Quầy 1' } as const;

/** Two members of staff by turns: mornings and afternoons. */
const staff = { morning: 'thu-thu-sang', afternoon: 'thu-thu-chieu' } as const;
const noon = 12 * 60;

/** Vietnam has had this one offset since 1975. */
const offset = '+07:00';

/** Milliseconds that two acts at one desk are apart at least. */
const shortestAct = 4_200;

/** A journal that numbers from 1 and never lets time stand still. */
export function makeJournal(seed: number): Journal {
  let seq = 0;
  let last = 0;
  return (decision, today, minute) => {
    const [draft] = decision.facts;
    if (!draft) return null;
    seq += 1;
    const opening = momentOf(`${today}T00:00:00${offset}`);
    const moment = Math.max(last + shortestAct + ((seq * 733) % 9_000), opening + minute * 60_000);
    last = moment;
    const envelope = {
      v: 1,
      id: demoUuid('fact', seq, seed, moment),
      station: demoStation.id,
      inc: demoStation.inc,
      seq,
      kv: factVersions[draft.kind],
      at: instantOf(moment),
      clock: { boot: `boot-${today}`, mono: moment - opening, offset: 0 },
      actor: minute < noon ? staff.morning : staff.afternoon,
      desk: demoStation.desk,
      basis: { epoch: null, cursor: 0, policy: demoPolicySet.version },
    } as const;
    const fact: Fact = { ...envelope, ...draft };
    return fact;
  };
}

function momentOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function instantOf(moment: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment).toString({
    timeZone: offset,
    smallestUnit: 'millisecond',
  });
}

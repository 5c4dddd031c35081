import type { Kysely } from 'kysely';
import type { PointSpacing } from '../../domain/facts/fold-point.ts';
import { usualSpacing } from '../../domain/facts/fold-point.ts';
import { pushLimits } from '../../contract/sync/protocol.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { IngestResult, IntakeParts } from './ingest.ts';
import { ingestTogether } from './ingest.ts';
import type { Push } from './intake-view.ts';

/** Takes in pushes as they come: those that come while others are being taken in go together, in their order. */
export type IntakeQueue = (push: Push) => Promise<IngestResult>;

interface Waiting {
  readonly push: Push;
  readonly resolve: (result: IngestResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The queue of one server. What pushes wait for is the lock of the feed and the disk, so those that wait share one
 * transaction. `now` is the server's clock in ms.
 */
export function intakeQueue(
  db: Kysely<ProvinceSchema>,
  now: () => number,
  spacing: PointSpacing = usualSpacing,
): IntakeQueue {
  let waiting: readonly Waiting[] = [];
  let busy = false;
  const work = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = nextGroup(waiting);
      waiting = waiting.filter((one) => !group.includes(one));
      await serve({ db, spacing }, group, now());
    }
    busy = false;
  };
  return (push) =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { push, resolve, reject }];
      if (!busy) void work();
    });
}

/** As many as make one large push together, one of each station: its next one follows from what becomes of this one. */
function nextGroup(waiting: readonly Waiting[]): readonly Waiting[] {
  const group = new Map<string, Waiting>();
  let facts = 0;
  for (const one of waiting) {
    const { station } = one.push.journal;
    facts += one.push.facts.length;
    if (group.size > 0 && facts > pushLimits.facts) break;
    if (!group.has(station)) group.set(station, one);
  }
  return [...group.values()];
}

/** Never rejects. When a group fails, each push has its own try: one that cannot be taken in harms no other. */
async function serve(into: IntakeParts, group: readonly Waiting[], received: number): Promise<void> {
  try {
    const results = await ingestTogether(
      into,
      group.map(({ push }) => push),
      received,
    );
    for (const [place, { resolve, reject }] of group.entries()) {
      const result = results[place];
      if (result) resolve(result);
      else reject(new Error('a push has no result'));
    }
  } catch (error) {
    const [only, ...others] = group;
    if (only && others.length === 0) only.reject(error);
    else await Promise.all(group.map((one) => serve(into, [one], received)));
  }
}

import { isDeepStrictEqual } from 'node:util';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { keptStreams } from '../../province/projection/fact-streams.ts';
import { rowKey } from '../../province/projection/held-rows.ts';
import { refold } from '../../province/projection/refold.ts';
import { readFact } from '../../province/sync/read-fact.ts';
import { difference } from './broken.ts';
import type { HeldEntry, Holdings } from './holdings.ts';

/** How far into the future a clock is believed (architecture §2.4), ms. */
const believedAhead = 5 * 60_000;

/**
 * Where the journals say their facts stand in time: the desk's clock as corrected, not before the journal's last
 * fact, not more than five minutes after it was received. Written down again here, so that two say the same.
 */
function effectiveTimes(entries: readonly HeldEntry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const inOrder = [...entries].sort((a, b) => a.received - b.received);
  const last = new Map<string, number>();
  for (const { station, inc, factId, bytes, received } of inOrder) {
    const { at, clock } = factEnvelopeSchema.parse(JSON.parse(bytes));
    const journal = `${station}/${inc}`;
    const told = Math.min(Math.round(Date.parse(at) + (clock.offset ?? 0)), received + believedAhead);
    const effective = times.get(factId) ?? Math.max(last.get(journal) ?? 0, told);
    last.set(journal, Math.max(last.get(journal) ?? 0, effective));
    times.set(factId, effective);
  }
  return times;
}

/** Every fact of the journals that this version reads, placed in time. */
export function placedFacts({ entries }: Holdings): readonly PlacedFact[] {
  const times = effectiveTimes(entries);
  const seen = new Set<string>();
  return [...entries]
    .sort((a, b) => a.received - b.received)
    .flatMap(({ factId, bytes }) => {
      if (seen.has(factId)) return [];
      seen.add(factId);
      const fact = readFact(factEnvelopeSchema.parse(JSON.parse(bytes)));
      return fact ? [{ fact, effective: times.get(factId) ?? 0 }] : [];
    });
}

/** I3 and I10: rows and exceptions are what all facts give when they are folded at once. */
export function followsFromFacts(held: Holdings): {
  readonly rows: readonly string[];
  readonly exceptions: readonly string[];
} {
  const facts = placedFacts(held);
  const streams = new Set(facts.flatMap(({ fact }) => keptStreams(fact)));
  const { published, exceptions } = held;
  const wanted = refold(streams, { facts, published, projected: [], exceptions: [] });
  const rows = new Map(
    wanted.projected.map((one) => [rowKey(one), JSON.parse(JSON.stringify(one.row)) as unknown]),
  );
  const there = new Map(held.projection.map((one) => [rowKey(one), one.row]));
  const opened = new Set(wanted.opened.map(({ id }) => id));
  const open = new Set(exceptions.flatMap(({ id, stream }) => (stream === null ? [] : [id])));
  const unreadable = held.facts.filter(({ fact }) => fact === null).map(({ id }) => id);
  const said = exceptions.filter(({ stream }) => stream === null).map(({ id }) => id);
  const times = effectiveTimes(held.entries);
  return {
    rows: [
      ...held.facts.flatMap(({ id, effective }) =>
        times.get(id) === effective
          ? []
          : [`${id} is placed at ${effective}, its journal says ${times.get(id) ?? 0}`],
      ),
      ...[...new Set([...rows.keys(), ...there.keys()])].flatMap((key) =>
        isDeepStrictEqual(rows.get(key), there.get(key))
          ? []
          : [`${key} does not follow from the facts: ${difference(there.get(key), rows.get(key))}`],
      ),
    ],
    exceptions: [
      ...[...opened].filter((id) => !open.has(id)).map((id) => `${id} is not open`),
      ...[...open].filter((id) => !opened.has(id)).map((id) => `${id} is open without a reason`),
      ...unreadable
        .filter((id) => !said.some((one) => one.startsWith(`unreadable-fact/${id}/`)))
        .map((id) => `nobody says that ${id} cannot be read`),
    ],
  };
}

import { encodeFact } from '../../domain/facts/fact.ts';
import type { World } from '../world/world.ts';
import type { Holdings } from './holdings.ts';

/** I1 (and I8): every fact of a living journal is at the province, once, in the journal's order. */
export function exactlyOnce({ machines }: World, { entries, facts }: Holdings): readonly string[] {
  const times = new Map<string, number>();
  for (const { id } of facts) times.set(id, (times.get(id) ?? 0) + 1);
  const places = new Map<string, string[]>();
  for (const { station, inc, seq, hash } of entries) {
    const place = `${station}/${inc}/${seq}`;
    places.set(place, [...(places.get(place) ?? []), hash]);
  }
  return [
    ...[...times].flatMap(([id, count]) => (count === 1 ? [] : [`fact ${id} is there ${count} times`])),
    ...[...places].flatMap(([place, all]) =>
      all.length === 1 ? [] : [`${place} is there ${all.length} times`],
    ),
    ...machines.flatMap(({ name, running, copied }) => {
      if (!running) return [];
      if (copied && running.state() === 'forked') return [];
      const { journal, journalDb } = running.store;
      const own = journalDb.prepare<[], { id: string }>('select distinct fact_id as id from journal').all();
      const lost = own.flatMap(({ id }) =>
        times.has(id) ? [] : [`${name} recorded ${id}, which has not arrived`],
      );
      const misplaced = Array.from({ length: journal.head().seq }, (_, index) => index + 1).flatMap((seq) => {
        const [hash] = places.get(`${journal.station}/${journal.incarnation}/${seq}`) ?? [];
        if (hash === undefined) return [`fact ${seq} of ${name} has not arrived`];
        return hash === journal.hashAt(seq) ? [] : [`another fact has the place ${seq} of ${name}`];
      });
      return [...lost, ...misplaced];
    }),
  ];
}

/** I2: no fact that no station made, and none in other words. */
export function nothingInvented({ recorded }: World, { entries }: Holdings): readonly string[] {
  return entries.flatMap(({ factId, bytes, station, seq }) => {
    const fact = recorded.get(factId);
    if (!fact) return [`${station}/${seq} tells of ${factId}, which nobody recorded`];
    return fact.inc !== incOf(bytes) || encodeFact(fact) === bytes ? [] : [`${factId} came in other words`];
  });
}

function incOf(bytes: string): string {
  // The envelope of an entry has passed its schema.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (JSON.parse(bytes) as { readonly inc: string }).inc;
}

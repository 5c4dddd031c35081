import { isDeepStrictEqual } from 'node:util';
import { addDays, civilDateAt } from '../../domain/calendar/calendar.ts';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { Entity } from '../../domain/catalogue/rows.ts';
import { historyDaysKept } from '../../main/store/mirror/history.ts';
import { entityRow } from '../../province/projection/held-rows.ts';
import { isLater } from '../station/earlier-version.ts';
import type { Machine } from '../station/machine.ts';
import { shownRows } from '../station/shown-rows.ts';
import { timeZone } from '../station/run.ts';
import type { World } from '../world/world.ts';
import { difference } from './broken.ts';
import { newestLines } from './feed.ts';
import { parkingFaults } from './parked.ts';
import { seenBy } from './seen.ts';
import type { Holdings } from './holdings.ts';

/** Kinds that no fact and no import of this world changes are left out of nothing: all are compared. */
const entities = Object.keys(rowSchemas).filter(isEntity);

/** Days by which a station's clock may be ahead. */
const clockDays = 3;

/** I4: a station shows what the province holds; nothing of its own stands over it any more. */
export function stationFaults(world: World, machine: Machine, held: Holdings): readonly string[] {
  const { name, running } = machine;
  if (!running) return [];
  const { store, state } = running;
  if (machine.copied && state() === 'forked') return [];
  const shown = shownRows(store);
  const lines = newestLines(held);
  const today = civilDateAt(new Date(world.time.now()).toISOString(), timeZone);
  const forgotten = addDays(today, clockDays + 1 - historyDaysKept);
  const knows = (entity: string): boolean => isEntity(entity) && !(machine.earlier && isLater(entity));
  const there = new Map<string, unknown>(
    entities
      .filter(knows)
      .flatMap((entity) => shown.all(entity).map((row) => [`${entity}/${row.id}`, row] as const)),
  );
  const seen = seenBy(machine.library, world, held);
  const partOf = (entity: string, row: unknown): unknown => {
    const whole =
      isEntity(entity) && row !== null ? entityRow({ entity, row: asStation(entity, row) }) : null;
    return whole && seen(whole);
  };
  const wanted = new Map(
    [...lines].flatMap(([key, row]) => {
      const entity = key.slice(0, key.indexOf('/'));
      const part = knows(entity) ? partOf(entity, row) : null;
      return part === null ? [] : [[key, part] as const];
    }),
  );
  const overlaid = store.mirrorDb.prepare<[], { stream: string }>('select stream from overlay_stream').all();
  return [
    ...[...wanted].flatMap(([key, row]) => {
      const own = there.get(key);
      if (own === undefined && returnedBefore(row, forgotten)) return [];
      return isDeepStrictEqual(own, row) ? [] : [`${name} shows another ${key}: ${difference(own, row)}`];
    }),
    ...[...there.keys()]
      .filter((key) => !wanted.has(key))
      .map((key) => `${name} shows ${key}, which is gone`),
    ...parkingFaults(machine, held, { knows, partOf }),
    ...overlaid.map(({ stream }) => `${name} still has facts over ${stream}`),
  ];
}

/** As it comes through the contract. */
function asStation(entity: Entity, row: unknown): unknown {
  return rowSchemas[entity].parse(row);
}

/** A loan whose history a station may have forgotten. */
function returnedBefore(row: unknown, day: string): boolean {
  const returned = typeof row === 'object' && row !== null && 'returnedAt' in row ? row.returnedAt : null;
  return typeof returned === 'string' && civilDateAt(returned, timeZone) < day;
}

import type { Entity } from '../../domain/catalogue/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import type { Machine } from '../station/machine.ts';
import { Broken } from './broken.ts';
import type { World } from '../world/world.ts';

/** What must hold after every step of a station's engine: called with the verb that it has just called. */
export function watch(world: World, machine: Machine, verb: string): void {
  if (verb === 'acknowledge') checkAck(world, machine);
  if (verb === 'applyPage' || verb === 'clearMirror') checkOwnActs(world, machine);
}

/** I12: what a station takes for confirmed is committed at the province, in this life of it. */
function checkAck({ province }: World, machine: Machine): void {
  const { running } = machine;
  if (!running || isUnnoticedCopy(machine)) return;
  const { journal } = running.store;
  const ack = journal.ack();
  if (ack.epoch !== province.epoch()) return;
  const held = province.held(journal.station, journal.incarnation);
  if (ack.seq > held)
    throw new Broken('I12', `${machine.name} takes ${ack.seq} for confirmed, the province holds ${held}`);
}

/** I7: what was done here and is nowhere else yet is seen here. */
export function checkOwnActs(world: World, machine: Machine): void {
  const { running } = machine;
  // A full disk keeps the cache from following; the next act mends it before it decides anything.
  if (!running || isUnnoticedCopy(machine) || machine.stale) return;
  const { journal, rows } = running.store;
  // What it had confirmed and has lost since, the province gets again; until then it may know better.
  const held = Math.max(world.province.held(journal.station, journal.incarnation), journal.ack().seq);
  for (const fact of journal.factsAfter(held)) {
    if (world.undone.has(fact.id)) continue;
    if (fact.kind === 'exception.resolved' && rows.get('exception', fact.body.exception)?.resolved === null)
      throw new Broken('I7', `${machine.name} shows ${fact.body.exception} open, which was dealt with there`);
    const made = madeBy(fact);
    if (made === null || rows.get(made.entity, made.id) !== null) continue;
    throw new Broken('I7', `${machine.name} does not show its own ${fact.kind} ${fact.seq} (held: ${held})`);
  }
}

/** The row that is there as soon as the fact has happened. */
function madeBy(fact: Fact): { readonly entity: Entity; readonly id: string } | null {
  switch (fact.kind) {
    case 'loan.checked-out':
      return { entity: 'loan', id: fact.id };
    case 'hold.placed':
      return { entity: 'hold', id: fact.id };
    case 'payment.taken':
      return { entity: 'payment', id: fact.id };
    case 'message.added':
      return { entity: 'message', id: fact.id };
    case 'charge.assessed':
      return { entity: 'charge', id: fact.body.charge };
    case 'patron.registered':
      return { entity: 'patron', id: fact.body.patron.id };
    case 'drawer.opened':
      return { entity: 'drawer', id: fact.body.drawer };
    default:
      return null;
  }
}

/** What the province holds of this journal may be another computer's. */
function isUnnoticedCopy({ copied, running }: Machine): boolean {
  return copied && running?.store.journal.isForked() === false;
}

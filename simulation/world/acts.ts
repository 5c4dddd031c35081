import { checks } from '../../domain/policy/checks.ts';
import type { Command } from '../../domain/commands.ts';
import { commandByChance, makerCount } from '../../domain/golden/random-command.ts';
import { resolutionsOf } from '../../domain/exceptions/resolutions.ts';
import type { FactDraft } from '../../domain/facts/fact.ts';
import crypto from 'node:crypto';
import { Broken } from '../invariants/broken.ts';
import { shownRows } from '../station/shown-rows.ts';
import type { Machine, Running } from '../station/machine.ts';
import { factContext } from '../../main/services/desk-context.ts';
import { isExpected } from './expected.ts';
import type { World } from './world.ts';

/** Somebody at a desk does something. */
export function act(world: World, machine: Machine): void {
  attempt(world, machine, ({ verbs, store, context }) => {
    const { dice } = world;
    const picks = { op: dice.below(makerCount), a: dice.below(401), b: dice.below(401), c: dice.below(401) };
    const command = commandByChance({
      world: { rows: shownRows(store) },
      library: machine.library,
      now: context.clock.now(),
      step: world.next(),
      picks,
    });
    // What makes rows of a later kind cannot be asked of an earlier program.
    if (machine.earlier && command.do === 'add-message') return;
    verbs.act(withOwnId(command));
  });
}

/** Facts have UUIDs, and a hold has the id of its fact. */
function withOwnId(command: Command): Command {
  return command.do === 'place-hold'
    ? { ...command, hold: crypto.randomUUIDv7(), confirmed: checks }
    : command;
}

/** Somebody says what was done about facts that disagree. */
export function resolve(world: World, machine: Machine): void {
  attempt(world, machine, ({ verbs, store }) => {
    const { dice } = world;
    const open = shownRows(store)
      .all('exception')
      .filter(({ resolved }) => resolved === null);
    if (open.length === 0) return 'nothing done';
    const { id, rule } = dice.pick(open);
    const resolution = dice.pick(resolutionsOf(rule));
    verbs.act({ do: 'resolve-exception', exception: id, resolution, note: '' });
    return undefined;
  });
}

export function undoNewest(world: World, machine: Machine): void {
  attempt(world, machine, ({ verbs }) => void verbs.undo(null));
}

/** A fact in words that the province does not know yet: the station program here is of a later version. */
export function actOfLaterVersion(world: World, machine: Machine): void {
  if (machine.earlier) return;
  attempt(world, machine, ({ store, context }) => {
    store.mendOverlay();
    const patron = shownRows(store).all('patron')[0]?.id;
    if (patron === undefined) return;
    const draft: FactDraft = {
      kind: 'message.added',
      body: {
        about: { kind: 'patron', patron },
        library: machine.library,
        text: 'lời nhắn thử',
        until: null,
      },
    };
    // A context's keys go over the envelope's: this is the version that the journal writes.
    const later = { ...factContext(context, null), kv: 99 };
    const appended = store.journalDb.transaction(() => store.journal.append([draft], later))();
    store.showAct(appended.map(({ fact }) => fact));
  });
}

/** An act mends first what a full disk has kept from the mirror; `work` says when it came to none. */
function attempt(
  world: World,
  machine: Machine,
  work: (running: Running) => 'nothing done' | undefined,
): void {
  const { running } = machine;
  if (!running) return;
  const before = running.store.journal.headEntry();
  try {
    if (work(running) !== 'nothing done' && machine.full === null) machine.stale = false;
  } catch (error) {
    if (machine.running !== running) return;
    if (!isExpected(machine, error)) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new Broken('I9', `a desk could not act at ${machine.name}: ${text}`);
    }
    if (running.store.journal.headEntry() !== before)
      throw new Broken('I9', `an act that failed at ${machine.name} was recorded all the same`);
  }
  noteRecorded(world, machine);
}

/** Remembers what a station has recorded: from then on it has happened. */
export function noteRecorded({ recorded, undone }: World, { running }: Machine): void {
  if (!running) return;
  const { journal } = running.store;
  for (let entry = journal.headEntry(); entry > 0; entry -= 1) {
    const fact = journal.factAt(entry);
    if (!fact || recorded.has(fact.id)) return;
    recorded.set(fact.id, fact);
    if (fact.kind === 'act.undone') for (const id of fact.body.facts) undone.add(id);
  }
}

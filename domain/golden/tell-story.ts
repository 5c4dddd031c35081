import type { Command } from '../commands.ts';
import type { Instant } from '../facts/fact.ts';
import type { Acted, World, WorldDesk } from '../world/world.ts';
import { worldOf } from '../world/world.ts';
import type { Picks } from './random-case.ts';
import { commandByChance } from './random-command.ts';
import { firstDay, libraryByChance } from './random-library.ts';

/** One of them may do everything, one only a little. */
export const storyDesks = [
  { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } },
  {
    library: 'A',
    station: 'A2',
    actor: { id: 'nv-2', permissions: ['override:limit', 'override:same-title', 'take-money', 'holds'] },
  },
  { library: 'B', station: 'B1', actor: { id: 'nv-3', permissions: 'all' } },
] as const satisfies readonly WorldDesk[];

/** Who does what and how long after the step before. `op` counts in sixths: the sixth takes something back. */
export interface StoryStep extends Picks {
  readonly desk: number;
  readonly minutes: number;
}

/** What a step came to. `undone`: the act it took back, or wanted to; then there is no command. */
interface Told {
  readonly world: World;
  readonly desk: WorldDesk;
  readonly now: Instant;
  readonly command: Command | null;
  readonly undone: Acted | null;
  readonly acted: Acted;
}

interface Listener {
  /** Before a command is acted on. */
  readonly before?: (world: World, desk: WorldDesk, now: Instant, command: Command | null) => void;
  readonly after?: (told: Told) => void;
}

/** Tells a story by chance to the rules, from a morning on which every desk opens its drawer. */
export function tellStory(
  seed: number,
  story: readonly StoryStep[],
  { before, after }: Listener = {},
): World {
  const world = worldOf(libraryByChance(seed));
  const tell = (desk: WorldDesk, now: Instant, command: Command): void => {
    before?.(world, desk, now, command);
    const acted = world.act(desk, now, command);
    told.push(acted);
    after?.({ world, desk, now, command, undone: null, acted });
  };
  const told: Acted[] = [];
  let time = Date.parse(`${firstDay}T07:30:00+07:00`);
  for (const desk of storyDesks) {
    time += 1;
    tell(desk, instantOf(time), { do: 'open-drawer', drawer: `d-${desk.station}`, float: 500_000 });
  }
  for (const [index, { desk: at, minutes, ...picks }] of story.entries()) {
    // Two desks never act in the same millisecond here: which of them was first nobody could say.
    time += minutes * 60_000 + 1;
    const now = instantOf(time);
    const desk = storyDesks[at % storyDesks.length] ?? storyDesks[0];
    const undone = picks.op % 6 === 5 ? (told[told.length - 1 - (picks.a % 5)] ?? null) : null;
    if (undone) {
      before?.(world, desk, now, null);
      const acted = world.undo(desk, now, undone.act);
      told.push(acted);
      after?.({ world, desk, now, command: null, undone, acted });
    } else {
      const of = {
        world,
        library: desk.library,
        now,
        step: index,
        picks: { ...picks, op: Math.floor(picks.op / 6) },
      };
      tell(desk, now, commandByChance(of));
    }
  }
  return world;
}

function instantOf(milliseconds: number): Instant {
  return `${new Date(milliseconds + 7 * 3_600_000).toISOString().slice(0, 23)}+07:00`;
}

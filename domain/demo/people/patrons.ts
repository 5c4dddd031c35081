import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { DemoLibraryCode } from '../libraries.ts';
import { demoLibraries } from '../libraries.ts';
import type { DemoOptions } from '../options.ts';
import type { Dice } from '../random.ts';
import { at, diceFor } from '../random.ts';
import { demoUuid } from '../uuid.ts';
import type { Generation } from './person.ts';
import { inventPerson } from './person.ts';

/** Share of the readers that hold a card of each library, in a hundred; the rest are the school's. */
const publicShare = 62;
const forcesShare = 14;

/**
 * Card numbers start behind this: no library of the province has so many readers, so a demonstration card can
 * never be taken for a real one.
 */
const firstCard = 900_000;

interface Group {
  readonly category: string;
  readonly share: number;
  readonly generation: Generation;
}

const groups: Readonly<Record<DemoLibraryCode, readonly Group[]>> = {
  BN: [
    { category: 'thieu-nhi', share: 20, generation: 'young' },
    { category: 'hoc-sinh', share: 20, generation: 'young' },
    { category: 'sinh-vien', share: 14, generation: 'young' },
    { category: 'nguoi-lon', share: 22, generation: 'grown' },
    { category: 'giao-vien', share: 7, generation: 'grown' },
    { category: 'can-bo', share: 8, generation: 'grown' },
    { category: 'nguoi-cao-tuoi', share: 9, generation: 'old' },
  ],
  HP: [
    { category: 'hoc-sinh', share: 86, generation: 'young' },
    { category: 'giao-vien', share: 11, generation: 'grown' },
    { category: 'can-bo', share: 3, generation: 'grown' },
  ],
  ST: [
    { category: 'luc-luong-vu-trang', share: 92, generation: 'young' },
    { category: 'can-bo', share: 8, generation: 'grown' },
  ],
};

const groupPools: Readonly<Record<DemoLibraryCode, readonly Group[]>> = {
  BN: poolOf(groups.BN),
  HP: poolOf(groups.HP),
  ST: poolOf(groups.ST),
};

function poolOf(list: readonly Group[]): readonly Group[] {
  return list.flatMap((group) => Array.from({ length: group.share }, () => group));
}

/** Every fiftieth reader or so has something the desk must notice; by turns, so that each sort is there. */
const turns = 50;
const turnOf = { expired: [7, 32], blocked: [13], cardLost: [38], endsSoon: [21] } as const;

/** All readers: first those of the public library, then of the unit, then of the school. */
export function* demoPatrons({ seed, patrons, today }: DemoOptions): Generator<Patron> {
  const forces = Math.floor((patrons * forcesShare) / 100);
  const open = Math.ceil((patrons * publicShare) / 100);
  const ranges: readonly (readonly [DemoLibraryCode, number])[] = [
    ['BN', Math.min(open, patrons)],
    ['ST', forces],
    ['HP', Math.max(0, patrons - open - forces)],
  ];
  let index = 0;
  for (const [library, count] of ranges)
    for (let number = 1; number <= count; number += 1) {
      index += 1;
      yield makePatron(library, number, index, seed, today);
    }
}

function makePatron(
  library: DemoLibraryCode,
  number: number,
  index: number,
  seed: number,
  today: CivilDate,
): Patron {
  const dice = diceFor(seed, 41, index);
  const pool = groupPools[library];
  const group = at(pool, dice.below(pool.length));
  const turn = number % turns;
  return {
    id: demoUuid('patron', index, seed),
    library: demoLibraries[library].id,
    card: `${library}-${firstCard + number}`,
    name: inventPerson(dice, group.generation),
    category: group.category,
    status: has(turnOf.blocked, turn) ? 'blocked' : has(turnOf.cardLost, turn) ? 'card-lost' : 'active',
    expires: expiry(library, turn, dice, today),
  };
}

function has(list: readonly number[], turn: number): boolean {
  return list.includes(turn);
}

/** Public cards run for a year from the day of issue; those of the school and the unit end with the term. */
function expiry(library: DemoLibraryCode, turn: number, dice: Dice, today: CivilDate): CivilDate {
  if (has(turnOf.endsSoon, turn)) return addDays(today, dice.between(3, 6));
  const expired = has(turnOf.expired, turn);
  if (library === 'BN') return addDays(today, expired ? -dice.between(1, 300) : dice.between(60, 365));
  const monthDay = library === 'HP' ? '05-31' : '12-31';
  const year = Number(today.slice(0, 4));
  const next = `${year}-${monthDay}` < addDays(today, 30) ? year + 1 : year;
  return `${expired ? next - 1 : next}-${monthDay}`;
}

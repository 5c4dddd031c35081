import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate } from '../../facts/fact.ts';
import { ageOn } from '../../patrons/age.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { DemoLibraryCode } from '../libraries.ts';
import { demoLibraries } from '../libraries.ts';
import type { DemoOptions } from '../options.ts';
import type { Dice } from '../random.ts';
import { at, diceFor } from '../random.ts';
import { demoUuid } from '../uuid.ts';
import type { Group } from './groups.ts';
import { groupPools } from './groups.ts';
import { blockOf, childrenBelow, papersOf } from './papers.ts';
import { inventPerson } from './person.ts';

/** Share of the readers that hold a card of each library, in a hundred; the rest are the school's. */
const publicShare = 62;
const forcesShare = 14;

/**
 * Card numbers start behind this: no library of the province has so many readers, so a demonstration card can
 * never be taken for a real one.
 */
const firstCard = 900_000;

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
      yield makePatron({ library, number, index, seed, today });
    }
}

/** Where a reader stands in the rows of all readers: everything else follows from it. */
interface Place {
  readonly library: DemoLibraryCode;
  /** Number among the readers of the library, from 1. */
  readonly number: number;
  readonly index: number;
  readonly seed: number;
  readonly today: CivilDate;
}

function makePatron(place: Place): Patron {
  const { library, number, index, seed, today } = place;
  const { dice, group } = groupAt(place);
  const birthDate = birthDateAt(place, group);
  const guarantor = guarantorOf(place, birthDate);
  const born = guarantor !== null && dice.chance(0.6) ? guarantor.family : undefined;
  const name = inventPerson(dice, group.generation, born);
  const turn = number % turns;
  const papers = diceFor(seed, 43, index);
  return {
    id: demoUuid('patron', index, seed),
    library: demoLibraries[library].id,
    card: `${library}-${firstCard + number}`,
    name,
    category: group.category,
    expires: expiry(library, turn, dice, today),
    birthDate,
    cardLost: has(turnOf.cardLost, turn),
    block: has(turnOf.blocked, turn) ? blockOf(number, today, papers) : null,
    guarantor: guarantor?.id ?? null,
    ...papersOf(group, birthDate, today, papers),
    aliases: [],
    // What is in it only the library's own key opens, and the demonstration has none.
    sealed: null,
  };
}

function groupAt({ library, index, seed }: Place): { readonly dice: Dice; readonly group: Group } {
  const dice = diceFor(seed, 41, index);
  const pool = groupPools[library];
  return { dice, group: at(pool, dice.below(pool.length)) };
}

/** A birth date that gives an age of the group on `today`; unknown for a few grown people. */
function birthDateAt(
  { seed, index, today }: Place,
  { ages: [from, to], generation }: Group,
): CivilDate | null {
  const dice = diceFor(seed, 42, index);
  const age = dice.between(from, to);
  const day = addDays(today, -(age * 365 + Math.ceil(age / 4) + dice.below(360)));
  return generation !== 'young' && dice.chance(0.03) ? null : day;
}

/** How many readers before a child are looked at for somebody who could be a parent. */
const looks = 40;
const parentYears = 20;

/**
 * The reader who answers for a child: the nearest one before it who is old enough, so that whoever is referred to
 * has been made already. Two children after one another are brother and sister. The school knows the parents of
 * its pupils; they are no readers.
 */
function guarantorOf(
  place: Place,
  birthDate: CivilDate | null,
): { readonly id: string; readonly family: string } | null {
  const { library, number, index, seed, today } = place;
  if (library !== 'BN' || birthDate === null || ageOn(birthDate, today) >= childrenBelow) return null;
  for (let back = 1; back <= Math.min(looks, number - 1); back += 1) {
    const other = { ...place, number: number - back, index: index - back };
    const { dice, group } = groupAt(other);
    const born = group.generation === 'young' ? null : birthDateAt(other, group);
    if (born === null || ageOn(born, today) < ageOn(birthDate, today) + parentYears) continue;
    const [family = ''] = inventPerson(dice, group.generation).split(' ');
    return { id: demoUuid('patron', other.index, seed), family };
  }
  return null;
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

import type { CivilDate } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { Dice } from '../random.ts';
import { debt, lend, loanOf, payInCash, renew, takeBack } from './acts.ts';
import type { Errand } from './day.ts';
import { openMinute } from './day.ts';
import type { Minute } from './journal.ts';
import type { Copy } from './desk.ts';
import type { Fate, Stock } from './readers.ts';
import { afterRenewal, chooseCopy, comesBack, fateOf, lookFor } from './readers.ts';
import type { Station } from './station.ts';

/** What ordinary readers meet with. */
export interface Scene {
  readonly station: Station;
  readonly stock: Stock;
  readonly dice: Dice;
  /** Loans whose future is known. */
  readonly fates: Fate[];
}

/** Renewals and returns of the day. Who is charged for being late mostly pays at once. */
export function comebacks({ fates, dice, station }: Scene, day: CivilDate): readonly Errand[] {
  const due = fates.filter((fate) => (comesBack(fate) ?? '9') <= day);
  for (const fate of due) fates.splice(fates.indexOf(fate), 1);
  return due.map((fate) => ({
    minute: openMinute(dice),
    run: (when) => {
      if (fate.renewOn !== null) {
        fates.push(afterRenewal(fate, day, dice));
        renew(station, when, fate.copy);
        return;
      }
      takeBack(station, when, fate.copy);
      if (debt(station.rows, fate.reader) > 0 && dice.chance(0.7)) payInCash(station, when, fate.reader);
    },
  }));
}

/** Readers who come to borrow one to three copies, `copies` together. */
export function visits(
  scene: Scene,
  readers: readonly Patron[],
  copies: number,
  day: CivilDate,
): readonly Errand[] {
  const { dice } = scene;
  const errands: Errand[] = [];
  let left = readers.length === 0 ? 0 : copies;
  while (left > 0) {
    const reader = dice.pick(readers);
    const wants = Math.min(left, dice.between(1, 3));
    left -= wants;
    errands.push({
      minute: openMinute(dice),
      run: (when) => {
        for (const { copy, due } of borrow(scene, reader, wants, when))
          scene.fates.push(fateOf(copy, reader, day, due, dice));
      },
    });
  }
  return errands;
}

/** More than any policy of the demonstration lends. */
const everything = 20;

/** A reader who takes everything the rules allow and keeps it. */
export function collection(scene: Scene, reader: Patron): Errand {
  return {
    minute: openMinute(scene.dice),
    run: (when) => void borrow(scene, reader, everything, when),
  };
}

/** How often a reader puts a book back that cannot be had and looks for another. */
const patience = 3;

function borrow(
  { station, stock, dice }: Scene,
  reader: Patron,
  wants: number,
  when: Minute,
): readonly { readonly copy: Copy; readonly due: CivilDate }[] {
  const titles = new Set<string>();
  const taken: { readonly copy: Copy; readonly due: CivilDate }[] = [];
  let refused = 0;
  while (taken.length < wants && refused < patience) {
    const copy = chooseCopy(station.rows, stock, reader, titles, dice);
    if (!copy) break;
    titles.add(copy.biblio.id);
    const loan = lend(station, when, reader, copy);
    if (loan) taken.push({ copy, due: loan.due });
    else refused += 1;
  }
  return taken;
}

/** Minutes somebody sits over a reference book. */
const sitting = { from: 20, to: 55 } as const;

/** Reference books that are asked for at the desk and read at a table, and one that was left lying there. */
export function readingRoom({ station, stock, dice }: Scene, readers: readonly Patron[]): readonly Errand[] {
  if (readers.length === 0) return [];
  const reader = dice.pick(readers);
  const copy = lookFor(station.rows, stock.reference, new Set(), dice);
  const left = lookFor(station.rows, stock.reference, new Set(copy ? [copy.biblio.id] : []), dice);
  const minute = openMinute(dice, sitting.to);
  return [
    ...(copy
      ? [
          { minute, run: (when: Minute) => void lend(station, when, reader, copy, 'reading-room') },
          {
            minute: minute + dice.between(sitting.from, sitting.to),
            run: (when: Minute) => {
              if (loanOf(station.rows, copy)?.use === 'reading-room') takeBack(station, when, copy);
            },
          },
        ]
      : []),
    ...(left
      ? [{ minute: openMinute(dice), run: (when: Minute) => void takeBack(station, when, left, true) }]
      : []),
  ];
}

import { addDays, closedDay } from '../../calendar/calendar.ts';
import type { CivilDate, Fact } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { DemoOptions } from '../options.ts';
import type { Dice } from '../random.ts';
import { diceFor } from '../random.ts';
import type { DemoDesk } from './desk.ts';
import { demoDesk } from './desk.ts';
import { makeJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { makeLedger } from './ledger.ts';
import type { Fate, Stock } from './readers.ts';
import { afterRenewal, chooseCopy, comesBack, crowdOf, fateOf, stockOf } from './readers.ts';

/** How far back the history goes, in days. */
const daysBack = 49;
/** Loans wanted in all; a small library gets fewer. */
const loansWanted = 600;
/** The books of readers at their limit were taken in the last days, so that none is overdue. */
const atLimitDaysBack = 5;

/** Opening hours as minutes of the day: 7:30–11:30 and 13:30–16:50, when the last reader is served. */
const openings = [
  { from: 450, minutes: 240 },
  { from: 810, minutes: 200 },
] as const;

/** Something a reader comes to the desk for. */
interface Errand {
  readonly minute: number;
  readonly facts: (minute: number) => Iterable<Fact>;
}

interface Scene {
  readonly ledger: Ledger;
  readonly stock: Stock;
  readonly dice: Dice;
  /** Loans whose future is known. */
  readonly fates: Fate[];
}

/**
 * The loans of the last weeks at the public library's desk, as one station's journal (`ST-DEMO`, `seq` from 1
 * without holes): lent, renewed and returned on open days before `today`, by the rules of the domain. About 600
 * loans, four in ten still open; some of those are overdue, and some readers have all they may have.
 */
export function* demoFacts(options: DemoOptions): Generator<Fact> {
  const desk = demoDesk(options);
  const crowd = crowdOf(desk, options.today);
  const ledger = makeLedger(desk, makeJournal(options.seed));
  const scene: Scene = { ledger, stock: stockOf(desk), dice: diceFor(options.seed, 51), fates: [] };
  const days = openDays(desk, options.today);
  const wanted = Math.min(loansWanted, desk.copies.length / 3, crowd.regular.length * 3);
  let lent = 0;
  for (const [index, day] of days.entries()) {
    // Quiet weeks first, then busier ones, so that much of it is still open today.
    const goal = Math.round(wanted * ((index + 1) / days.length) ** 1.25);
    const collecting = day >= addDays(options.today, -atLimitDaysBack) ? crowd.atLimit : [];
    const errands = [
      ...comebacks(scene, day),
      ...visits(scene, crowd.regular, goal - lent, day),
      ...collecting.map((reader) => collection(scene, reader, day)),
    ].sort((a, b) => a.minute - b.minute);
    for (const { facts, minute } of errands)
      for (const fact of facts(minute)) {
        if (fact.kind === 'loan.checked-out') lent += 1;
        yield fact;
      }
  }
}

function openDays(desk: DemoDesk, today: CivilDate): readonly CivilDate[] {
  return Array.from({ length: daysBack }, (_, index) => addDays(today, index - daysBack)).filter(
    (day) => closedDay(desk.calendar, day) === null,
  );
}

function openMinute(dice: Dice): number {
  const { from, minutes } = dice.pick(openings);
  return from + dice.below(minutes);
}

/** Renewals and returns of the day. */
function comebacks(scene: Scene, day: CivilDate): readonly Errand[] {
  const { fates, dice, ledger } = scene;
  const due = fates.filter((fate) => (comesBack(fate) ?? '9') <= day);
  for (const fate of due) fates.splice(fates.indexOf(fate), 1);
  return due.map((fate) => ({
    minute: openMinute(dice),
    *facts(minute) {
      if (fate.renewOn !== null) fates.push(afterRenewal(fate, day, dice));
      const fact =
        fate.renewOn === null
          ? ledger.takeBack(fate.copy, day, minute)
          : ledger.renew(fate.reader, fate.copy, day, minute);
      if (fact) yield fact;
    },
  }));
}

/** Readers who come to borrow one to three copies, `copies` together. */
function visits(scene: Scene, readers: readonly Patron[], copies: number, day: CivilDate): readonly Errand[] {
  const { dice } = scene;
  const errands: Errand[] = [];
  let left = readers.length === 0 ? 0 : copies;
  while (left > 0) {
    const reader = dice.pick(readers);
    const wants = Math.min(left, dice.between(1, 3));
    left -= wants;
    errands.push({
      minute: openMinute(dice),
      *facts(minute) {
        for (const { fact, fate } of borrow(scene, reader, wants, day, minute)) {
          scene.fates.push(fate);
          yield fact;
        }
      },
    });
  }
  return errands;
}

/** A reader who takes everything the rules allow and keeps it. */
function collection(scene: Scene, reader: Patron, day: CivilDate): Errand {
  return {
    minute: openMinute(scene.dice),
    *facts(minute) {
      for (const { fact } of borrow(scene, reader, Infinity, day, minute)) yield fact;
    },
  };
}

function* borrow(
  { ledger, stock, dice }: Scene,
  reader: Patron,
  wants: number,
  day: CivilDate,
  minute: number,
): Generator<{ readonly fact: Fact; readonly fate: Fate }> {
  const titles = new Set<string>();
  for (let taken = 0; taken < wants; taken += 1) {
    const copy = chooseCopy(ledger, stock, reader, titles, dice);
    const fact = copy && ledger.lend(reader, copy, day, minute);
    if (!copy || fact?.kind !== 'loan.checked-out') return;
    titles.add(copy.biblio.id);
    yield { fact, fate: fateOf(copy, reader, day, fact.body.due, dice) };
  }
}

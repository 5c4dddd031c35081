import { addDays, closedDay } from '../../calendar/calendar.ts';
import type { CivilDate, Fact } from '../../facts/fact.ts';
import type { DemoOptions } from '../options.ts';
import { diceFor } from '../random.ts';
import { castOf } from './cast.ts';
import type { Appointment, Errand } from './day.ts';
import { drawerErrands } from './day.ts';
import type { DemoDesk } from './desk.ts';
import { demoDesk } from './desk.ts';
import type { Crowd } from './readers.ts';
import { crowdOf, stockOf } from './readers.ts';
import { chargeScenes } from './scenes/charges.ts';
import { depositScenes } from './scenes/deposits.ts';
import { holdScenes } from './scenes/holds.ts';
import { lossScenes } from './scenes/losses.ts';
import { messageScenes, stocktaking } from './scenes/stock.ts';
import type { Station } from './station.ts';
import { openStation } from './station.ts';
import type { Scene } from './visits.ts';
import { collection, comebacks, readingRoom, visits } from './visits.ts';

/** How far back the history goes, in days. */
const daysBack = 49;
/** Home loans wanted in all; a small library gets fewer. */
const loansWanted = 600;
/** The books of readers at their limit were taken in the last days, so that none is overdue. */
const atLimitDaysBack = 5;
/** Open days before the last one on which the drawer was short. */
const shortDrawer = 9;

/** A history that can be played once. */
interface History {
  readonly desk: DemoDesk;
  readonly station: Station;
  /** Facts while they happen. */
  play(): Generator<Fact>;
}

/**
 * The last weeks at the public library's desk, as one station's journal (`ST-DEMO`, `seq` from 1 without holes), on
 * open days before `today` and by the rules of the domain. Readers come and go by chance: about 600 home loans,
 * four in ten still open, some of those overdue, and some readers with all they may have. Among them play scenes of their
 * own (`scenes/`), so that everything a desk can meet is there: holds, charges, deposits, losses, messages.
 */
export function* demoFacts(options: DemoOptions): Generator<Fact> {
  yield* openHistory(options).play();
}

/** The same with the desk it happens at, which shows everything as it is after the facts taken so far. */
export function openHistory(options: DemoOptions): History {
  const desk = demoDesk(options);
  const station = openStation(desk, options.seed);
  return { desk, station, play: () => play(options, desk, station) };
}

function* play({ seed, today }: DemoOptions, desk: DemoDesk, station: Station): Generator<Fact> {
  const days = openDays(desk, today);
  const crowd = crowdOf(desk, today);
  const cast = castOf(station, desk, crowd, days, today, diceFor(seed, 52));
  const appointments = [
    ...holdScenes(cast.casting),
    ...chargeScenes(cast.casting),
    ...lossScenes(cast.casting),
    ...depositScenes(cast.casting),
    ...messageScenes(cast.casting),
    ...stocktaking(cast.casting),
  ];
  const scene: Scene = {
    station,
    stock: stockOf(desk.copies, cast.titles),
    dice: diceFor(seed, 51),
    fates: [],
  };
  const others = { ...crowd, regular: crowd.regular.filter(({ id }) => !cast.readers.has(id)) };
  const wanted = Math.min(loansWanted, desk.copies.length / 3, others.regular.length * 3);
  let lent = 0;
  for (const [index, day] of days.entries()) {
    // Quiet weeks first, then busier ones, so that much of it is still open today.
    const goal = Math.round(wanted * ((index + 1) / days.length) ** 1.25);
    for (const { minute, run } of errandsOf(scene, day, goal - lent, others, appointments, { days, today })) {
      run({ day, minute });
      for (const fact of station.takeFacts()) {
        if (fact.kind === 'loan.checked-out' && fact.body.use === 'home') lent += 1;
        yield fact;
      }
    }
  }
}

/** Everything that brings people to the desk on a day, in the order of the clock. */
function errandsOf(
  scene: Scene,
  day: CivilDate,
  copies: number,
  { regular, atLimit }: Crowd,
  appointments: readonly Appointment[],
  { days, today }: { readonly days: readonly CivilDate[]; readonly today: CivilDate },
): readonly Errand[] {
  const [morning, evening] = drawerErrands(scene.station, days.at(-1 - shortDrawer) ?? null);
  const collecting = day >= addDays(today, -atLimitDaysBack) ? atLimit : [];
  const errands = [
    ...comebacks(scene, day),
    ...visits(scene, regular, copies, day),
    ...readingRoom(scene, regular),
    ...collecting.map((reader) => collection(scene, reader)),
    ...appointments.filter((appointment) => appointment.day === day),
  ];
  return [morning, ...errands.sort((a, b) => a.minute - b.minute), evening];
}

function openDays(desk: DemoDesk, today: CivilDate): readonly CivilDate[] {
  return Array.from({ length: daysBack }, (_, index) => addDays(today, index - daysBack)).filter(
    (day) => closedDay(desk.calendar, day) === null,
  );
}

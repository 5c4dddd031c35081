import { addDays } from '../../../calendar/calendar.ts';
import type { AmendHold } from '../../../commands.ts';
import type { Patron } from '../../../patrons/patron.ts';
import { demoLibraries } from '../../libraries.ts';
import { lend } from '../acts.ts';
import type { Casting } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { HoldStory, Waiting } from './hold-story.ts';
import { tell } from './hold-story.ts';

const grown = ['nguoi-lon', 'can-bo', 'sinh-vien', 'nguoi-cao-tuoi'] as const;

/**
 * Every way a hold can stand: a copy that waits on the shelf, one that waits for a day only because a second reader
 * wants it too, one that nobody came for, one on its way to another library; queues of one to four readers for a
 * copy on loan; a hold for a book that stands in the open stack, one suspended, one for later, one for a very copy,
 * one collected, one cancelled. Days count back from the last open one. A reader waits for two titles at most, and
 * a borrower has three copies at most.
 */
export function holdScenes(casting: Casting): readonly Appointment[] {
  const { today } = casting;
  const reader = (): Patron | null => casting.reader(...grown);
  const [borrowerA, borrowerB, borrowerC] = [reader(), reader(), reader()];
  const [readerA, readerB, readerC] = [reader(), reader(), reader()];
  const [readerD, readerE, readerF, readerG] = [reader(), reader(), reader(), reader()];
  const stories: readonly HoldStory[] = [
    { loan: { reader: borrowerA, lent: 12, back: 2 }, waiting: [wait(reader(), 8)] },
    { loan: { reader: borrowerA, lent: 9, back: 0 }, waiting: [wait(reader(), 4), wait(readerA, 3)] },
    {
      loan: { reader: borrowerB, lent: 9 },
      waiting: [wait(readerB, 6), wait(readerC, 5), wait(readerA, 4), wait(readerD, 2)],
    },
    { waiting: [wait(readerB, 1, { wish: { note: 'Hẹn qua điện thoại' } })] },
    { loan: { reader: borrowerA, lent: 20, back: 11 }, waiting: [wait(reader(), 14)] },
    {
      loan: { reader: borrowerC, lent: 11, back: 1 },
      waiting: [wait(casting.reader('giao-vien'), 6, { wish: { pickup: demoLibraries.HP.id } })],
    },
    { loan: { reader: borrowerB, lent: 8 }, waiting: [wait(readerC, 4)] },
    { loan: { reader: borrowerB, lent: 22 }, waiting: [wait(readerD, 5), wait(readerE, 3)] },
    {
      loan: { reader: borrowerC, lent: 7 },
      waiting: [wait(readerE, 6), wait(readerF, 5), wait(readerG, 3)],
    },
    { waiting: [wait(reader(), 5, amended(casting, 0, { suspendedUntil: addDays(today, 30) }))] },
    { waiting: [wait(readerF, 3, { wish: { startsOn: addDays(today, 20) } })] },
    { loan: { reader: borrowerC, lent: 8 }, waiting: [wait(readerG, 4, { veryCopy: true })] },
    { loan: { reader: reader(), lent: 21, back: 13 }, waiting: [wait(reader(), 16, collected(casting, 10))] },
    { waiting: [wait(reader(), 12, cancelled(casting, 7))] },
  ];
  return stories.flatMap((story) => tell(casting, story));
}

type Further = Pick<Waiting, 'wish' | 'veryCopy' | 'after'>;

function wait(reader: Patron | null, held: number, further: Further = {}): Waiting {
  return { reader, held, ...further };
}

function amended({ station }: Casting, back: number, changes: AmendHold['changes']): Further {
  return { after: [back, (when, hold) => void station.act(when, { do: 'amend-hold', hold, changes })] };
}

function collected({ station }: Casting, back: number): Further {
  return { after: [back, (when, _hold, { who, copy }) => void lend(station, when, who, copy)] };
}

function cancelled({ station }: Casting, back: number): Further {
  const why = 'cancelled-by-patron';
  return { after: [back, (when, hold) => void station.act(when, { do: 'end-hold', hold, why, note: '' })] };
}

import type { Patron } from '../../../patrons/patron.ts';
import { lend, takeBack } from '../acts.ts';
import type { Casting } from '../cast.ts';
import { hasNothingBeside } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { Copy } from '../desk.ts';
import type { Minute } from '../journal.ts';

/** Thế chân: left and still needed, and given back. */
export function depositScenes(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const foreign = ({ item }: Copy): boolean => item.itemClass === 'ngoai-van' && hasNothingBeside(item);
  const [keeps, leaves] = [casting.reader('nguoi-lon', 'can-bo'), casting.reader('nguoi-lon', 'can-bo')];
  const [first, second] = [casting.copy(foreign), casting.copy(foreign)];
  const deposit = (when: Minute, patron: Patron, amount: number): void => {
    const [method, tendered, bill] = ['cash', 500_000, null] as const;
    station.act(when, { do: 'take-deposit', patron: patron.id, amount, method, tendered, bill });
  };
  return [
    ...(keeps && first
      ? [
          on(day(7), (when) => {
            deposit(when, keeps, 300_000);
            lend(station, when, keeps, first);
          }),
        ]
      : []),
    ...(leaves && second
      ? [
          on(day(18), (when) => {
            deposit(when, leaves, 250_000);
            lend(station, when, leaves, second);
          }),
          on(day(11), (when) => {
            takeBack(station, when, second);
            station.act(when, { do: 'refund-deposit', patron: leaves.id, amount: 250_000 });
          }),
        ]
      : []),
  ];
}

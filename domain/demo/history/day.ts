import { cashIn } from '../../money/drawers.ts';
import type { CivilDate } from '../../facts/fact.ts';
import type { Dice } from '../random.ts';
import type { Minute } from './journal.ts';
import type { Station } from './station.ts';

/** Opening hours as minutes of the day: 7:30–11:30 and 13:30–16:50, when the last reader is served. */
const openings = [
  { from: 450, minutes: 240 },
  { from: 810, minutes: 200 },
] as const;
const opens = 450;
/** 16:55: the drawer is counted when the last reader has gone. */
const counts = 1015;

/** Something a person comes to the desk for. */
export interface Errand {
  /** Minute of the day. */
  readonly minute: number;
  readonly run: (when: Minute) => void;
}

/** An errand whose day is known beforehand. */
export interface Appointment extends Errand {
  readonly day: CivilDate;
}

/** A minute when the desk is open, and stays so for `stay` minutes more. */
export function openMinute(dice: Dice, stay = 0): number {
  const { from, minutes } = dice.pick(openings);
  return from + dice.below(minutes - stay);
}

/** Change at hand in the morning, in đồng. */
const float = 500_000;

/** Opens the drawer in the morning and counts it in the evening; once, on `shortDay`, a note is missing. */
export function drawerErrands(station: Station, shortDay: CivilDate | null): readonly [Errand, Errand] {
  return [
    {
      minute: opens,
      run: (when) =>
        void station.act(when, { do: 'open-drawer', drawer: station.newId('drawer', when), float }),
    },
    {
      minute: counts,
      run: (when) => {
        const view = station.view(when);
        const drawer = view.openDrawer();
        if (!drawer) return;
        const expected = cashIn(drawer, view.paymentsOfDrawer(drawer.id));
        const short =
          when.day === shortDay ? { by: 1000, note: 'Thiếu 1.000 đ tiền lẻ' } : { by: 0, note: '' };
        station.act(when, {
          do: 'close-drawer',
          drawer: drawer.id,
          counted: expected - short.by,
          note: short.note,
        });
      },
    },
  ];
}

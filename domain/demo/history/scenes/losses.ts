import type { Patron } from '../../../patrons/patron.ts';
import { lend, payInCash, takeBack } from '../acts.ts';
import type { Casting } from '../cast.ts';
import { isPlainBook } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { Copy } from '../desk.ts';
import type { Minute } from '../journal.ts';

/** Copies that are lost, claimed returned or damaged, with what that costs. */
export function lossScenes(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const story = (
    lent: number,
    back: number,
    then: (when: Minute, copy: Copy, reader: Patron) => void,
  ): readonly Appointment[] => {
    const reader = casting.reader('nguoi-lon', 'can-bo');
    const copy = casting.copy(isPlainBook);
    if (!reader || !copy) return [];
    return [
      on(day(lent), (when) => void lend(station, when, reader, copy)),
      on(day(back), (when) => then(when, copy, reader)),
    ];
  };
  const mark = { decision: '', note: '', charge: null } as const;
  return [
    ...story(25, 6, (when, { item }) => {
      station.act(when, { ...mark, do: 'mark-item', item: item.id, mark: 'lost', note: 'Bạn đọc báo mất' });
    }),
    ...story(19, 5, (when, { item }) => {
      station.act(when, { ...mark, do: 'mark-item', item: item.id, mark: 'claimed-returned' });
    }),
    ...story(17, 10, (when, copy, reader) => {
      takeBack(station, when, copy);
      const { id: item } = copy.item;
      const damage = { mark: 'damaged', note: 'Rách 4 trang, ố nước', charge: 30_000 } as const;
      station.act(when, { ...mark, do: 'mark-item', item, ...damage });
      payInCash(station, when, reader);
    }),
  ];
}

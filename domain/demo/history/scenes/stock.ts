import type { MarkItem } from '../../../commands.ts';
import { isOnShelf, takeBack } from '../acts.ts';
import type { Casting } from '../cast.ts';
import { isPlainBook } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { Copy } from '../desk.ts';

/** What a stocktaking comes to, and on how many copies. Weeding needs a decision: TT 02/2020 art. 28. */
const marks = [
  { mark: 'missing', count: 3, decision: '', note: 'Kiểm kê: không thấy trên giá' },
  { mark: 'damaged', count: 3, decision: '', note: 'Kiểm kê: bong gáy' },
  { mark: 'lost', count: 2, decision: '', note: 'Kiểm kê: thiếu hai kỳ liền' },
  { mark: 'withdrawn', count: 4, decision: '27/QĐ-TVKB (minh họa)', note: 'Thanh lọc' },
] as const satisfies readonly (Pick<MarkItem, 'mark' | 'decision' | 'note'> & { readonly count: number })[];

/** A stocktaking some weeks ago; one of the missing copies has come to light since. */
export function stocktaking(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const found = marks.flatMap(({ count, ...mark }) =>
    Array.from({ length: count }, () => ({ mark, copy: casting.copy(isPlainBook) })),
  );
  const copies = found.flatMap(({ mark, copy }) => (copy ? [{ mark, copy }] : []));
  const missing = copies.find(({ mark }) => mark.mark === 'missing')?.copy;
  return [
    ...copies.map(({ mark, copy }) =>
      on(day(15), (when) => {
        if (isOnShelf(station.rows, copy))
          station.act(when, { do: 'mark-item', item: copy.item.id, charge: null, ...mark });
      }),
    ),
    ...(missing ? [on(day(4), (when) => void takeBack(station, when, missing))] : []),
  ];
}

/** Things staff should be told: about a reader, about a copy, and one that is over. */
export function messageScenes(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const [reader, other] = [casting.reader('nguoi-cao-tuoi', 'nguoi-lon'), casting.reader('nguoi-lon')];
  const copy: Copy | null = casting.copy(isPlainBook);
  return [
    ...(reader
      ? [
          on(day(2), (when) => {
            const text = 'Để quên kính ở phòng đọc; thư viện đang giữ tại quầy.';
            const about = { kind: 'patron', patron: reader.id } as const;
            station.act(when, { do: 'add-message', about, text, until: null });
          }),
        ]
      : []),
    ...(copy
      ? [
          on(day(13), (when) => {
            const text = 'Trang 35–36 đã dán lại, xem khi nhận trả.';
            const about = { kind: 'item', item: copy.item.id } as const;
            station.act(when, { do: 'add-message', about, text, until: null });
          }),
        ]
      : []),
    ...(other ? dismissed(casting, other.id) : []),
  ];
}

function dismissed({ station, on, day }: Casting, patron: string): readonly Appointment[] {
  let message: string | undefined;
  return [
    on(day(9), (when) => {
      const text = 'Bổ sung số điện thoại mới.';
      [message] = station
        .act(when, { do: 'add-message', about: { kind: 'patron', patron }, text, until: null })
        .map(({ id }) => id);
    }),
    on(day(5), (when) => {
      if (message !== undefined) station.act(when, { do: 'end-message', message });
    }),
  ];
}

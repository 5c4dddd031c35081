import type { PaymentMethod } from '../../../money/payment.ts';
import type { Patron } from '../../../patrons/patron.ts';
import { debt, lend, payInCash, takeBack } from '../acts.ts';
import type { Casting } from '../cast.ts';
import { hasNothingBeside } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { Minute } from '../journal.ts';
import { demoStation } from '../journal.ts';

/** Charges for being late and for a service, paid in every way, owed or waived; a card renewed for its fee. */
export function chargeScenes(casting: Casting): readonly Appointment[] {
  const { station } = casting;
  const cash = (when: Minute, patron: Patron): void => void payInCash(station, when, patron);
  return [
    ...lateReference(casting, { lent: 5, back: null }, () => {}),
    ...lateCoursebook(casting, () => {}),
    ...lateCoursebook(casting, cash),
    ...lateReference(casting, { lent: 9, back: 3 }, (when, patron) => void transfer(casting, when, patron)),
    ...lateReference(casting, { lent: 14, back: 8 }, (when, patron) => {
      const payment = transfer(casting, when, patron);
      // The bank statement is looked through some minutes later.
      if (payment !== null)
        station.act(when, { do: 'settle-payment', payment, status: 'received', note: '' });
    }),
    ...lateCoursebook(casting, (when, patron) => waiveAll(casting, when, patron)),
    ...photocopies(casting),
    ...cardRenewed(casting),
  ];
}

type Settle = (when: Minute, patron: Patron) => void;

/** A coursebook of the first days, back long after its month. */
function lateCoursebook(casting: Casting, settle: Settle): readonly Appointment[] {
  const { station, on, day, firstDay } = casting;
  const reader = casting.reader('sinh-vien');
  const copy = casting.copy(({ item }) => item.itemClass === 'giao-trinh' && hasNothingBeside(item));
  if (!reader || !copy) return [];
  return [
    on(firstDay(1), (when) => void lend(station, when, reader, copy)),
    on(day(3), (when) => {
      takeBack(station, when, copy);
      settle(when, reader);
    }),
  ];
}

/** A reference book in a teacher's hands, for three days by rule. */
function lateReference(
  casting: Casting,
  { lent, back }: { readonly lent: number; readonly back: number | null },
  settle: Settle,
): readonly Appointment[] {
  const { station, on, day } = casting;
  const reader = casting.reader('giao-vien');
  const copy = casting.copy(({ item }) => item.itemClass === 'tham-khao' && hasNothingBeside(item));
  if (!reader || !copy) return [];
  return [
    on(day(lent), (when) => void lend(station, when, reader, copy)),
    ...(back === null
      ? []
      : [
          on(day(back), (when) => {
            takeBack(station, when, copy);
            settle(when, reader);
          }),
        ]),
  ];
}

/** Pays by a transfer that the reader says is made; its id, or null when nothing was owed. */
function transfer({ station }: Casting, when: Minute, patron: Patron): string | null {
  const method: PaymentMethod = 'vietqr';
  const number = station.rows.all('payment').length + 1;
  const [taken] = station.act(when, {
    do: 'pay',
    patron: patron.id,
    charges: [],
    amount: debt(station.rows, patron),
    method,
    tendered: null,
    bill: `${demoStation.id.replace('-', '')}${String(number).padStart(9, '0')}`,
  });
  return taken?.id ?? null;
}

function waiveAll({ station }: Casting, when: Minute, patron: Patron): void {
  for (const charge of station.rows.all('charge').filter((row) => row.patron === patron.id))
    station.act(when, {
      do: 'waive',
      charge: charge.id,
      amount: charge.amount,
      ground: 'library-decision',
      note: 'Bạn đọc nằm viện',
    });
}

function photocopies(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const reader = casting.reader('sinh-vien', 'nguoi-lon');
  if (!reader) return [];
  return [
    on(day(6), (when) => {
      station.act(when, {
        do: 'charge',
        charge: station.newId('charge', when),
        patron: reader.id,
        kind: 'service',
        amount: 6000,
        item: null,
        title: 'Sao chụp 12 trang',
        legalAct: 'Bảng giá dịch vụ số 00/BG-TVKB (minh họa)',
        note: '',
      });
      payInCash(station, when, reader);
    }),
  ];
}

/** A card that would have ended in a few days. One that ends soon is left for the panel. */
function cardRenewed(casting: Casting): readonly Appointment[] {
  const { station, on, day } = casting;
  const isGrown = ({ exemptions, category }: Patron): boolean =>
    exemptions.length === 0 && category !== 'thieu-nhi' && category !== 'hoc-sinh';
  const reader = casting.endingSoon(isGrown);
  if (!reader) return [];
  return [
    on(day(4), (when) => {
      station.act(when, {
        do: 'renew-card',
        patron: reader.id,
        feeCharge: station.newId('charge', when),
      });
      payInCash(station, when, reader);
    }),
  ];
}

import { onTestFinished } from 'vitest';
import type { EntityRow } from '../../../../domain/catalogue/rows.ts';
import type { Command } from '../../../../domain/commands.ts';
import { openStore } from '../../../store/store.ts';
import type { Store } from '../../../store/store.ts';
import { testContext } from '../../../testing/desk-context.ts';
import { testFolder } from '../../../testing/folders.ts';
import { fillMirror, here, smallLibrary } from '../../../testing/small-library.ts';
import { perform } from '../../circulation/perform.ts';
import { undo } from '../../circulation/undo.ts';
import type { DeskContext } from '../../desk-context.ts';
import { stationClock } from '../../station-clock.ts';
import type { Slip } from '../slip-acts.ts';
import { queueSlip, recoverSlips, wholeSlip } from '../slip-acts.ts';

/** A desk on a day of its own, in one thread, with everything it does in reach. */
export interface PrintingDesk {
  readonly store: Store;
  readonly context: DeskContext;
  /** Sets the clock. It starts at `2026-11-23T09:00:00+07:00`, a Monday. */
  setTime(instant: string): void;
  /** Does something, which must be done and not refused; gives its entries and its own slips. */
  act(command: Command): { readonly entries: readonly number[]; readonly slips: readonly string[] };
  lend(copy: string, card: string, rest?: Partial<Extract<Command, { do: 'check-out' }>>): readonly number[];
  takeBack(copy: string): { readonly entries: readonly number[]; readonly slips: readonly string[] };
  /** Takes the newest act back. */
  undo(): void;
  /** The slip of a session, looked up; throws when there is none. */
  session(card: string | null, ...entries: readonly number[]): Slip;
  slip(id: string | undefined): Slip;
  /** The same folder after the program ended and was started again, with what is recovered then. */
  restarted(): PrintingDesk;
}

export const itemId = (barcode: string, library = here): string => `item-${library}-${barcode}`;
const patronId = (card: string): string => `patron-${card}`;

export function printingDesk(rows: readonly EntityRow[] = smallLibrary, folder = testFolder()): PrintingDesk {
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store, rows);
  return deskOver(store, folder);
}

function deskOver(store: Store, folder: string): PrintingDesk {
  let now = '2026-11-23T09:00:00+07:00';
  let open = true;
  const close = (): void => {
    if (open) store.close();
    open = false;
  };
  onTestFinished(close);
  const clock = stationClock('Asia/Ho_Chi_Minh', { wall: () => Date.parse(now), monotonic: () => 0 });
  const context: DeskContext = { ...testContext(store), clock };
  const act: PrintingDesk['act'] = (command) => {
    const { entries, slips, row } = perform(context, command);
    if (row.state !== 'done' && row.state !== 'routed') throw new Error(JSON.stringify(row.findings));
    return { entries, slips };
  };
  const slip = (id: string | undefined): Slip => {
    const found = wholeSlip(context, id ?? '');
    if (!found) throw new Error('There is no such slip.');
    return found;
  };
  return {
    store,
    context,
    act,
    slip,
    setTime: (instant) => {
      now = instant;
    },
    lend: (copy, card, rest = {}) =>
      act({
        do: 'check-out',
        patron: patronId(card),
        item: itemId(copy),
        use: 'home',
        due: null,
        confirmed: [],
        restricted: null,
        ...rest,
      }).entries,
    takeBack: (copy) =>
      act({
        do: 'check-in',
        item: itemId(copy),
        returnedAt: null,
        mode: 'desk',
        countUse: false,
        keepHere: false,
      }),
    undo: () => {
      const { row } = undo(context, null);
      if (row.state !== 'done') throw new Error(JSON.stringify(row.findings));
    },
    session: (card, ...entries) =>
      slip(
        queueSlip(context, { patron: card === null ? null : patronId(card), entries, print: true }) ??
          undefined,
      ),
    restarted: () => {
      close();
      const again = deskOver(openStore(folder, 'ST-1').store, folder);
      recoverSlips(again.context);
      return again;
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { keys } from '../connection/keys.ts';
import type { RowsState } from '../connection/station-cache.ts';
import { lastSlip } from '../printing/slip-state.ts';
import type { DeskDrawer, DeskDrawers } from './drawers/desk-drawer.ts';
import type { DeskAct } from './keys/presets.ts';
import { pressShown } from './keys/press-shown.ts';
import type { Modes } from './modes/use-modes.ts';
import type { DeskCalls } from './use-desk-calls.ts';

interface ActParts {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly calls: DeskCalls;
  readonly drawer: DeskDrawer | null;
  readonly drawers: DeskDrawers;
  readonly modes: Modes;
  readonly onTab: () => void;
  readonly onMessage: () => void;
}

/** What each key and button of the desk does, by what is known at that moment. */
export function useDeskActs(parts: ActParts): Readonly<Record<DeskAct, () => void>> {
  const { box, calls, drawer, drawers, modes } = parts;
  const queries = useQueryClient();
  const patron = (): DeskPatron | null => queries.getQueryData<DeskPatron | null>(keys.patron) ?? null;
  const atDesk = (): void => {
    drawers.close();
    modes.ask(null);
  };
  /** Acts on the reader at the desk; without one the reader is found first. */
  const withReader = (act: (id: string) => void) => (): void => {
    const open = patron();
    if (open) act(open.patron.id);
    else drawers.open({ kind: 'search' });
  };
  const finish = (print: boolean) => (): void => {
    atDesk();
    calls.finish(print);
  };
  /** Nobody says yes to a row behind a drawer. */
  const onTheDesk = (act: 'yes' | 'no') => (): void => {
    if (drawer === null) pressShown(act);
  };
  return {
    ...modes.acts,
    lend: () => {
      atDesk();
      box.current?.focus();
    },
    // Without a reader a scan is a return, so "return" closes the reader; the slip comes out as at the end.
    return: () => {
      atDesk();
      if (patron()) calls.finish(true);
      box.current?.focus();
    },
    renewAll: () => {
      atDesk();
      calls.renewAll(patron());
    },
    search: () => drawers.open({ kind: 'search' }),
    reprint: () => {
      const last = lastSlip(queries.getQueryData<readonly SlipSummary[]>(keys.slips) ?? []);
      if (last) calls.printSlip(last.id);
    },
    slips: () => drawers.open({ kind: 'slips' }),
    finish: finish(true),
    finishQuiet: finish(false),
    yes: onTheDesk('yes'),
    no: onTheDesk('no'),
    done: () => pressShown('done'),
    undo: () => calls.undo(null),
    register: () => drawers.open({ kind: 'register', row: null }),
    reader: withReader((id) => drawers.open({ kind: 'reader', patron: id })),
    message: withReader(() => {
      atDesk();
      parts.onMessage();
    }),
    pay: withReader((id) => drawers.open({ kind: 'pay', patron: id })),
    deposit: withReader((id) => drawers.open({ kind: 'deposit', patron: id })),
    item: () => {
      const rows = queries.getQueryData<RowsState>(keys.rows)?.rows ?? [];
      const item = rows.find((row) => row.item !== null)?.item;
      if (item) drawers.open({ kind: 'item', item: item.id });
    },
    batch: () => drawers.open({ kind: 'batch' }),
    shelf: () => drawers.open({ kind: 'shelf' }),
    exceptions: () => drawers.open({ kind: 'exceptions' }),
    till: () => drawers.open({ kind: 'till' }),
    camera: () => drawers.open({ kind: 'camera' }),
    tabs: parts.onTab,
  };
}

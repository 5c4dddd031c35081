import type { HoldSlipData, TransitSlipData } from '../../../domain/printing/slip-data.ts';
import { cardEnd, shortName } from '../../../domain/printing/short-name.ts';
import { formatDay } from '../../../contract/locales/format.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';
import type { OwnSlipFact } from './slip-facts.ts';
import type { SlipContext } from './slip-head.ts';
import { libraryName, slipHead } from './slip-head.ts';

/** What stands in a copy on the hold shelf. */
export function holdData(
  context: SlipContext,
  slip: SlipRecord,
  fact: Extract<OwnSlipFact, { kind: 'hold.trapped' }>,
): HoldSlipData {
  const { store } = context;
  const { hold, item, barcode, patron, shelfUntil } = fact.body;
  const state = store.rows.get('hold', hold)?.state;
  // The day may have been changed since; the copy may be elsewhere by now.
  const stillThere = state?.status === 'waiting' && state.item === item;
  return {
    ...slipHead(context, slip, fact),
    ...copyOf(store, item, barcode),
    ...shelfReader(store, patron),
    kind: 'hold',
    until: formatDay(stillThere ? state.shelfUntil : shelfUntil),
  };
}

/** What goes with a copy to another library. */
export function transitData(
  context: SlipContext,
  slip: SlipRecord,
  fact: Extract<OwnSlipFact, { kind: 'transit.sent' }>,
): TransitSlipData {
  const { store } = context;
  const { item, barcode, from, to, why, hold } = fact.body;
  const patron = hold === null ? undefined : store.rows.get('hold', hold)?.patron;
  return {
    ...slipHead(context, slip, fact),
    ...copyOf(store, item, barcode),
    kind: 'transit',
    from: libraryName(store, from),
    to: libraryName(store, to),
    hold: patron === undefined ? null : shelfReader(store, patron),
    home: why === 'home',
  };
}

function copyOf({ lookup }: Store, item: string, barcode: string) {
  const copy = lookup.itemSummary(item);
  const title = copy?.title ?? '';
  return {
    title: title === '' ? barcode : title,
    author: copy?.author ?? '',
    barcode,
    callNumber: copy?.callNumber ?? '',
  };
}

function shelfReader({ rows }: Store, id: string) {
  const patron = rows.get('patron', id);
  return { shortName: shortName(patron?.name ?? ''), cardEnd: cardEnd(patron?.card ?? '') };
}

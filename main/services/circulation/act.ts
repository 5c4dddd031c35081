import { cardReasons } from '../../../domain/circulation/decide.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import { reason } from '../../../domain/outcome.ts';
import type { DeskContext } from '../desk-context.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { resolveCode } from './resolve-code.ts';
import type { ActAnswer } from './row-content.ts';
import { catalogueMissing, patronInRow, refusedRow, rowContent } from './row-content.ts';

export interface ScanRequest {
  readonly text: string;
  /** The reader at the desk, or null: then a copy is returned. */
  readonly patron: string | null;
}

export interface ScanAnswer extends ActAnswer {
  /** The reader this scan opens, or null. */
  readonly opens: Patron | null;
}

/** What a scan means: a card opens its reader; a copy with a reader open is lent, without one returned. */
export function actOnScan(context: DeskContext, request: ScanRequest): ScanAnswer {
  const { lookup } = context.store;
  context.store.mendOverlay();
  const resolved = resolveCode(lookup, context.library, request.text);
  switch (resolved.kind) {
    case 'patron': {
      // A card that lends nothing opens its reader, but must not sound like one that does.
      const reasons = cardReasons(resolved.patron, context.clock.today());
      const state = reasons.length > 0 ? 'routed' : 'done';
      const row = rowContent('patron', state, { patron: patronInRow(resolved.patron), reasons });
      return { row, entries: [], opens: resolved.patron };
    }
    case 'item': {
      if (request.patron === null) return { ...checkIn(context, resolved.item), opens: null };
      const patron = lookup.patron(request.patron);
      // The reader was open and is not known any more: the catalogue is being fetched again. Taking the copy
      // back instead would be the opposite of what the desk meant.
      if (!patron) return { row: refusedRow('checkout', catalogueMissing), entries: [], opens: null };
      return { ...checkOut(context, patron, resolved.item), opens: null };
    }
    case 'ambiguous':
      return { row: refusedRow('unknown', reason('LT-1107')), entries: [], opens: null };
    case 'unknown': {
      const why = lookup.isEmpty() ? catalogueMissing : reason('LT-1101');
      return { row: rowContent('unknown', 'question', { reasons: [why] }), entries: [], opens: null };
    }
  }
}

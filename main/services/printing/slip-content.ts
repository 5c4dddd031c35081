import type { SlipData } from '../../../domain/printing/slip-data.ts';
import type { SlipRecord } from '../../store/slips.ts';
import { paymentData } from './payment-data.ts';
import { sessionData } from './session-data.ts';
import { holdData, transitData } from './shelf-data.ts';
import type { OwnSlipFact } from './slip-facts.ts';
import { isOwnSlipFact, isSessionFact, standingFacts } from './slip-facts.ts';
import type { SlipContext } from './slip-head.ts';

/** Everything that goes onto paper, apart from where on the paper. */
export interface SlipContent {
  readonly data: SlipData;
  /** The library's own wording of such slips, or null. */
  readonly template: string | null;
}

/** Looks up what a slip says; null when everything on it was taken back. */
export function slipContent(context: SlipContext, slip: SlipRecord): SlipContent | null {
  const { store, library } = context;
  const standing = standingFacts(store, slip.entries);
  const data = standing.flatMap(({ fact }) => (isOwnSlipFact(fact) ? [ownData(context, slip, fact)] : []))[0];
  const [first, ...rest] = standing.flatMap(({ entry, fact }) =>
    isSessionFact(fact) ? [{ entry, fact }] : [],
  );
  const said = data ?? (first && sessionData(context, slip, [first, ...rest]));
  if (!said) return null;
  const own = store.settings.templates(library).find(({ kind }) => kind === said.kind);
  return { data: said, template: own?.text ?? null };
}

function ownData(context: SlipContext, slip: SlipRecord, fact: OwnSlipFact): SlipData {
  switch (fact.kind) {
    case 'hold.trapped':
      return holdData(context, slip, fact);
    case 'transit.sent':
      return transitData(context, slip, fact);
    case 'payment.taken':
      return paymentData(context, slip, fact);
  }
}

import { createContext, useContext } from 'react';

/** What may lie beside the desk: one at a time, and never in the way of a scan. */
export type DeskDrawer =
  | { readonly kind: 'search' }
  | { readonly kind: 'slips' }
  /** A title with its copies and who waits for it. */
  | { readonly kind: 'title'; readonly biblio: string }
  /** A new reader; `row`: the row whose scanned paper fills in the form. */
  | { readonly kind: 'register'; readonly row: string | null }
  /** A reader's data, card, block, consents, messages. */
  | { readonly kind: 'reader'; readonly patron: string }
  | { readonly kind: 'pay'; readonly patron: string }
  | { readonly kind: 'deposit'; readonly patron: string }
  /** A copy: mark it, write about it. */
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'fast-add'; readonly code: string }
  /** A pasted list of codes. */
  | { readonly kind: 'batch' }
  | { readonly kind: 'till' }
  | { readonly kind: 'shelf' }
  /** What facts of several desks disagree about. */
  | { readonly kind: 'exceptions' }
  | { readonly kind: 'camera' }
  | { readonly kind: 'scanner-test' }
  /** Copies whose RFID tags were not written. */
  | { readonly kind: 'tags' };

export interface DeskDrawers {
  readonly open: (drawer: DeskDrawer) => void;
  readonly close: () => void;
}

export const DeskDrawersContext = createContext<DeskDrawers>({ open: () => {}, close: () => {} });

/** Opens and closes what lies beside the desk. */
export function useDeskDrawers(): DeskDrawers {
  return useContext(DeskDrawersContext);
}

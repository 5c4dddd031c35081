import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { DeskRow, RowAct, RowState } from '../../../contract/workstation/desk.ts';

/** A desk row before the desk gives it a number, a time and the text that was scanned. */
export type RowContent = Omit<DeskRow, 'id' | 'number' | 'at' | 'text'>;

/** What an act gives back: the row to show, and the journal entries it made. */
export interface ActAnswer {
  readonly row: RowContent;
  readonly entries: readonly number[];
}

export function rowContent(act: RowAct, state: RowState, rest: Partial<RowContent> = {}): RowContent {
  return { act, state, item: null, patron: null, loan: null, reasons: [], explanation: null, ...rest };
}

/** A row that only says why nothing was done. */
export function refusedRow(act: RowAct, ...reasons: readonly Reason[]): RowContent {
  return rowContent(act, 'refused', { reasons });
}

export const catalogueMissing = reason('LT-1501');

/** The little a row shows of a reader. */
export function patronInRow(patron: Patron): RowContent['patron'] {
  return { id: patron.id, card: patron.card, name: patron.name };
}

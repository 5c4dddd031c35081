import { stop } from '../../../domain/circulation/decision.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { TagTask } from '../../store/tag-tasks.ts';
import type { DeskRow, RowAct, RowState } from '../../../contract/workstation/desk.ts';

/** A desk row before the desk gives it a number, a time and the text that was scanned. */
export type RowContent = Omit<DeskRow, 'id' | 'number' | 'at' | 'text'>;

/** What an act gives back: the row to show, and what it made. */
export interface ActAnswer {
  readonly row: RowContent;
  /** Journal entries of the act, for the slip of the session. */
  readonly entries: readonly number[];
  /** Slips of their own that the act queued: hold, transit, payment. */
  readonly slips: readonly string[];
  /** RFID tags that have to be written because of it. */
  readonly tags: readonly TagTask[];
}

export function rowContent(act: RowAct, state: RowState, rest: Partial<RowContent> = {}): RowContent {
  return {
    act,
    state,
    item: null,
    patron: null,
    loan: null,
    amount: null,
    findings: [],
    route: null,
    holdsLine: false,
    question: null,
    undo: null,
    slip: null,
    explanation: null,
    security: null,
    dataAt: null,
    ...rest,
  };
}

/** A row that only says why nothing was done. */
export function refusedRow(act: RowAct, ...reasons: readonly Reason[]): RowContent {
  return rowContent(act, 'refused', { findings: reasons.map(stop) });
}

export function refusedAnswer(act: RowAct, ...reasons: readonly Reason[]): ActAnswer {
  return { row: refusedRow(act, ...reasons), entries: [], slips: [], tags: [] };
}

export const catalogueMissing = reason('LT-1501');

/** The little a row shows of a reader. */
export function patronInRow(patron: Patron): NonNullable<RowContent['patron']> {
  return { id: patron.id, card: patron.card, name: patron.name };
}

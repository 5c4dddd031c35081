import type { DeskRow } from '../../../contract/workstation/desk.ts';

/** A row for tests: a loan that was made, with the changes given. */
export function testRow(changes: Partial<DeskRow> = {}): DeskRow {
  return {
    id: 'row',
    number: 1,
    at: '2026-11-22T14:02:11+07:00',
    text: 'VV.004512',
    state: 'done',
    act: 'checkout',
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
    ...changes,
  };
}

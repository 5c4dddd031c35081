import { describe, expect, it } from 'vitest';
import type { RowRef } from '../catalogue/rows.ts';
import type { Fact } from '../facts/fact.ts';
import { checkedOut, renewed, returned } from '../testing/facts.ts';
import { untouched } from './item-state.ts';
import type { Act } from './undo.ts';
import { decideUndo, isUndoable } from './undo.ts';

const lent = checkedOut({ id: 'loan', minute: 0 });
const free: RowRef = { entity: 'item-state', id: 'i', row: untouched('i') };
const out: RowRef = {
  entity: 'item-state',
  id: 'i',
  row: { ...untouched('i'), state: { status: 'on-loan', loan: 'loan' } },
};
const act: Act = { facts: [lent], before: [free], after: [out] };
const undo = (now: readonly RowRef[], later: readonly Fact[] = [], of: Act = act) =>
  decideUndo(of, { now, later }, 'nhầm');
const code = (decision: ReturnType<typeof undo>) => decision.findings[0]?.reason.code;

function undone(facts: readonly string[], id = 'u'): Fact {
  return {
    ...returned({ id, minute: 50 }, null),
    kind: 'act.undone',
    body: { facts, streams: ['item/i'], restores: [], note: '' },
  };
}

describe('decideUndo', () => {
  it('names the facts, their streams and the rows to put back', () => {
    expect(undo([out]).facts).toStrictEqual([
      {
        kind: 'act.undone',
        body: { facts: ['loan'], streams: ['item/i', 'patron/p'], restores: [free], note: 'nhầm' },
      },
    ]);
    expect(code(undo([out]))).toBe('LT-1904');
  });

  it('rows written by another hand are the same rows', () => {
    const other: RowRef = {
      entity: 'item-state',
      id: 'i',
      row: { usesInHouse: 0, lastLoan: null, state: { loan: 'loan', status: 'on-loan' }, id: 'i' },
    };
    expect(undo([other]).outcome).toBe('done');
  });

  it('is refused once a row is not what the act made of it', () => {
    expect(code(undo([free]))).toBe('LT-1902');
    expect(code(undo([{ entity: 'item-state', id: 'i', row: null }]))).toBe('LT-1902');
    expect(code(undo([]))).toBe('LT-1902');
  });

  it('is refused once a later fact is about the same things, even where the rows look the same', () => {
    const back = returned({ id: 'r', minute: 5 }, null);
    expect(code(undo([out], [back]))).toBe('LT-1902');
    expect(undo([out], [returned({ id: 'r', minute: 5 }, null, 'other')]).outcome).toBe('done');
  });

  it('later facts that were taken back do not count', () => {
    const renewal = renewed({ id: 'n', minute: 5 }, 'loan', '2026-12-20');
    expect(undo([out], [renewal, undone(['n'])]).outcome).toBe('done');
    expect(code(undo([out], [renewal, undone(['other'])]))).toBe('LT-1902');
  });

  it('a reader stays once something names him, a record once something names its copy', () => {
    const registered: Fact = {
      ...lent,
      id: 'reg',
      kind: 'patron.registered',
      body: {
        patron: {
          id: 'p',
          library: 'A',
          card: 'THE-1',
          name: 'Bạn đọc Thử',
          category: 'nguoi-lon',
          expires: '2027-11-25',
          birthDate: null,
          cardLost: false,
          block: null,
          guarantor: null,
          exemptions: [],
          consents: [],
          aliases: [],
          sealed: null,
        },
      },
    };
    const reg: Act = { facts: [registered], before: [], after: [] };
    expect(code(undo([], [lent], reg))).toBe('LT-1902');
    expect(undo([], [checkedOut({ id: 'x', minute: 1 }, { patron: 'p2' })], reg).outcome).toBe('done');
  });

  it('nothing, money and settings are not undone', () => {
    expect(code(undo([], [], { facts: [], before: [], after: [] }))).toBe('LT-1901');
    expect(code(undo([out], [], { ...act, facts: [lent, undone([])] }))).toBe('LT-1903');
    expect(isUndoable([{ kind: 'payment.taken' }])).toBe(false);
    expect(isUndoable([{ kind: 'loan.returned' }, { kind: 'charge.assessed' }])).toBe(true);
    expect(isUndoable([{ kind: 'calendar.saved' }, { kind: 'loan.due-changed' }])).toBe(false);
  });
});

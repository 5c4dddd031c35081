import { describe, expect, it } from 'vitest';
import { readCommand, readScenario } from '../../main/cli/scenario-run.ts';
import { runScenario } from './run-scenario.ts';

const base = {
  id: 't',
  source: 'test',
  title: 'thử',
  now: '2026-11-25T09:00:00.000+07:00',
  setup: { patrons: [{ id: 'P' }], items: [{ id: 'I' }] },
};
const run = (steps: readonly object[], changes: object = {}) =>
  runScenario(readScenario({ ...base, ...changes, steps }, 't'), readCommand);
const lend = { do: 'check-out', patron: 'P', item: 'I' };

describe('runScenario', () => {
  it('says what came out otherwise, step by step, and goes on', () => {
    const { mismatches, decisions } = run([
      {
        do: lend,
        expect: {
          outcome: 'refused',
          codes: ['LT-1201'],
          params: { 'LT-1201': { card: 'P' } },
          facts: [],
          route: { to: 'library' },
          how: { cappedBy: '2026-12-01' },
          rule: 'khac',
          due: { I: '2026-12-01' },
          items: { I: 'lost' },
          loans: { P: 3 },
        },
      },
      { expect: { holds: { H: 'waiting' }, deposit: { P: 1 }, payments: { P: 'received' }, cash: { D: 1 } } },
    ]);
    expect(mismatches).toStrictEqual([
      { step: 0, what: 'outcome', expected: 'refused', actual: 'done' },
      { step: 0, what: 'codes', expected: ['LT-1201'], actual: [] },
      { step: 0, what: 'LT-1201.card', expected: 'P', actual: undefined },
      { step: 0, what: 'facts', expected: [], actual: ['loan.checked-out'] },
      { step: 0, what: 'route', expected: { to: 'library' }, actual: null },
      { step: 0, what: 'how.cappedBy', expected: '2026-12-01', actual: null },
      { step: 0, what: 'rule', expected: 'khac', actual: 'chung' },
      { step: 0, what: 'due.I', expected: '2026-12-01', actual: '2026-12-10' },
      { step: 0, what: 'items.I', expected: 'lost', actual: 'on-loan' },
      { step: 0, what: 'loans.P', expected: 3, actual: 1 },
      { step: 1, what: 'holds.H', expected: 'waiting', actual: null },
      { step: 1, what: 'deposit.P', expected: 1, actual: 0 },
      { step: 1, what: 'payments.P', expected: 'received', actual: null },
      { step: 1, what: 'cash.D', expected: 1, actual: null },
    ]);
    expect(decisions.map((decision) => decision?.outcome)).toStrictEqual(['done', undefined]);
  });

  it('every kind of state is read where it is', () => {
    const { mismatches } = run([
      { do: { do: 'open-drawer', drawer: 'D', float: 1000 } },
      { do: { do: 'charge', charge: 'c', patron: 'P', amount: 500, title: 'Sao chụp' } },
      { do: { do: 'pay', patron: 'P', amount: 200 }, expect: { payments: { P: 'received' } } },
      {
        do: { do: 'take-deposit', patron: 'P', amount: 70, method: 'vietqr', bill: 'B' },
        at: '2026-11-25T10:00:00.000+07:00',
        expect: {
          charges: { c: 500 },
          open: { c: 300 },
          balance: { P: 300 },
          credit: { P: 0 },
          deposit: { P: 70 },
          cash: { D: 1200 },
          payments: { P: 'reported' },
          expires: { P: '2099-12-31', Z: null },
        },
      },
      {
        do: { do: 'settle-payment', payment: '@payment(P)', status: 'bounced' },
        expect: { deposit: { P: 0 }, payments: { P: 'bounced' } },
      },
      { do: { do: 'check-in', item: 'I', countUse: true }, expect: { uses: { I: 1 } } },
      {
        do: { do: 'register-patron', patron: { id: 'Q' }, feeCharge: 'f' },
        expect: { codes: [], expires: { Q: '2099-12-31' } },
      },
      { do: { do: 'place-hold', hold: 'H', patron: 'Q', biblio: 'title-I', pickup: 'A' } },
      {
        do: { do: 'check-in', item: 'I' },
        expect: { shelfUntil: { H: '2026-12-02' }, route: { hold: 'H' } },
      },
      { do: { do: 'undo', step: 8 }, expect: { holds: { H: 'pending' }, shelfUntil: { H: null } } },
      { do: { do: 'undo', step: 7 }, expect: { holds: { H: null } } },
    ]);
    expect(mismatches).toStrictEqual([]);
  });

  it('references stand for ids anywhere in a step', () => {
    const { mismatches } = run([
      { do: lend },
      { do: { do: 'add-message', about: { kind: 'item', item: 'I' }, text: 'Loan @loan(I)' } },
      { do: { do: 'end-message', message: '@message(I)' }, expect: { facts: ['message.ended'] } },
      { do: { do: 'renew', loan: '@loan(I)' }, expect: { outcome: 'done' } },
    ]);
    expect(mismatches).toStrictEqual([]);
  });

  it('a step that undoes nothing is a mistake of the scenario', () => {
    expect(() => run([{ do: { do: 'undo', step: 4 } }])).toThrow('Step 4');
  });
});

describe('readScenario', () => {
  it.each([
    ['an unknown key', { steps: [], extra: 1 }],
    ['no id', { ...base, id: '', steps: [] }],
    ['a word nobody expects', { ...base, steps: [{ do: lend, expect: { coodes: [] } }] }],
    ['a setup with a wrong date', { ...base, setup: { patrons: [{ id: 'P', expires: 'mai' }] }, steps: [] }],
    ['a setup with a wrong policy', { ...base, setup: { loan: { renewals: '' } }, steps: [] }],
    // G12: a value such as "10,00" is rejected, not read as 10.
    ['G12: money with a comma', { ...base, setup: { overdue: { cap: '10,00' } }, steps: [] }],
  ])('refuses %s', (_what, data) => {
    expect(() => readScenario(data, 't')).toThrow(/t/u);
  });

  it('a command with a key too few is refused when its step comes', () => {
    expect(() => run([{ do: { do: 'check-out', patron: 'P' } }])).toThrow('check-out');
  });
});

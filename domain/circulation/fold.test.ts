import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { checkedOut, placed, renewed, returned } from '../testing/facts.ts';
import { currentLoan, emptyHistory, evolveItem, foldItem } from './fold.ts';

const fold = (...facts: readonly Fact[]) => foldItem(facts.map(placed));

describe('the history of an item', () => {
  it('is lent, renewed and returned', () => {
    const history = fold(
      checkedOut({ id: 'L1', minute: 1 }),
      renewed({ id: 'R1', minute: 2 }, 'L1', '2026-12-20'),
      returned({ id: 'B1', minute: 3 }, 'L1'),
    );
    expect(history.exceptions).toStrictEqual([]);
    expect(history.loans).toMatchObject([
      { id: 'L1', due: '2026-12-20', renewals: 1, returnedAt: '2026-11-22T08:03:00.000+07:00' },
    ]);
    expect(currentLoan(history)).toBeNull();
  });

  it('keeps both loans when two desks lend the same copy, and opens an exception', () => {
    const history = fold(
      checkedOut({ id: 'L1', station: 'ST-1', minute: 1 }, { patron: 'p1' }),
      checkedOut({ id: 'L2', station: 'ST-2', minute: 2 }, { patron: 'p2' }),
    );
    expect(history.loans.map(({ id, returnedAt }) => [id, returnedAt])).toStrictEqual([
      ['L1', null],
      ['L2', null],
    ]);
    expect(currentLoan(history)?.id).toBe('L2');
    expect(history.exceptions).toStrictEqual([{ rule: 'double-loan', item: 'i', facts: ['L1', 'L2'] }]);
  });

  it('closes the loan that was named, not a newer one, when a return arrives late', () => {
    const history = fold(
      checkedOut({ id: 'L1', minute: 1 }),
      checkedOut({ id: 'L2', station: 'ST-2', minute: 10 }),
      returned({ id: 'B1', minute: 5 }, 'L1'),
    );
    expect(history.exceptions).toStrictEqual([]);
    expect(currentLoan(history)?.id).toBe('L2');
  });

  it('closes the loan of today and tells a person when a desk with old rows names one that has ended', () => {
    const lentAgain = [
      checkedOut({ id: 'L1', minute: 1 }, { patron: 'p1' }),
      returned({ id: 'B1', station: 'ST-2', minute: 2 }, 'L1'),
      checkedOut({ id: 'L2', station: 'ST-2', minute: 3 }, { patron: 'p2' }),
    ];
    const history = fold(...lentAgain, returned({ id: 'B2', minute: 9 }, 'L1'));
    expect(currentLoan(history)).toBeNull();
    expect(history.loans).toMatchObject([
      { id: 'L1', returnedAt: '2026-11-22T08:02:00.000+07:00' },
      { id: 'L2', returnedAt: '2026-11-22T08:09:00.000+07:00' },
    ]);
    expect(history.exceptions).toStrictEqual([
      { rule: 'returned-other-loan', item: 'i', facts: ['L2', 'B2'] },
    ]);
    const nobodyMadeIt = fold(...lentAgain, returned({ id: 'B2', minute: 9 }, 'L9'));
    expect(currentLoan(nobodyMadeIt)).toBeNull();
    expect(nobodyMadeIt.exceptions).toMatchObject([{ rule: 'returned-other-loan' }]);
  });

  it('takes the second return of a loan as nothing new, and leaves the loan after it alone', () => {
    const twice = [
      checkedOut({ id: 'L1', minute: 1 }),
      returned({ id: 'B1', station: 'ST-2', minute: 2 }, 'L1'),
      returned({ id: 'B2', station: 'ST-1', minute: 4 }, 'L1'),
    ];
    expect(fold(...twice).exceptions).toStrictEqual([]);
    const history = fold(...twice, checkedOut({ id: 'L2', station: 'ST-2', minute: 5 }));
    expect(history.exceptions).toStrictEqual([]);
    expect(currentLoan(history)?.id).toBe('L2');
  });

  it('holds a loan once, however often its check-out is applied', () => {
    const lent = checkedOut({ id: 'L1', minute: 1 });
    const once = evolveItem(emptyHistory, lent);
    expect(evolveItem(once, lent)).toStrictEqual(once);
  });

  it('closes whatever is open when the desk knew of no loan', () => {
    const history = fold(
      checkedOut({ id: 'L1', minute: 1 }),
      returned({ id: 'B1', station: 'ST-2', minute: 2 }, null),
    );
    expect(currentLoan(history)).toBeNull();
    expect(history.exceptions).toStrictEqual([]);
  });

  it('takes a return of a copy that nobody had as nothing to argue about', () => {
    expect(fold(returned({ id: 'B1', minute: 2 }, null))).toStrictEqual({ loans: [], exceptions: [] });
  });

  it('says so when a return or a renewal names a loan that nobody made, or one that has ended', () => {
    expect(fold(returned({ id: 'B1', minute: 2 }, 'L9')).exceptions).toMatchObject([
      { rule: 'unknown-loan' },
    ]);
    const after = fold(
      checkedOut({ id: 'L1', minute: 1 }),
      returned({ id: 'B1', minute: 2 }, 'L1'),
      renewed({ id: 'R1', station: 'ST-2', minute: 3 }, 'L1', '2026-12-20'),
    );
    expect(after.exceptions).toMatchObject([{ rule: 'renewed-after-return', facts: ['L1', 'R1'] }]);
    expect(after.loans[0]?.due).toBe('2026-12-07');
  });

  it('keeps the later promise when two desks renew the same loan', () => {
    const history = fold(
      checkedOut({ id: 'L1', minute: 1 }),
      renewed({ id: 'R1', station: 'ST-1', minute: 2 }, 'L1', '2026-12-22'),
      renewed({ id: 'R2', station: 'ST-2', minute: 3 }, 'L1', '2026-12-20'),
    );
    expect(history.loans[0]?.due).toBe('2026-12-22');
  });
});

/** Histories that three desks could have written, well behaved or not. */
const anyFacts = fc
  .array(
    fc.record({
      kind: fc.constantFrom('out', 'back', 'renew'),
      station: fc.constantFrom('ST-1', 'ST-2', 'ST-3'),
      minute: fc.integer({ min: 0, max: 20 }),
      loan: fc.integer({ min: 0, max: 8 }),
    }),
    { maxLength: 14 },
  )
  .map((acts) =>
    acts.map(({ kind, station, minute, loan }, index): Fact => {
      const place = { id: `F${index}`, station, seq: index + 1, minute };
      if (kind === 'out') return checkedOut(place, { patron: `p${loan}` });
      const target = `F${loan}`;
      return kind === 'back'
        ? returned(place, loan === 0 ? null : target)
        : renewed(place, target, '2026-12-25');
    }),
  );

describe('foldItem', () => {
  it('gives the same answer for any order and any repetition of the same facts', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) =>
          fc.record({
            facts: fc.constant(facts),
            mixed: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          }),
        ),
        ({ facts, mixed }) => {
          expect(foldItem(mixed.map(placed))).toStrictEqual(foldItem(facts.map(placed)));
        },
      ),
    );
  });

  it('leaves a copy that has just come back with nobody, unless an exception names the loan', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 8 }), (facts, loan) => {
        const back = returned({ id: 'BACK', seq: 99, minute: 30 }, loan === 0 ? null : `F${loan}`);
        const history = fold(...facts, back);
        const open = currentLoan(history);
        const named = history.exceptions.flatMap((exception) => exception.facts);
        expect(open === null || named.includes(open.id)).toBe(true);
      }),
    );
  });

  it('never loses a loan: each check-out is one loan, open or closed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const lent = facts.filter(({ kind }) => kind === 'loan.checked-out').map(({ id }) => id);
        const { loans } = foldItem(facts.map(placed));
        expect(loans.map(({ id }) => id).sort()).toStrictEqual(lent.sort());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Fee } from '../policy/policy.ts';
import { plainPolicySet } from '../world/plain-policies.ts';
import { plainPatron } from '../world/plain-rows.ts';
import { cardFee } from './card-fee.ts';
import type { Exemption, Patron } from './patron.ts';

const today = '2026-11-25';
const fee = (id: string, amount: number, changes: Partial<Fee> = {}): Fee => ({
  id,
  kind: 'card',
  name: 'Lệ phí thẻ',
  category: 'any',
  library: 'any',
  amount,
  legalAct: `NQ ${id}`,
  from: '2026-01-01',
  to: 'none',
  ...changes,
});
const patron = (changes: Partial<Patron> = {}): Patron => ({ ...plainPatron({ id: 'p' }, 'A'), ...changes });
const amount = (fees: readonly Fee[], of: Patron = patron(), kind: 'card' | 'card-replacement' = 'card') => {
  const [charged] = cardFee(plainPolicySet({ fees }), kind, of, today, 'p/card').facts;
  return charged?.kind === 'charge.assessed' ? charged.body.amount : 0;
};

describe('cardFee', () => {
  it('one made for the library before one for any, then one made for the category', () => {
    const any = fee('a', 1);
    const category = fee('b', 2, { category: 'nguoi-lon' });
    const library = fee('c', 3, { library: 'A' });
    const both = fee('d', 4, { library: 'A', category: 'nguoi-lon' });
    expect(amount([any])).toBe(1);
    expect(amount([any, category])).toBe(2);
    expect(amount([library, category, any])).toBe(3);
    expect(amount([any, both, library, category])).toBe(4);
    expect(amount([fee('x', 9, { library: 'B' }), fee('y', 9, { category: 'thieu-nhi' })])).toBe(0);
  });

  it('of two alike the one that came into force last, then the one with the smaller id', () => {
    expect(amount([fee('a', 1), fee('b', 2, { from: '2026-06-01' })])).toBe(2);
    expect(amount([fee('b', 2), fee('a', 1)])).toBe(1);
  });

  it('in force from its first to its last day', () => {
    expect(amount([fee('a', 1, { from: today, to: today })])).toBe(1);
    expect(amount([fee('a', 1, { from: '2026-11-26' })])).toBe(0);
    expect(amount([fee('a', 1, { to: '2026-11-24' })])).toBe(0);
  });

  it('a card and its replacement cost what each costs', () => {
    const fees = [fee('a', 1), fee('b', 2, { kind: 'card-replacement' }), fee('c', 3, { kind: 'service' })];
    expect(amount(fees)).toBe(1);
    expect(amount(fees, patron(), 'card-replacement')).toBe(2);
  });

  it('names the act, and charges into the ledger of fees of the library of the card', () => {
    const { facts, said } = cardFee(
      plainPolicySet({ fees: [fee('a', 10_000)] }),
      'card',
      patron({ library: 'B' }),
      today,
      'p/card',
    );
    expect(facts).toMatchObject([
      {
        kind: 'charge.assessed',
        body: {
          charge: 'p/card',
          library: 'B',
          ledger: 'fee',
          kind: 'card',
          amount: 10_000,
          legalAct: 'NQ a',
        },
      },
    ]);
    expect(said).toStrictEqual([{ code: 'LT-1817', params: { amount: 10_000, legalAct: 'NQ a' } }]);
  });

  it.each<[string, Exemption['until'], boolean]>([
    ['child', 'endless', true],
    ['elderly', today, true],
    ['poor-household', '2026-11-24', false],
    ['library-decision', 'endless', false],
    ['error-correction', 'endless', false],
  ])('with evidence for %s until %s exempt: %s', (ground, until, exempt) => {
    const exemptions = [{ ground, until, seenAt: '2026-01-01T09:00:00.000+07:00', seenBy: 'nv-1' }];
    const { facts, said } = cardFee(
      plainPolicySet({ fees: [fee('a', 1)] }),
      'card',
      patron({ exemptions }),
      today,
      'c',
    );
    expect(facts).toHaveLength(exempt ? 0 : 1);
    expect(said[0]?.code).toBe(exempt ? 'LT-1818' : 'LT-1817');
  });

  it('nothing where nothing is asked', () => {
    expect(cardFee(null, 'card', patron(), today, 'c')).toStrictEqual({ facts: [], said: [] });
    expect(amount([fee('a', 0)])).toBe(0);
  });
});

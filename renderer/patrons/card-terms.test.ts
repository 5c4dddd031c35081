import { describe, expect, it } from 'vitest';
import { demoPolicySet } from '../../domain/demo/policies.ts';
import { cardTerms } from './card-terms.ts';

const today = '2026-11-22';
const set = {
  ...demoPolicySet,
  categories: [{ id: 'nguoi-lon', name: 'Người lớn', cardMonths: 12, guardianBelow: 'none' }],
  fees: [
    {
      id: 'phi-the',
      kind: 'card',
      name: 'Phí làm thẻ',
      category: 'any',
      library: 'any',
      amount: 30_000,
      legalAct: 'Nghị quyết thử',
      from: '2026-01-01',
      to: 'none',
    },
  ],
} as const;
const reader = { library: 'TV', category: 'nguoi-lon', expires: today, exemptions: [] };
const elderly = { ground: 'elderly', seenAt: '', seenBy: '', until: 'endless' } as const;

describe('the terms of a card', () => {
  it('are the months of the category and the fee in force', () => {
    expect(cardTerms(set, 'card', reader, today)).toEqual({
      expires: '2027-11-22',
      fee: { amount: 30_000, legalAct: 'Nghị quyết thử' },
      exempt: null,
    });
  });

  it('lose nothing of a card that is still valid', () => {
    const terms = cardTerms(set, 'card', { ...reader, expires: '2026-12-31' }, today);
    expect(terms?.expires).toBe('2027-12-31');
  });

  it('are free by a legal ground, and say which', () => {
    const terms = cardTerms(set, 'card', { ...reader, exemptions: [elderly] }, today);
    expect(terms).toMatchObject({ fee: null, exempt: 'elderly' });
  });

  it('leave the term of a replaced card alone', () => {
    const terms = cardTerms(set, 'card-replacement', { ...reader, expires: '2026-12-31' }, today);
    expect(terms).toEqual({ expires: '2026-12-31', fee: null, exempt: null });
  });

  it('are unknown for a category that is gone', () => {
    expect(cardTerms(set, 'card', { ...reader, category: 'khac' }, today)).toBeNull();
  });
});

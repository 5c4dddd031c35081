import { describe, expect, it } from 'vitest';
import type { DeskRow, RowState } from '../../../contract/workstation/desk.ts';
import { mayPlay, toneFor } from './tones.ts';

const row = (state: RowState): DeskRow => ({
  id: 'a',
  number: 1,
  at: '2026-11-22T14:02:11+07:00',
  text: 'VV.004512',
  state,
  act: 'checkout',
  item: null,
  patron: null,
  loan: null,
  reasons: [],
  explanation: null,
});

describe('toneFor', () => {
  it('is silent until the row is decided', () => {
    expect(toneFor(row('pending'), null)).toBeNull();
  });

  it.each(['done', 'routed', 'question', 'refused', 'noted'] as const)('%s sounds like itself', (state) => {
    expect(toneFor(row(state), null)).toBe(state);
    expect(toneFor(row(state), row('pending'))).toBe(state);
  });

  it('sounds a row once, however often it is told again', () => {
    expect(toneFor(row('done'), row('done'))).toBeNull();
  });
});

describe('mayPlay', () => {
  it('thins out a pile but lets the worse outcome cut in', () => {
    const last = { tone: 'done', at: 1_000 } as const;
    expect(mayPlay('done', 1_067, last)).toBe(false);
    expect(mayPlay('refused', 1_067, last)).toBe(true);
    expect(mayPlay('noted', 1_067, { tone: 'refused', at: 1_000 })).toBe(false);
    expect(mayPlay('done', 1_150, last)).toBe(true);
  });
});

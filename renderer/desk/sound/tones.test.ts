import { describe, expect, it } from 'vitest';
import type { DeskRow, RowState } from '../../../contract/workstation/desk.ts';
import { stop } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import { testRow } from '../rows/test-row.ts';
import { mayPlay, toneFor } from './tones.ts';

const row = (state: RowState): DeskRow => testRow({ state });

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

  it('sounds again when a question was answered, and not for a “no”', () => {
    const asked = { ...row('question'), findings: [stop(reason('LT-1220'))] };
    expect(toneFor(row('done'), asked)).toBe('done');
    expect(toneFor({ ...asked, state: 'refused' }, asked)).toBeNull();
    expect(toneFor({ ...row('refused'), findings: [stop(reason('LT-1114'))] }, asked)).toBe('refused');
    expect(toneFor({ ...asked, findings: [stop(reason('LT-1203'))] }, asked)).toBe('question');
    expect(toneFor(asked, asked)).toBeNull();
  });

  it('routes a hand-over', () => {
    expect(toneFor(testRow({ act: 'return', state: 'routed', holdsLine: true }), null)).toBe('routed');
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

import { describe, expect, it } from 'vitest';
import type { SlipSummary } from '../../contract/workstation/station.ts';
import { isUnprinted, lastSlip } from './slip-state.ts';

const now = Date.parse('2026-11-22T14:00:00+07:00');
const slip = (change: Partial<SlipSummary>): SlipSummary => ({
  id: 's1',
  kind: 'loan',
  state: 'waiting',
  createdAt: '2026-11-22T13:59:59+07:00',
  patronName: null,
  acts: 1,
  payment: null,
  problem: null,
  interrupted: false,
  ...change,
});

describe('isUnprinted', () => {
  it.each([
    ['just queued', {}, false],
    ['queued for long', { createdAt: '2026-11-22T13:59:50+07:00' }, true],
    ['queued with a problem', { problem: 'LT-2202' }, true],
    ['left by a program that stopped', { interrupted: true }, true],
    ['failed', { state: 'failed' }, true],
    ['printing', { state: 'printing' }, false],
    ['printed after an interruption', { state: 'printed', interrupted: true }, false],
    ['skipped', { state: 'dismissed', problem: 'LT-2201' }, false],
  ] as const)('%s', (_, change, expected) => {
    expect(isUnprinted(slip(change), now)).toBe(expected);
  });
});

describe('lastSlip', () => {
  it('is the newest', () => {
    const slips = [
      slip({ id: 'a', state: 'printed', createdAt: '2026-11-22T10:00:00+07:00' }),
      slip({ id: 'b', state: 'dismissed', createdAt: '2026-11-22T11:00:00+07:00' }),
    ];
    expect(lastSlip(slips)?.id).toBe('b');
    expect(lastSlip([])).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TagSeen } from '../../../contract/devices/drivers.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { rfidPad } from './rfid-pad.ts';
import { tagField } from './tag-field.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function padded() {
  const field = tagField(() => Date.now());
  const scans: string[] = [];
  const troubles: Reason[] = [];
  let codes: readonly string[] = [];
  const pad = rfidPad({
    field,
    onField: (next) => (codes = next),
    scan: (code) => {
      // The writer knows of the tag before anything is decided about it.
      expect(codes.length).toBeGreaterThan(0);
      scans.push(code);
    },
    trouble: (why) => troubles.push(why),
  });
  return { field, pad, scans, troubles, codes: () => codes };
}

const tag = (address: string, change: Partial<TagSeen> = {}): TagSeen => ({
  address,
  technology: 'hf',
  kind: 'item',
  code: 'VV.1',
  owner: null,
  part: null,
  security: 'on',
  ...change,
});
const part = (number: number, total = 3): TagSeen => tag(`E${number}`, { part: { number, total } });

describe('tags on the pads of a desk', () => {
  it('count as scans, in the order they come', () => {
    const { pad, scans, codes } = padded();
    pad.tag('pad', tag('E1'));
    pad.tag('pad', tag('E2', { code: 'VV.2' }));
    expect(scans).toEqual(['VV.1', 'VV.2']);
    expect(codes()).toEqual(['VV.1', 'VV.2']);
  });

  it('a patron card is scanned; it is no copy whose tag would be written', () => {
    const { field, pad, scans } = padded();
    pad.tag('pad', tag('E9'));
    pad.tag('pad', tag('E1', { kind: 'patron-card', code: 'THE-1' }));
    expect(scans).toEqual(['VV.1', 'THE-1']);
    expect(field.codes()).toEqual(['VV.1']);
  });

  it.each([
    ['unreadable', 'LT-2114'],
    ['unknown', 'LT-2115'],
    ['blank', 'LT-2116'],
    ['item', 'LT-2115'],
  ] as const)('%s without a number is told as %s', (kind, code) => {
    const { pad, scans, troubles } = padded();
    pad.tag('pad', tag('E1', { kind, code: null }));
    expect(scans).toEqual([]);
    expect(troubles.map((why) => why.code)).toEqual([code]);
  });

  it('taken away and laid again, count again', () => {
    const { pad, scans } = padded();
    pad.tag('pad', tag('E1'));
    pad.left('pad', ['E1'], 'taken');
    vi.advanceTimersByTime(2_000);
    pad.tag('pad', tag('E1'));
    expect(scans).toEqual(['VV.1', 'VV.1']);
  });

  it('shaded by others for a moment, do not count again: a book just lent must not be returned', () => {
    const { field, pad, scans } = padded();
    pad.tag('pad', tag('E1'));
    vi.advanceTimersByTime(60_000);
    pad.left('pad', ['E1'], 'taken');
    vi.advanceTimersByTime(1_000);
    pad.tag('pad', tag('E1', { security: 'off' }));
    expect(scans).toEqual(['VV.1']);
    expect(field.parts('VV.1')).toEqual({ found: 1, total: 1 });
  });

  it('told again after the cable was out, do not count again: nothing lent is returned by that', () => {
    const { field, pad, scans } = padded();
    pad.tag('pad', tag('E1'));
    pad.left('pad', ['E1'], 'line-lost');
    expect(field.parts('VV.1')).toBe(null);
    vi.advanceTimersByTime(60_000);
    pad.tag('pad', tag('E1', { security: 'off' }));
    pad.tag('pad', tag('E2', { code: 'VV.2' }));
    expect(scans).toEqual(['VV.1', 'VV.2']);
    expect(field.parts('VV.1')).toEqual({ found: 1, total: 1 });
    // Taken away and laid once more, it is a new act.
    pad.left('pad', ['E1'], 'taken');
    vi.advanceTimersByTime(2_000);
    pad.tag('pad', tag('E1'));
    expect(scans).toEqual(['VV.1', 'VV.2', 'VV.1']);
  });

  it('of UHF, whose address changed with the loan, are the same after the cable was out', () => {
    const { field, pad, scans } = padded();
    pad.tag('pad', tag('0003', { technology: 'uhf' }));
    pad.left('pad', ['0003'], 'line-lost');
    pad.tag('pad', tag('8003', { technology: 'uhf', security: 'off' }));
    expect(scans).toEqual(['VV.1']);
    pad.left('pad', ['8003'], 'taken');
    expect(field.parts('VV.1')).toBe(null);
  });

  it('another tag on the pad after the cable was out counts', () => {
    const { pad, scans } = padded();
    pad.tag('pad', tag('E1'));
    pad.left('pad', ['E1'], 'line-lost');
    pad.tag('pad', tag('E1', { code: 'VV.7' }));
    vi.advanceTimersByTime(200_000);
    pad.tag('pad', tag('E1', { code: 'VV.1' }));
    expect(scans).toEqual(['VV.1', 'VV.7', 'VV.1']);
  });

  it('are remembered for some seconds, so that a book lent from the hand is missed', () => {
    const { field, pad } = padded();
    pad.tag('pad', tag('E1'));
    pad.left('pad', ['E1'], 'taken');
    vi.advanceTimersByTime(9_000);
    expect(field.codes()).toEqual(['VV.1']);
    vi.advanceTimersByTime(2_000);
    expect(field.codes()).toEqual([]);
  });
});

describe('a thing of several tagged parts', () => {
  it('counts once, when all of it is there', () => {
    const { pad, scans, troubles } = padded();
    for (const number of [1, 3, 2]) pad.tag('pad', part(number));
    vi.advanceTimersByTime(5_000);
    expect(scans).toEqual(['VV.1']);
    expect(troubles).toEqual([]);
  });

  it('whose part is missing after a moment is told, and counts when it comes late', () => {
    const { pad, scans, troubles } = padded();
    pad.tag('pad', part(1));
    vi.advanceTimersByTime(1_000);
    pad.tag('pad', part(3));
    vi.advanceTimersByTime(1_499);
    expect(troubles).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(troubles).toEqual([{ code: 'LT-2113', params: { found: 2, total: 3, code: 'VV.1' } }]);
    pad.tag('pad', part(2));
    vi.advanceTimersByTime(5_000);
    expect(scans).toEqual(['VV.1']);
    expect(troubles).toHaveLength(1);
  });

  it('that was interrupted by the cable counts when the last part is there', () => {
    const { pad, scans } = padded();
    pad.tag('pad', part(1));
    pad.left('pad', ['E1'], 'line-lost');
    for (const number of [2, 3, 1]) pad.tag('pad', part(number));
    expect(scans).toEqual(['VV.1']);
  });

  it('may lie on two pads', () => {
    const { pad, scans } = padded();
    pad.tag('left', part(1, 2));
    pad.tag('right', part(2, 2));
    expect(scans).toEqual(['VV.1']);
  });

  it('taken away before is told no more, nor after the desk closed', () => {
    const { pad, troubles } = padded();
    pad.tag('pad', part(1));
    pad.left('pad', ['E1'], 'taken');
    vi.advanceTimersByTime(5_000);
    pad.tag('pad', part(1));
    pad.close();
    vi.advanceTimersByTime(5_000);
    expect(troubles).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDue, dueDay, isInstantDue, isOverdue } from './due.ts';

const day = '2026-11-22';
const moment = '2026-11-22T17:00:00.000+07:00';
const zone = 'Asia/Ho_Chi_Minh';

describe('due', () => {
  it('is a day or a moment by its text', () => {
    expect([day, moment, '2026-11-22T10:00:00Z'].map(isInstantDue)).toEqual([false, true, true]);
  });

  it('orders days and moments, a day after every moment of it', () => {
    const inOrder = ['2026-11-21', '2026-11-22T00:00:00.000+07:00', moment, day, '2026-11-22T17:30:00Z'];
    expect(inOrder.toReversed().sort(compareDue)).toEqual(inOrder);
    expect(compareDue(moment, '2026-11-22T10:00:00Z')).toBe(0);
    expect(compareDue(day, day)).toBe(0);
  });

  it('orders any of them without contradiction', () => {
    const dues = fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom('day', 'utc', 'local'))
      .map(([hours, form]) => {
        const text = new Date(Date.UTC(2026, 10, 20, hours)).toISOString();
        if (form === 'day') return text.slice(0, 10);
        return form === 'utc' ? text : text.replace('Z', '+07:00');
      });
    fc.assert(
      fc.property(dues, dues, dues, (a, b, c) => {
        expect(Math.sign(compareDue(a, b)) + Math.sign(compareDue(b, a))).toBe(0);
        const isRising = compareDue(a, b) <= 0 && compareDue(b, c) <= 0;
        expect(isRising && compareDue(a, c) > 0).toBe(false);
      }),
    );
  });

  it('is late from the next day on, or right after the moment', () => {
    const at = (now: string) => ({ today: now.slice(0, 10), now });
    expect(isOverdue(day, at('2026-11-22T23:59:59.999+07:00'))).toBe(false);
    expect(isOverdue(day, at('2026-11-23T00:00:00.000+07:00'))).toBe(true);
    expect(isOverdue(moment, at('2026-11-22T17:00:00.000+07:00'))).toBe(false);
    expect(isOverdue(moment, at('2026-11-22T17:00:00.001+07:00'))).toBe(true);
  });

  it('has a day where the library stands', () => {
    expect(dueDay(day, zone)).toBe(day);
    expect(dueDay('2026-11-22T17:30:00Z', zone)).toBe('2026-11-23');
  });
});

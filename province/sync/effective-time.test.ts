import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveTime } from './effective-time.ts';

const received = Date.parse('2026-11-22T15:00:00.000+07:00');
const minute = 60_000;

describe('effective time', () => {
  it('is the desk clock, corrected by what the desk measured', () => {
    expect(effectiveTime('2026-11-22T14:00:00.000+07:00', null, 0, received)).toBe(received - 60 * minute);
    expect(effectiveTime('2026-11-22T14:00:00.000+07:00', 30 * minute, 0, received)).toBe(
      received - 30 * minute,
    );
    expect(effectiveTime('2026-11-22T14:00:00.000+07:00', -412.4, 0, received)).toBe(
      received - 60 * minute - 412,
    );
  });

  it('is believed up to five minutes into the future', () => {
    expect(effectiveTime('2026-11-22T15:05:00.000+07:00', 0, 0, received)).toBe(received + 5 * minute);
    expect(effectiveTime('2026-11-25T15:00:00.000+07:00', 0, 0, received)).toBe(received + 5 * minute);
  });

  it('never goes back inside a journal, also when the server clock does', () => {
    expect(effectiveTime('2026-11-19T15:00:00.000+07:00', 0, received - minute, received)).toBe(
      received - minute,
    );
    expect(effectiveTime('2026-11-22T15:00:00.000+07:00', 0, received + minute, received - minute)).toBe(
      received + minute,
    );
  });

  it('is the time of arrival when the clock says nothing that can be read', () => {
    expect(effectiveTime('2026-11-22T25:61:00Z', 0, 0, received)).toBe(received);
  });

  it('is a whole number within bounds for any clock', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(fc.double(), fc.constant(null)),
        fc.nat(received),
        (at, offset, previous) => {
          const time = effectiveTime(at, offset, previous, received);
          expect(Number.isSafeInteger(time)).toBe(true);
          expect(time).toBeGreaterThanOrEqual(previous);
          expect(time).toBeLessThanOrEqual(Math.max(previous, received + 5 * minute));
        },
      ),
    );
  });
});

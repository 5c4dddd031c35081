import { describe, expect, it } from 'vitest';
import { readDue, readPastMoment, readTime } from './typed-dates.ts';

const now = Date.parse('2026-11-22T14:02:00+07:00');

describe('readTime', () => {
  it.each([
    ['17:30', '17:30'],
    ['17h30', '17:30'],
    ['17h', '17:00'],
    ['8', '08:00'],
    ['0805', '08:05'],
    [' 8 : 05 ', '08:05'],
    ['24:00', null],
    ['12:60', null],
    ['chiều', null],
    ['', null],
  ])('%s → %s', (text, expected) => {
    expect(readTime(text)).toBe(expected);
  });
});

describe('readPastMoment', () => {
  it('is an instant at the library’s wall time', () => {
    expect(readPastMoment('21/11/2026', '17h', now)).toEqual({
      ok: true,
      at: '2026-11-21T17:00:00.000+07:00',
    });
  });

  it('refuses days that do not exist and moments that have not come', () => {
    expect(readPastMoment('31/02/2026', '17:00', now)).toEqual({ ok: false, fault: 'day' });
    expect(readPastMoment('22/11/2026', '25:00', now)).toEqual({ ok: false, fault: 'time' });
    expect(readPastMoment('22/11/2026', '14:03', now)).toEqual({ ok: false, fault: 'future' });
    expect(readPastMoment('22/11/2026', '14:02', now).ok).toBe(true);
  });
});

describe('readDue', () => {
  it('is a day without a time and a moment with one', () => {
    expect(readDue('22/11/2026', '', '2026-11-22', now)).toEqual({ ok: true, due: '2026-11-22' });
    expect(readDue('22/11/2026', '16:00', '2026-11-22', now)).toEqual({
      ok: true,
      due: '2026-11-22T16:00:00.000+07:00',
    });
  });

  it('is never in the past', () => {
    expect(readDue('21/11/2026', '', '2026-11-22', now)).toEqual({ ok: false, fault: 'past' });
    expect(readDue('22/11/2026', '08:00', '2026-11-22', now)).toEqual({ ok: false, fault: 'past' });
    expect(readDue('30/02/2027', '', '2026-11-22', now)).toEqual({ ok: false, fault: 'day' });
  });
});

import { describe, expect, it } from 'vitest';
import { dayOf, dayText, withoutStrokes, withStrokes } from './date-text.ts';

/** Types a text one character after the other. */
function typed(text: string): string {
  return [...text].reduce((field, character) => withStrokes(field, field + character), '');
}

describe('a typed day', () => {
  it('gets its strokes while figures are typed', () => {
    expect(typed('31122026')).toBe('31/12/2026');
    expect(typed('31/12/2026')).toBe('31/12/2026');
    expect(typed('1/2/2026')).toBe('1/2/2026');
  });

  it('is left alone when something is deleted, pasted or mended in the middle', () => {
    expect(withStrokes('31/12', '31/1')).toBe('31/1');
    expect(withStrokes('', '31122026')).toBe('31122026');
    expect(withStrokes('31/1/2026', '31/12/2026')).toBe('31/12/2026');
  });

  it('gives back what a scanner typed into it', () => {
    const code = '024090001234||BẠN ĐỌC THỬ|01/01/1990|Nam|Thôn Thử|15042021';
    expect(typed(code)).not.toBe(code);
    expect(withoutStrokes(typed(code))).toBe(code);
  });

  it('is read day first, and in every way people write it', () => {
    expect(dayOf(' 31/12/2026 ')).toBe('2026-12-31');
    expect(dayOf('31122026')).toBe('2026-12-31');
    expect(dayOf('2026-12-31')).toBe('2026-12-31');
    expect(dayOf('31/02/2026')).toBeNull();
    expect(dayOf('')).toBeNull();
  });

  it('is shown as it is written here', () => {
    expect(dayText('2026-12-06')).toBe('06/12/2026');
    expect(dayText(null)).toBe('');
    expect(dayText('31/02')).toBe('31/02');
  });
});

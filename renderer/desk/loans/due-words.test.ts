import { describe, expect, it } from 'vitest';
import { namespaces, startLanguages } from '../../i18n/start.ts';
import { dueWords } from './due-words.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const now = Date.parse('2026-11-22T14:00:00+07:00');
const words = (due: string) => dueWords(t, due, '2026-11-22', now);

describe('dueWords', () => {
  it.each([
    ['2026-11-25', 'còn 3 ngày'],
    ['2026-11-22', 'hôm nay'],
    ['2026-11-20', 'quá hạn 2 ngày'],
    ['2026-11-22T14:45:00+07:00', 'còn 45 phút'],
    ['2026-11-22T17:30:00+07:00', 'còn 3 giờ'],
    ['2026-11-22T13:45:00+07:00', 'quá hạn 15 phút'],
    ['2026-11-22T11:30:00+07:00', 'quá hạn 2 giờ'],
    ['2026-11-19T13:00:00+07:00', 'quá hạn 3 ngày'],
    ['2026-11-24T15:00:00+07:00', 'còn 2 ngày'],
  ])('%s → %s', (due, expected) => {
    expect(words(due)).toBe(expected);
  });

  it('waits until the day is known', () => {
    expect(dueWords(t, '2026-11-25', '', now)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { reason } from '../../domain/outcome.ts';
import type { Language } from '../i18n/start.ts';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { formatAge } from './ages.ts';
import { initials } from './names.ts';
import { reasonSentence, splitSentence } from './reasons.ts';
import { valueName } from './values.ts';

const words = (language: Language) => startLanguages(language).getFixedT(language, namespaces);

describe('initials', () => {
  it.each([
    ['Nguyễn Văn An', 'NA'],
    ['  đặng   minh khôi ', 'ĐK'],
    ['Hoàng Ngọc Ánh'.normalize('NFD'), 'HÁ'],
    ['Thảo', 'T'],
    ['', ''],
  ])('%s → %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('reasonSentence', () => {
  it('writes dates and money for people, in the language of the screen', () => {
    const overdue = reason('LT-1204', { due: '2026-12-04' });
    expect(reasonSentence(words('vi'), overdue)).toContain('hạn trả 04/12/2026');
    expect(reasonSentence(words('en'), overdue)).toContain('due 04/12/2026');
    const short = reason('LT-1213', { debt: 120_000, debtLimit: 50_000 });
    expect(reasonSentence(words('vi'), short)).toContain('còn nợ 120.000 đ, mức cho phép 50.000 đ');
    expect(reasonSentence(words('en'), short)).toContain('owes 120.000 đ');
  });

  it('shows a name with markup as it is', () => {
    const away = reason('LT-1302', { library: 'Thư viện <b>A & B</b>' });
    expect(reasonSentence(words('vi'), away)).toContain('Thư viện <b>A & B</b>');
  });
});

describe('splitSentence', () => {
  it('cuts after the first sentence, not inside a figure', () => {
    expect(splitSentence('Thẻ VV.004 hết hạn. Chưa ghi mượn. Gia hạn thẻ.')).toEqual({
      head: 'Thẻ VV.004 hết hạn.',
      rest: 'Chưa ghi mượn. Gia hạn thẻ.',
    });
    expect(splitSentence('Một câu.')).toEqual({ head: 'Một câu.', rest: '' });
  });
});

describe('formatAge', () => {
  const now = Date.parse('2026-11-22T14:00:00+07:00');
  it.each([
    ['2026-11-22T13:59:30+07:00', 'vừa xong', 'just now'],
    ['2026-11-22T14:00:40+07:00', 'vừa xong', 'just now'],
    ['2026-11-22T13:57:30+07:00', '2 phút trước', '2 minutes ago'],
    ['2026-11-22T11:10:00+07:00', '2 giờ trước', '2 hours ago'],
    ['2026-11-19T13:00:00+07:00', '3 ngày trước', '3 days ago'],
  ])('%s', (instant, vi, en) => {
    expect(formatAge(instant, now, 'vi')).toBe(vi);
    expect(formatAge(instant, now, 'en')).toBe(en);
  });
});

describe('valueName', () => {
  it('shows an id it has no word for, rather than nothing', () => {
    expect(valueName(words('vi'), 'category', 'thieu-nhi')).toBe('Thiếu nhi');
    expect(valueName(words('vi'), 'category', 'hoi-vien')).toBe('hoi-vien');
    expect(valueName(words('vi'), 'category', 'constructor')).toBe('constructor');
  });
});

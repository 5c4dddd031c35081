import { describe, expect, it } from 'vitest';
import { reason } from '../../domain/outcome.ts';
import { formatDay, formatMoment, formatReason, permissionWords } from './format.ts';

describe('formatReason', () => {
  it('writes money, days and words in both languages', () => {
    const deposit = reason('LT-1217', { held: 100_000, onLoan: 85_000, price: 35_000, short: 20_000 });
    expect(formatReason(deposit, 'vi')).toBe(
      'Thế chân 100.000 đ, đang mượn 85.000 đ, tài liệu này 35.000 đ: thiếu 20.000 đ. Chưa ghi mượn. ' +
        'Nhận thêm thế chân hoặc nhận trả bớt.',
    );
    expect(formatReason(reason('LT-1201', { card: 'BN-1', expires: '2026-12-06' }), 'en')).toContain(
      'Card BN-1 expired on 06/12/2026.',
    );
  });

  it('counts are not money', () => {
    expect(formatReason(reason('LT-1402', { count: 2, max: 2 }), 'vi')).toContain(
      'Đã gia hạn 2 lần, tối đa 2.',
    );
  });

  it.each([
    [
      'LT-1202',
      { card: 'BN-1', why: 'Làm rách sách', until: 'endless' },
      'đến khi được mở lại',
      'until it is lifted',
    ],
    ['LT-1211', { age: 9, from: 16, to: 'unlimited' }, 'từ 16 đến không giới hạn', 'ages 16 to no limit'],
    ['LT-1218', { policy: 'Đọc', use: 'reading-room' }, 'đọc tại chỗ', 'in the reading room'],
    ['LT-1801', { fault: 'characters' }, 'có ký tự lạ', 'strange characters'],
    ['LT-1816', { why: 'self' }, 'là chính bạn đọc này', 'it is the reader'],
    ['LT-1818', { ground: 'poor-household' }, 'Hộ nghèo', 'Poor household'],
    [
      'LT-1907',
      { line: 3, fault: 'unknown-placeholder: ten' },
      'chỗ điền không có: ten',
      'no such placeholder: ten',
    ],
    ['LT-5104', { permission: 'override:limit' }, '“bỏ qua: số lượng mượn”', '“pass: number of loans”'],
  ] as const)('%s says its codes in words', (code, params, vi, en) => {
    expect(formatReason(reason(code, params), 'vi')).toContain(vi);
    expect(formatReason(reason(code, params), 'en')).toContain(en);
  });

  it('leaves what people wrote alone', () => {
    const text = 'Hẹn 2026-12-06, mang <b>35.000</b>';
    expect(formatReason(reason('LT-1232', { text }), 'vi')).toBe(`Lời nhắn: ${text}`);
    expect(
      formatReason(reason('LT-1202', { card: 'A', why: 'quên thẻ', until: '2026-12-06' }), 'vi'),
    ).toContain('(quên thẻ), đến 06/12/2026');
  });

  it('never throws on an amount that is none', () => {
    expect(formatReason(reason('LT-1711', { tendered: 0.5, amount: 1 }), 'en')).toContain(
      '0.5 was handed over, 1 đ',
    );
  });
});

describe('moments', () => {
  it('are read by the clock they were written with', () => {
    expect(formatMoment('2026-11-22T14:02:11.500+07:00')).toBe('14:02 22/11/2026');
    expect(formatMoment('2026-12-06')).toBe('06/12/2026');
    expect(formatDay('VV.004512')).toBe('VV.004512');
  });
});

describe('permissionWords', () => {
  it('shows a permission it does not know as it is', () => {
    expect(permissionWords('waive', 'vi')).toBe('miễn giảm');
    expect(permissionWords('override:constructor', 'en')).toBe('pass: constructor');
    expect(permissionWords('stocktake', 'en')).toBe('stocktake');
  });
});

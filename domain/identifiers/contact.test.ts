import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBirthDate, readEmail, readFullName, readPhone } from './contact.ts';

describe('readFullName', () => {
  it.each([
    ['  Bạn   Đọc Thử ', 'Bạn Đọc Thử'],
    ['Bạn Đọc Thử'.normalize('NFD'), 'Bạn Đọc Thử'],
    ['\u00d0ỗ Thử', 'Đỗ Thử'],
    ["H'Hen Thử", "H'Hen Thử"],
    ['Y-Thử Niê', 'Y-Thử Niê'],
    ['Lê', 'Lê'],
    ['A'.repeat(100), 'A'.repeat(100)],
  ])('"%s" → %s', (text, value) => {
    expect(readFullName(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    [' \t', 'empty'],
    ['A', 'too-short'],
    ['Ắ'.normalize('NFD'), 'too-short'],
    ['B'.repeat(101), 'too-long'],
    ['Bạn Đọc '.repeat(38).slice(0, 300), 'too-long'],
    ['Bạn Đọc 2', 'characters'],
    ['B?n', 'characters'],
    ['--', 'characters'],
    ['<b>Bạn', 'characters'],
    ['Bạn\u0000Đọc', 'characters'],
  ])('"%s": %s', (text, fault) => {
    expect(readFullName(text)).toEqual({ ok: false, fault });
  });
});

describe('readPhone', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['091 234 56 78', '0912345678'],
    ['+84912345678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084.912.345.678', '0912345678'],
    ['0204 3123 456', '02043123456'],
    ['(024) 3912-3456', '02439123456'],
  ])('%s → %s', (text, national) => {
    expect(readPhone(text)).toEqual({
      ok: true,
      value: { national, international: `+84${national.slice(1)}` },
    });
  });

  it.each([
    ['', 'empty'],
    ['09123 abc', 'characters'],
    ['091234567', 'not-a-number'],
    ['09123456789', 'not-a-number'],
    ['0123456789', 'not-a-number'],
    ['01612345678', 'not-a-number'],
    ['+12025550123', 'not-a-number'],
    ['912345678', 'not-a-number'],
    ['0204312345', 'not-a-number'],
  ])('%s: %s', (text, fault) => {
    expect(readPhone(text)).toEqual({ ok: false, fault });
  });
});

describe('readEmail', () => {
  it.each([
    [' ban.doc@thu.example.VN ', 'ban.doc@thu.example.vn'],
    ['Ban+Doc@example.com', 'Ban+Doc@example.com'],
  ])('%s → %s', (text, value) => {
    expect(readEmail(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['ban.doc', 'not-an-address'],
    ['ban doc@example.com', 'not-an-address'],
    ['ban@@example.com', 'not-an-address'],
    ['ban@example', 'not-an-address'],
    ['.ban@example.com', 'not-an-address'],
    ['bạn@example.com', 'not-an-address'],
    [`${'b'.repeat(250)}@example.com`, 'too-long'],
  ])('%s: %s', (text, fault) => {
    expect(readEmail(text)).toEqual({ ok: false, fault });
  });
});

describe('readBirthDate', () => {
  const today = '2026-11-25';

  it.each([
    ['31/12/1990', '1990-12-31'],
    ['1/6/2015', '2015-06-01'],
    ['1990-12-31', '1990-12-31'],
    ['29/02/2000', '2000-02-29'],
    ['01/01/1900', '1900-01-01'],
    ['25/11/2026', today],
  ])('%s → %s', (text, value) => {
    expect(readBirthDate(text, today)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['31/02/1990', 'not-a-date'],
    ['29/02/1900', 'not-a-date'],
    ['31/04/1990', 'not-a-date'],
    ['00/01/1990', 'not-a-date'],
    ['1/13/1990', 'not-a-date'],
    ['1/1/90', 'not-a-date'],
    ['hôm qua', 'not-a-date'],
    ['26/11/2026', 'future'],
    ['01/01/2100', 'future'],
    ['31/12/1899', 'too-early'],
  ])('%s: %s', (text, fault) => {
    expect(readBirthDate(text, today)).toEqual({ ok: false, fault });
  });
});

it('nothing typed makes a field throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [readFullName, readPhone, readEmail]) expect(typeof read(text).ok).toBe('boolean');
      expect(typeof readBirthDate(text, '2026-11-25').ok).toBe('boolean');
    }),
  );
});

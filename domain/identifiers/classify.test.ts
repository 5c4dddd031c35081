import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cards from './citizen-card.vectors.json' with { type: 'json' };
import type { Classified, ClassifyOptions } from './classify.ts';
import { classifyScan } from './classify.ts';
import type { CodePattern } from './code-pattern.ts';
import { commandPrefix } from './commands.ts';
import { defaultCodePatterns } from './default-patterns.ts';

const options: ClassifyOptions = {
  ...defaultCodePatterns,
  commandPrefix,
  today: '2026-11-25',
  parents: false,
};
const classify = (text: string, change: Partial<ClassifyOptions> = {}): Classified =>
  classifyScan(text, { ...options, ...change });

const pattern = (change: Partial<CodePattern>): CodePattern => ({
  id: 'own',
  prefix: '',
  separator: '',
  digits: { min: 10, max: 10 },
  check: 'none',
  example: '',
  ...change,
});
const pupils = { patronPatterns: [pattern({})] };
const vietQr =
  '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F';

describe('kinds', () => {
  it.each<[string, object]>([
    ['', { kind: 'empty' }],
    [' \r\n', { kind: 'empty' }],
    ['\ufeff', { kind: 'empty' }],
    ['VV.004512', { kind: 'item', code: 'VV.004512', pattern: 'item-vv', certain: true, warnings: [] }],
    ['vv.004512\r\n', { kind: 'item', code: 'VV.004512', pattern: 'item-vv', certain: true, warnings: [] }],
    [']C1VV.004512', { kind: 'item', code: 'VV.004512' }],
    [
      'BN-900123',
      { kind: 'patron-card', code: 'BN-900123', pattern: 'card-bn', certain: true, warnings: [] },
    ],
    ['KX.999999', { kind: 'unknown', code: 'KX.999999' }],
    ['VV.04512', { kind: 'unknown', code: 'VV.04512' }],
    ['000201', { kind: 'unknown', code: '000201' }],
    ['00020112345678', { kind: 'unknown', code: '00020112345678' }],
    ['024090001234', { kind: 'unknown', code: '024090001234' }],
    ['A58198000943996B', { kind: 'unknown', code: '58198000943996' }],
    ['c294/586d', { kind: 'unknown', code: '294/586' }],
    ['A1234B', { kind: 'unknown', code: 'A1234B' }],
    ['https://thuvien.example.vn/the/000123', { kind: 'url', url: 'https://thuvien.example.vn/the/000123' }],
    ['0002010102113857', { kind: 'vietqr' }],
    [vietQr, { kind: 'vietqr', payload: vietQr }],
    ['9780201633856', { kind: 'isbn', isbn13: '9780201633856', isbn10: '020163385X', certain: true }],
    ['978-0-201-63385-6', { kind: 'isbn', isbn13: '9780201633856', certain: true }],
    ['020163385X', { kind: 'isbn', isbn13: '9780201633856', certain: true }],
    ['1930110995', { kind: 'isbn', isbn13: '9781930110991', certain: false }],
    ['1930110996', { kind: 'unknown', code: '1930110996' }],
    ['9771699057002', { kind: 'issn', issn: '1699-0579', certain: true }],
    ['0028-0836', { kind: 'issn', issn: '0028-0836', certain: false }],
    ['0028-0837', { kind: 'unknown' }],
    ['9790060115615', { kind: 'unknown' }],
    ['%LT-KETTHUC', { kind: 'command', command: 'finish' }],
    ['%lt-huy', { kind: 'command', command: 'undo' }],
    ['Thư viện tỉnh Bắc Ninh số 1', { kind: 'unknown' }],
  ])('"%s"', (text, expected) => {
    expect(classify(text)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['9780201633857', { like: 'isbn', fault: 'check-digit' }],
    ['978-0-201-63385-7', { like: 'isbn', fault: 'check-digit' }],
    ['0-201-63385-1', { like: 'isbn', fault: 'check-digit' }],
    ['ISBN 0201633851', { like: 'isbn', fault: 'check-digit' }],
    ['9771699057003', { like: 'issn', fault: 'check-digit' }],
    ['ISSN 0028-0837', { like: 'issn', fault: 'check-digit' }],
    ['%LT-XYZ', { like: 'command', fault: 'unknown-command' }],
    ['VV.00\ufffd512', { like: 'text', fault: 'damaged' }],
    ['VV.00\u0000512', { like: 'text', fault: 'control-characters' }],
    ['V'.repeat(513), { like: 'text', fault: 'too-long' }],
    ['024090001234|121234567|BẠN Đ', { like: 'citizen-card', fault: 'cut' }],
    ['TE1240120878811|42e1baa16e|01/0', { like: 'health-card', fault: 'cut' }],
  ])('unreadable "%s"', (text, expected) => {
    expect(classify(text)).toEqual({ kind: 'unreadable', ...expected });
  });
});

describe('cards', () => {
  const kinds: Readonly<Record<string, string>> = {
    BAD_DOB: 'unreadable',
    BAD_ID_NUMBER: 'unreadable',
    NOT_CCCD: 'url',
    LOOKS_LIKE_BHYT: 'health-card',
  };

  it.each(cards.vectors)('$id', ({ id, payload, expect: { error } }) => {
    const expected = id.startsWith('vietqr') ? 'vietqr' : (kinds[error ?? ''] ?? 'citizen-card');
    expect(classify(payload).kind).toBe(expected);
  });

  it('reads a citizen card written out on lines', () => {
    const text = 'CCCD: 024090001234\r\nHọ tên: BẠN ĐỌC THỬ\r\nNgày sinh: 01/01/1990';
    expect(classify(text)).toMatchObject({ kind: 'citizen-card', card: { name: 'BẠN ĐỌC THỬ' } });
  });
});

describe('own patterns', () => {
  it('come before numbers that only may be an ISBN, behind those that are', () => {
    expect(classify('1930110995', pupils)).toMatchObject({ kind: 'patron-card', certain: true });
    const thirteen = { itemPatterns: [pattern({ digits: { min: 13, max: 13 } })] };
    expect(classify('9780201633857', thirteen)).toMatchObject({ kind: 'item', certain: true });
    expect(classify('9780201633856', thirteen)).toMatchObject({ kind: 'isbn', certain: true });
  });

  it('keep letters that a Codabar scanner could have added', () => {
    const checked = { itemPatterns: [pattern({ prefix: 'A', digits: { min: 6, max: 6 }, check: 'mod43' })] };
    expect(classify('A004501K', checked)).toMatchObject({ kind: 'item', certain: true });
    expect(classify('A004501D', checked)).toMatchObject({ kind: 'item', code: 'A004501D', certain: false });
    expect(classify('A004501D')).toMatchObject({ kind: 'unknown', code: '004501' });
  });

  it('are not certain when a card and a copy look the same', () => {
    const both = { ...pupils, itemPatterns: [pattern({ id: 'copy' })] };
    expect(classify('1234567890', both)).toMatchObject({
      kind: 'patron-card',
      certain: false,
      warnings: ['also-other-kind'],
    });
  });

  it('say that a check character is wrong, and prefer the pattern that is right', () => {
    const checked = pattern({ id: 'checked', digits: { min: 9, max: 9 }, check: 'luhn' });
    expect(classify('1234567890', { itemPatterns: [checked] })).toMatchObject({
      kind: 'item',
      certain: false,
      warnings: ['check-character'],
    });
    expect(classify('1234567890', { patronPatterns: [checked], itemPatterns: [pattern({})] })).toMatchObject({
      kind: 'item',
      pattern: 'own',
      certain: true,
    });
  });
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc
    .array(
      fc.constantFrom(
        '|',
        '978',
        '000201',
        ']C1',
        '%LT-',
        'BN-',
        '1',
        '\ufffd',
        '{',
        ':',
        'TE1240120878811|',
      ),
    )
    .map((list) => list.join('')),
  fc
    .constantFrom(...cards.vectors.map(({ payload }) => payload))
    .chain((payload) => fc.nat(payload.length).map((length) => payload.slice(0, length))),
);

describe('any text', () => {
  it('has a kind', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(classify(text).kind).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('is what it was when scanned with a line break behind it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(classify(`${text}\r\n`)).toEqual(classify(text));
      }),
      { numRuns: 1000 },
    );
  });
});

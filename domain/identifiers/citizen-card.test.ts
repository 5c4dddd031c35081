import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCitizenCard } from './citizen-card.ts';
import type { CitizenCardReading } from './citizen-card.ts';
import file from './citizen-card.vectors.json' with { type: 'json' };

const today = '2026-11-25';
const read = (text: string): CitizenCardReading => readCitizenCard(text, { today, parents: false });

/** The reference parser's names for what we call otherwise. */
const faultNames: Readonly<Record<string, string>> = {
  'bad-birth-date': 'BAD_DOB',
  'bad-id-number': 'BAD_ID_NUMBER',
  'not-a-citizen-card': 'NOT_CCCD',
  'health-card': 'LOOKS_LIKE_BHYT',
};

/** A whole card in parts, so that a test can spoil one. */
const parts = {
  number: '024090001234',
  old: '121234567',
  name: 'BẠN ĐỌC THỬ',
  birth: '01011990',
  sex: 'Nam',
  residence: 'Thôn Thử, Xã Tân Mỹ, Thành phố Bắc Giang, Bắc Giang',
  issued: '15042021',
};
const code = (changes: Partial<typeof parts> = {}): string =>
  Object.values({ ...parts, ...changes }).join('|');
const whole = code();

function misread(text: string, decode: (bytes: Uint8Array) => string): string {
  return decode(new TextEncoder().encode(text));
}
const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const asWindows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

function warningsOf(reading: CitizenCardReading): readonly string[] {
  return reading.ok ? reading.warnings : [reading.fault];
}

/** A reading in the field names of the vectors. Layout and extra fields are what we do not keep. */
function inTheirWords(reading: CitizenCardReading): object {
  if (!reading.ok) return { ok: false, error: faultNames[reading.fault] };
  const { card, registration, warnings } = reading;
  return {
    ok: true,
    id: card.number,
    oldId: card.oldNumber,
    name: card.name,
    dob: card.birthDate,
    sex: card.sex,
    address: card.residence,
    issued: card.issueDate,
    number: { ...registration, century: Math.floor(registration.birthYear / 100) + 1 },
    warnings: warnings.map((warning) => warning.toUpperCase().replaceAll('-', '_')),
  };
}

describe('published vectors', () => {
  // The reference parser refuses this one although its own note says that it can be restored. We restore it.
  const restored = 'MOJIBAKE_UTF8_AS_1252';

  it.each(file.vectors.filter(({ expect: { error } }) => error !== restored))(
    '$id',
    ({ payload, expect: e }) => {
      const notOurs = e.ok ? { layout: e.layout, extra: e.extra } : {};
      expect({ ...inTheirWords(read(payload)), ...notOurs }).toEqual(e);
    },
  );

  it('restores UTF-8 read as Latin-1', () => {
    const vector = file.vectors.find(({ expect: { error } }) => error === restored);
    expect(read(vector?.payload ?? '')).toMatchObject({
      ok: true,
      card: {
        number: '024090001234',
        name: 'NGUYỄN VĂN AN',
        residence: 'Thôn Đông',
        issueDate: '2021-04-15',
      },
      warnings: ['misread-restored'],
    });
  });
});

describe('variants of one card', () => {
  const expected = read(whole);

  it.each([
    ['byte order mark and line break', `\ufeff${whole}\r\n`],
    ['tab behind', `${whole}\t`],
    ['decomposed', whole.normalize('NFD')],
    ['Icelandic Eth', whole.replaceAll('Đ', '\u00d0')],
    ['dates with slashes', code({ birth: '01/01/1990', issued: '15/04/2021' })],
    ['dates with hyphens', code({ birth: '1-1-1990', issued: '15-04-2021' })],
    ['a separator at the end', `${whole}|`],
    ['spaces in the name', code({ name: ' BẠN  ĐỌC\u00a0THỬ ' })],
    [
      'labels',
      'CCCD:024090001234|CMND:121234567|Họ tên:BẠN ĐỌC THỬ|Ngày sinh:01/01/1990|Giới tính:Nam|' +
        `Địa chỉ:${parts.residence}|Ngày cấp:15/04/2021`,
    ],
    [
      'labels on lines, as on the card of 2024',
      'Số định danh cá nhân: 024090001234\nSố CMND 9 số: 121234567\nHọ, chữ đệm và tên: BẠN ĐỌC THỬ\n' +
        'Ngày, tháng, năm sinh: 01/01/1990\nGiới tính: Nam\n' +
        `Nơi cư trú: ${parts.residence}\nNgày cấp: 15/04/2021`,
    ],
    [
      'JSON',
      JSON.stringify({
        id: parts.number,
        oldId: parts.old,
        fullName: parts.name,
        dob: '1990-01-01',
        gender: 'male',
        address: parts.residence,
        issueDate: '15042021',
      }),
    ],
    ['JSON list', JSON.stringify(Object.values(parts))],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Latin-1', misread(whole, asLatin1)],
    ['Windows-1252', misread(whole, asWindows1252)],
    [
      'Windows-1252 whose no-break spaces became spaces',
      misread(code({ residence: 'Xã À Ơ, Bắc Giang' }), asWindows1252).replaceAll('\u00a0', ' '),
    ],
    ['Latin-1 with the byte order mark', misread(`\ufeff${whole}`, asLatin1)],
  ])('UTF-8 read as %s is restored', (_, text) => {
    const reading = read(text);
    expect(warningsOf(reading)).toEqual(['misread-restored']);
    expect(reading).toMatchObject({ ok: true, card: { name: 'BẠN ĐỌC THỬ' } });
  });

  it.each(['XÃ AN, HÀ NAM', 'XÃ AN'])(
    'leaves honest capitals alone that look like half of a misreading: %s',
    (residence) => {
      expect(read(code({ name: 'LÊ AN', residence }))).toMatchObject({
        ok: true,
        card: { name: 'LÊ AN', residence },
        warnings: [],
      });
    },
  );
});

describe('what is kept', () => {
  const child = `024310005678||BẠN ĐỌC NHỎ|01062010|Nữ|Xã Thử, Bắc Ninh|01082024|024000000009|CHA THỬ|MẸ THỬ|`;

  it('keeps nothing behind the seventh field', () => {
    const reading = read(child);
    expect(reading).toMatchObject({ ok: true, card: { parents: [] } });
    expect(JSON.stringify(reading)).not.toMatch(/024000000009|CHA|MẸ/);
  });

  it("gives a minor's parents when asked, and never a number", () => {
    const reading = readCitizenCard(child, { today, parents: true });
    expect(reading).toMatchObject({ ok: true, card: { parents: ['CHA THỬ', 'MẸ THỬ'] } });
    expect(JSON.stringify(reading)).not.toContain('024000000009');
  });

  it('gives no parents of a grown person', () => {
    const reading = readCitizenCard(`${whole}||CHA THỬ|MẸ THỬ|`, { today, parents: true });
    expect(reading).toMatchObject({ ok: true, card: { parents: [] } });
  });
});

describe('warnings', () => {
  it.each([
    ['birth-year-mismatch', code({ birth: '01011991' })],
    ['sex-mismatch', code({ sex: 'Nữ' })],
    ['unknown-province-code', code({ number: '999090001234' })],
    ['birth-year-only', code({ birth: '1990' })],
    ['birth-year-only', code({ birth: '00001990' })],
    ['no-issue-date', code({ issued: '' })],
    ['bad-issue-date', code({ issued: '31022021' })],
    ['bad-issue-date', `${code({ issued: '1504' })}|`],
    ['future-issue-date', code({ issued: '26112026' })],
    ['issued-before-birth', code({ issued: '31121989' })],
    ['no-sex', code({ sex: '' })],
    ['no-residence', code({ residence: '' })],
    ['residence-damaged', code({ residence: 'X? Th?, Bắc Ninh' })],
    ['bad-old-number', code({ old: '12123456' })],
    ['long-name', code({ name: `BẠN ${'ĐỌC '.repeat(25)}THỬ` })],
  ])('%s and nothing else', (warning, text) => {
    expect(warningsOf(read(text))).toEqual([warning]);
  });

  it('tells the future and the very old, whose numbers do not fit either', () => {
    expect(warningsOf(read(code({ birth: '26112026' })))).toContain('future-birth-date');
    expect(warningsOf(read(code({ birth: '24111905' })))).toContain('over-age-120');
    expect(warningsOf(read(code({ birth: '26111905' })))).not.toContain('over-age-120');
  });
});

describe('faults', () => {
  it.each([
    ['name-damaged', code({ name: 'B?N Đ?C TH?' })],
    ['name-damaged', code({ name: 'B\ufffdN ĐỌC THỬ' })],
    ['name-damaged', code({ name: 'Báº N ĐỌC' })],
    ['residence-damaged', code({ residence: 'Th\ufffdn Thử, Bắc Ninh' })],
    ['no-name', code({ name: ' ' })],
    ['bad-birth-date', code({ birth: '29021900' })],
    ['bad-birth-date', code({ birth: '' })],
    ['bad-sex', code({ sex: '01011990' })],
    ['bad-old-number', whole.replace('|121234567', '') + '|'],
    ['bad-id-number', code({ number: '02409000123' })],
    ['bad-id-number', code({ number: '0240900012345' })],
    ['not-a-citizen-card', ''],
    ['not-a-citizen-card', 'VV.004512'],
    ['not-a-citizen-card', 'a|b|c|d|e|f|g'],
    ['not-a-citizen-card', '{"id":5,"name":"x"}'],
    ['cut', '{"id":"024090001234","name":"BẠN Đ'],
    ['cut', 'CCCD:024090001234|Họ tên:BẠN ĐỌC THỬ|Ngày'],
    ['cut', 'CCCD:024090001234|Họ tên:BẠN ĐỌC THỬ|Ngày sinh:01/01/1990|Ngày cấp:15/0'],
    ['cut', code({ issued: '1504' })],
    ['cut', code({ issued: '15/04/2' })],
  ])('%s: %s', (fault, text) => {
    expect(read(text)).toEqual({ ok: false, fault });
  });

  it('sees a cut anywhere but behind a name of a province', () => {
    const wholeAddresses = new Set([whole.lastIndexOf(', Bắc Giang'), whole.lastIndexOf('|')]);
    for (let length = '024090001234|'.length; length < whole.length; length += 1) {
      if (wholeAddresses.has(length) || length === whole.lastIndexOf('|') + 1) continue;
      expect(read(whole.slice(0, length)), whole.slice(0, length)).toMatchObject({ ok: false });
    }
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      ...Object.values(parts),
      '|',
      '||',
      ':',
      '\n',
      'CCCD:',
      '{"id":"',
      '"}',
      '\ufffd',
      'Ã',
      '»',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.oneof(pieces, fc.string())).map((list) => list.join('')),
          fc.json(),
        ),
        (text) => {
          expect(typeof read(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

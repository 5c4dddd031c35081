import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cards from './citizen-card.vectors.json' with { type: 'json' };
import { readHealthCard } from './health-card.ts';

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

const name = hex('Bạn Đọc Nhỏ');
const address = hex('Xã Thử, Bắc Ninh');
const rest = '24 - 007|01/01/2025|31/12/2025|$';
const code = (number: string): string => `${number}|${name}|01/06/2012|2|${address}|${rest}`;

describe('readHealthCard', () => {
  it('reads the published example', () => {
    const payload = cards.vectors.find(({ id }) => id === 'bhyt-shaped')?.payload ?? '';
    expect(readHealthCard(payload)).toEqual({
      ok: true,
      card: {
        name: 'Nguyễn Vân',
        birthDate: '2012-01-01',
        birthYear: 2012,
        sex: 'M',
        residence: 'Xã Tân Mỹ, Bắc Giang',
        exemptionHint: null,
      },
    });
  });

  it.each([
    ['TE1240120878811', 'child-under-6'],
    ['HN2240120878811', 'poor-household'],
    ['cn3240120878811', 'near-poor-household'],
    ['HS4240120878811', null],
    ['0120878811', null],
  ])('%s → %s, and the number is gone', (number, exemptionHint) => {
    const reading = readHealthCard(code(number));
    expect(reading).toMatchObject({ ok: true, card: { name: 'Bạn Đọc Nhỏ', sex: 'F', exemptionHint } });
    expect(JSON.stringify(reading)).not.toContain('0120878811');
  });

  it('reads a year alone, and an address left empty', () => {
    expect(readHealthCard(`0120878811|${name}|1953|1|-|${rest}`)).toMatchObject({
      ok: true,
      card: { birthDate: null, birthYear: 1953, sex: 'M', residence: null },
    });
  });

  it.each([
    ['not-a-health-card', '024090001234||BẠN ĐỌC THỬ|01011990|Nam|Bắc Ninh|'],
    ['name-damaged', `TE1240120878811|${name}f|01/06/2012|2|${address}|${rest}`],
    ['name-damaged', `TE1240120878811|c3|01/06/2012|2|${address}|${rest}`],
    ['name-damaged', `TE1240120878811||01/06/2012|2|${address}|${rest}`],
    ['bad-birth-date', `TE1240120878811|${name}|30/02/2012|2|${address}|${rest}`],
    ['cut', code('TE1240120878811').slice(0, 40)],
    ['cut', `TE1240120878811|${name}|01/06/2012|2|${address.slice(0, 8)}`],
  ])('%s', (fault, text) => {
    expect(readHealthCard(text)).toEqual({ ok: false, fault });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'TE1240120878811|', '0120878811|'),
        (text, start) => {
          expect(typeof readHealthCard(start + text).ok).toBe('boolean');
        },
      ),
    );
  });
});

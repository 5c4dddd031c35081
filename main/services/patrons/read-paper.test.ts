import { describe, expect, it } from 'vitest';
import type { PaperReading, Registration } from '../../../contract/workstation/patrons.ts';
import cards from '../../../domain/identifiers/citizen-card.vectors.json' with { type: 'json' };
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

/** Everybody in these papers is invented. */
const grownUp = '024090001234||Nguyễn Văn Thử|01011990|Nam|Thôn Thử, Xã Thử, Bắc Giang|15042021';
/** A card of 2024 has the parents' names behind what is printed. */
const child = '024215001234||Bạn Đọc Nhỏ|01062015|Nam|Xã Thử, Bắc Ninh|02012025||CHA THỬ|MẸ THỬ|';
const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const health = (number: string): string =>
  `${number}|${hex('Bạn Đọc Nhỏ')}|01/06/2021|2|${hex('Xã Thử, Bắc Ninh')}|24 - 007|01/01/2025|31/12/2025|$`;
const vector = (id: string): string => cards.vectors.find((known) => known.id === id)?.payload ?? '';

const nothing: PaperReading = {
  kind: 'other',
  name: '',
  birthDate: '',
  residence: '',
  citizenId: '',
  guardianName: '',
  exemption: null,
  known: null,
  warnings: [],
};
const read = async ({ databases }: TestStation, text: string): Promise<PaperReading> =>
  databases.writer.readPaper(text);
const formOf = (reading: PaperReading, card: string): Registration => ({
  name: reading.name,
  birthDate: reading.birthDate,
  category: 'nguoi-lon',
  card,
  residence: reading.residence,
  phone: '',
  email: '',
  citizenId: reading.citizenId,
  guarantor: null,
  guardianName: reading.guardianName,
  guardianPhone: '',
  exemption: reading.exemption,
  consents: [],
});

describe('a citizen card', () => {
  it('fills the form, and keeps nothing by being read', async () => {
    const station = await testStation();
    expect(await read(station, grownUp)).toStrictEqual({
      ...nothing,
      kind: 'citizen-card',
      name: 'Nguyễn Văn Thử',
      birthDate: '1990-01-01',
      residence: 'Thôn Thử, Xã Thử, Bắc Giang',
      citizenId: '024090001234',
    });
    expect(await station.rows()).toStrictEqual([]);
    expect((await station.databases.writer.syncPosition()).head.seq).toBe(0);
  });

  it('of a child names who answers for it, and the form can be sent as it is', async () => {
    const station = await testStation();
    const reading = await read(station, child);
    expect(reading).toMatchObject({ name: 'Bạn Đọc Nhỏ', guardianName: 'CHA THỬ', warnings: [] });
    expect(await station.desk.register(formOf(reading, 'THE-9'))).toMatchObject({ ok: true });
    // A grown person answers for himself, whatever stands on the card.
    expect((await read(station, `${grownUp}||CHA THỬ|MẸ THỬ|`)).guardianName).toBe('');
  });

  it('says who it is registered for already, in whatever way it is scanned', async () => {
    const station = await testStation();
    const first = await read(station, grownUp);
    expect(first.known).toBeNull();
    const answer = await station.desk.register(formOf(first, 'THE-9'));
    const known = {
      id: answer.ok ? answer.patron.id : '',
      card: 'THE-9',
      name: 'Nguyễn Văn Thử',
    };
    for (const text of [grownUp, `\ufeff${grownUp}\r\n`, grownUp.normalize('NFD')])
      expect((await read(station, text)).known).toStrictEqual(known);
    expect((await read(station, child)).known).toBeNull();
  });

  it('that is of two minds fills the form and says so', async () => {
    const station = await testStation();
    const reading = await read(station, grownUp.replace('01011990', '1991').replace('|Nam|', '|Nữ|'));
    expect(reading).toMatchObject({ kind: 'citizen-card', name: 'Nguyễn Văn Thử', birthDate: '' });
    expect(reading.warnings).toStrictEqual(
      ['sex-mismatch', 'birth-year-mismatch', 'birth-year-only'].map((what) => ({
        code: 'LT-1810',
        params: { what },
      })),
    );
  });
});

describe('a health card', () => {
  it.each([
    ['TE1240120878811', 'child'],
    ['HN2240120878811', 'poor-household'],
    ['CN3240120878811', 'near-poor-household'],
    ['HS4240120878811', null],
  ])('%s fills the form with the ground %s, and its number is gone', async (number, exemption) => {
    const station = await testStation();
    const reading = await read(station, health(number));
    expect(reading).toStrictEqual({
      ...nothing,
      kind: 'health-card',
      name: 'Bạn Đọc Nhỏ',
      birthDate: '2021-06-01',
      residence: 'Xã Thử, Bắc Ninh',
      exemption,
    });
    // The ground is one that a registration takes.
    const form = { ...formOf(reading, 'THE-9'), guardianName: 'Mẹ Thử' };
    expect(await station.desk.register(form)).toMatchObject({ ok: true });
  });
});

describe('anything else', () => {
  it('that was a person’s paper is unreadable, says why, and shows nothing of it', async () => {
    const station = await testStation();
    const faults: Readonly<Record<string, string>> = {
      [grownUp.slice(0, 40)]: 'cut',
      [grownUp.slice(0, -3)]: 'cut',
      [health('TE1240120878811').slice(0, 40)]: 'cut',
      [grownUp.replace('01011990', '31021990')]: 'bad-birth-date',
      [grownUp.slice(1)]: 'bad-id-number',
      [grownUp.replace('Thử|', 'Th\ufffd|')]: 'name-damaged',
    };
    for (const [text, fault] of Object.entries(faults))
      expect(await read(station, text), text).toStrictEqual({
        ...nothing,
        kind: 'unreadable',
        warnings: [{ code: 'LT-1804', params: { fault } }],
      });
  });

  it('is no paper: a payment code, an address, a card, a copy, a book number, a word, nothing', async () => {
    const station = await testStation();
    const vietQr = vector('vietqr-at-cccd-prompt');
    const address = vector('url');
    for (const text of [
      vietQr,
      address,
      'THE-1',
      'VV.1',
      '9786042088268',
      '9786042088269',
      '%LT-XONG',
      'Thử',
      '',
      ' \r\n',
    ])
      expect(await read(station, text), text).toStrictEqual(nothing);
  });
});

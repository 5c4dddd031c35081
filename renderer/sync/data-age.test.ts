import { expect, it } from 'vitest';
import { namespaces, startLanguages } from '../i18n/start.ts';
import { dataAge } from './data-age.ts';

const t = startLanguages('vi').getFixedT('vi', namespaces);
const at = Date.parse('2026-11-22T10:00:00+07:00');

it.each([
  [null, null],
  ['2026-11-22T09:58:00+07:00', null],
  ['2026-11-22T09:45:00+07:00', null],
  ['2026-11-22T09:44:59+07:00', 'dữ liệu lúc 09:44'],
  ['2026-11-22T00:01:00+07:00', 'dữ liệu lúc 00:01'],
  ['2026-11-21T09:41:00+07:00', 'dữ liệu lúc 09:41 hôm qua'],
  ['2026-11-21T16:30:00Z', 'dữ liệu lúc 23:30 hôm qua'],
  ['2026-11-20T23:59:00+07:00', 'dữ liệu lúc 23:59 ngày 20/11/2026'],
  // A clock that was set back makes nothing old.
  ['2026-11-23T10:00:00+07:00', null],
])('data of %s: %s', (dataAt, words) => {
  expect(dataAge(t, dataAt, at, 15)).toBe(words);
});

it('says it later where the desk wants to hear it later', () => {
  expect(dataAge(t, '2026-11-22T09:30:00+07:00', at, 60)).toBeNull();
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('command line', () => {
  it('asks for nothing but a place for the data', () => {
    expect(readOptions(['--data', 'D'], {})).toEqual({
      database: { folder: 'D' },
      host: '127.0.0.1',
      port: 0,
      names: [],
      tls: null,
      snapshots: join('D', 'snapshots'),
      audit: join('D', 'audit'),
      metricsToken: null,
      adminToken: null,
      demo: false,
      demoDay: null,
      enrolments: [],
      bearerKeys: false,
      newEpoch: null,
    });
  });

  it('takes PostgreSQL from the environment, unless a folder is named', () => {
    const environment = { DATABASE_URL: 'postgres://db/lt' };
    expect(readOptions([], environment).database).toEqual({ url: 'postgres://db/lt' });
    expect(readOptions(['--data', 'D'], environment).database).toEqual({ folder: 'D' });
  });

  it('reads enrolments; only the key may hold colons', () => {
    const args = ['--data', 'D', '--enrol', 'ST-1:lib-1:Quầy 1:k:e:y', '--enrol', 'ST-2:lib-1:Quầy 2:key'];
    expect(readOptions(args, {}).enrolments).toEqual([
      { station: 'ST-1', library: 'lib-1', desk: 'Quầy 1', proof: { bearer: 'k:e:y' } },
      { station: 'ST-2', library: 'lib-1', desk: 'Quầy 2', proof: { bearer: 'key' } },
    ]);
  });

  it.each([
    [[], 'DATABASE_URL'],
    [['--data', 'D', '--port', '70000'], '70000'],
    [['--data', 'D', '--port', '80a'], '80a'],
    [['--data', 'D', '--enrol', 'ST-1:lib-1:key'], 'STATION:LIBRARY:DESK:KEY'],
    [['--data', 'D', '--demo-day', 'tomorrow'], 'tomorrow'],
    [['--data', 'D', '--unheard-of'], '--unheard-of'],
  ])('refuses %j in words', (args, words) => {
    expect(() => readOptions(args, {})).toThrow(words);
  });

  it('never repeats a key in a complaint', () => {
    expect(() => readOptions(['--data', 'D', '--enrol', 'only-a-secret'], {})).toThrow(/^(?!.*secret)/);
  });
});

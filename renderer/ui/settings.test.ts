import { describe, expect, it } from 'vitest';
import { openSettings, readSettings } from './settings.ts';

const fresh = readSettings(null);

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const entries = new Map<string, string>();
  return {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, text) => void entries.set(name, text),
  };
}

describe('settings', () => {
  it('survive a reload', () => {
    const storage = memory();
    const settings = openSettings(storage);
    settings.set({ ...settings.get(), keys: 'koha', volume: 0.2, language: 'en' });
    expect(openSettings(storage).get()).toEqual({ ...fresh, keys: 'koha', volume: 0.2, language: 'en' });
  });

  it.each([
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{"volume":7,"wedgeGap":"fast","textSize":-1,"muted":1,"keys":"vim"}',
  ])('that are broken count as not set: %s', (text) => {
    expect(readSettings(text)).toEqual(fresh);
  });
});

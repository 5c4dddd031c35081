import { describe, expect, it } from 'vitest';
import { factoryDevice } from '../../../contract/devices/factory.ts';
import { isSameLine } from './same-line.ts';
import { settingsChange } from './settings-change.ts';

const named = (id: string, name: string) => ({ ...factoryDevice('printer', id), name });

describe('a file in place of the settings', () => {
  it('is told by name: what comes, changes, goes and stays', () => {
    const before = [named('1', 'Ở lại'), named('2', 'Tên cũ'), named('3', 'Đi')];
    const after = [named('1', 'Ở lại'), named('2', 'Tên mới'), named('4', 'Đến')];
    expect(settingsChange(before, after)).toStrictEqual({
      added: ['Đến'],
      changed: ['Tên mới'],
      removed: ['Đi'],
      same: ['Ở lại'],
    });
  });
});

describe('a line', () => {
  it('is the same one at another speed', () => {
    const line = { kind: 'serial', path: 'COM3', baudRate: 9_600 } as const;
    expect(isSameLine(line, { ...line, baudRate: 115_200 })).toBe(true);
    expect(isSameLine(line, { ...line, path: 'COM4' })).toBe(false);
    expect(isSameLine(line, { kind: 'file', path: 'COM3' })).toBe(false);
    expect(isSameLine({ kind: 'tcp', host: 'a', port: 1 }, { kind: 'tcp', host: 'a', port: 2 })).toBe(false);
  });
});

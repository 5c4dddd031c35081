import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { freshConfig, readConfig, writeConfig } from '../../config.ts';
import { testFolder } from '../../testing/folders.ts';
import { deviceSettings, type DeviceSettings } from './device-settings.ts';

const scanner = (id: string): DeviceConfig => ({
  id,
  kind: 'scanner',
  name: 'Máy quét quầy 1',
  transport: { kind: 'serial', path: 'COM3', baudRate: 9_600 },
  framing: { prefix: '', suffix: '\r', aim: 'auto' },
});

interface Station {
  readonly folder: string;
  readonly settings: DeviceSettings;
  readonly changes: (readonly DeviceConfig[])[];
  /** What a restart would find. */
  stored(): readonly DeviceConfig[] | null;
}

function station(initial: readonly DeviceConfig[] = []): Station {
  const folder = testFolder();
  const config = { ...freshConfig('ST-1'), devices: [...initial] };
  writeConfig(folder, config);
  const changes: (readonly DeviceConfig[])[] = [];
  return {
    folder,
    changes,
    settings: deviceSettings(
      initial,
      (devices) => writeConfig(folder, { ...config, devices: [...devices] }),
      (devices) => changes.push(devices),
    ),
    stored() {
      const read = readConfig(folder);
      return read.ok ? (read.config?.devices ?? null) : null;
    },
  };
}

describe('the devices of a station', () => {
  it('are saved as a whole, and told', () => {
    const { settings, changes, stored } = station();
    const devices = [scanner('s1'), scanner('s2')];
    expect(settings.save(devices)).toBe(null);
    expect(settings.all()).toEqual(devices);
    expect(stored()).toEqual(devices);
    expect(changes).toEqual([devices]);
  });

  it('two with one id are refused, and nothing changed', () => {
    const { settings, changes, stored } = station([scanner('s1')]);
    expect(settings.save([scanner('s2'), scanner('s2')])).toEqual({ problem: 'same-id', where: '' });
    expect(settings.all()).toEqual([scanner('s1')]);
    expect(stored()).toEqual([scanner('s1')]);
    expect(changes).toEqual([]);
  });

  it('travel to another station as a file, also through an editor that puts a mark in front', () => {
    const here = station([scanner('s1')]);
    for (const mark of ['', '\uFEFF']) {
      const there = station([scanner('old')]);
      expect(there.settings.import(`${mark}${here.settings.exported()}`)).toBe(null);
      expect(there.stored()).toEqual([scanner('s1')]);
    }
  });

  const file = (change: object): string =>
    JSON.stringify({ format: 'luu-thong-devices', version: 1, devices: [], ...change });
  it.each([
    ['no JSON', '{', ''],
    ['nothing', '', ''],
    ['a list', '[]', ''],
    ['of another program', file({ format: 'other' }), 'format'],
    ['of a later version', file({ version: 2 }), 'version'],
    ['a device of no kind', file({ devices: [{ ...scanner('s1'), kind: 'toaster' }] }), 'devices.0.kind'],
    [
      'a speed that no port has',
      file({ devices: [{ ...scanner('s1'), transport: { kind: 'serial', path: 'COM3', baudRate: -1 } }] }),
      'devices.0.transport.baudRate',
    ],
    [
      'too many',
      file({ devices: Array.from({ length: 500 }, (_, index) => scanner(`s${index}`)) }),
      'devices',
    ],
  ])('a file with %s changes nothing, and says where', (_, text, where) => {
    const { settings, changes, stored } = station([scanner('s1')]);
    expect(settings.import(text)).toEqual({ problem: 'not-a-settings-file', where });
    expect(stored()).toEqual([scanner('s1')]);
    expect(changes).toEqual([]);
  });

  it('a folder that cannot be written leaves everything as it was', () => {
    const { folder, settings, changes } = station([scanner('s1')]);
    const before = readFileSync(join(folder, 'station.json'), 'utf8');
    // What stands in the place of the new file cannot be overwritten, whoever runs this.
    mkdirSync(join(folder, 'station.json.new'));
    expect(settings.save([scanner('s2')])).toMatchObject({
      problem: 'not-written',
      where: expect.stringContaining('station.json.new'),
    });
    expect(settings.all()).toEqual([scanner('s1')]);
    expect(changes).toEqual([]);
    expect(readFileSync(join(folder, 'station.json'), 'utf8')).toBe(before);
  });
});

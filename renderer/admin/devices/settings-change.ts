import type { DeviceConfig } from '../../../contract/devices/config.ts';

/** What a list of devices in place of another would do, by name. */
export interface SettingsChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly same: readonly string[];
}

export function settingsChange(
  before: readonly DeviceConfig[],
  after: readonly DeviceConfig[],
): SettingsChange {
  const old = new Map(before.map((device) => [device.id, JSON.stringify(device)]));
  const kept = new Set(after.map(({ id }) => id));
  const named = (fits: (device: DeviceConfig) => boolean, of = after): readonly string[] =>
    of.filter(fits).map(({ name }) => name);
  return {
    added: named(({ id }) => !old.has(id)),
    changed: named((device) => old.has(device.id) && old.get(device.id) !== JSON.stringify(device)),
    removed: named(({ id }) => !kept.has(id), before),
    same: named((device) => old.get(device.id) === JSON.stringify(device)),
  };
}

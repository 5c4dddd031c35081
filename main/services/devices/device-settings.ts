import type { DeviceConfig } from '../../../contract/devices/config.ts';
import { deviceFileSchema } from '../../../contract/devices/device-file.ts';
import type { DeviceSettingsProblem } from '../../../contract/workstation/devices.ts';

/** The devices of a station as they are set up: read, replaced as a whole, carried to another station as a file. */
export interface DeviceSettings {
  all(): readonly DeviceConfig[];
  /** Null when they are saved; else what is wrong, and nothing changed. */
  save(devices: readonly DeviceConfig[]): DeviceSettingsProblem | null;
  /** Text of a file with all of them. */
  exported(): string;
  /** Takes such a text in place of what is set up. */
  import(text: string): DeviceSettingsProblem | null;
}

/** @param store writes them durably; throws when that was not possible */
export function deviceSettings(
  initial: readonly DeviceConfig[],
  store: (devices: readonly DeviceConfig[]) => void,
  onChange: (devices: readonly DeviceConfig[]) => void,
): DeviceSettings {
  let devices = initial;

  const save = (next: readonly DeviceConfig[]): DeviceSettingsProblem | null => {
    if (new Set(next.map(({ id }) => id)).size < next.length) return { problem: 'same-id', where: '' };
    try {
      store(next);
    } catch (error) {
      return { problem: 'not-written', where: error instanceof Error ? error.message : String(error) };
    }
    devices = next;
    onChange(devices);
    return null;
  };

  return {
    all: () => devices,
    save,
    exported: () => `${JSON.stringify({ format: 'luu-thong-devices', version: 1, devices }, null, 2)}\n`,
    import(text) {
      const read = deviceFileSchema.safeParse(parsed(text));
      if (read.success) return save(read.data.devices);
      const [issue] = read.error.issues;
      return { problem: 'not-a-settings-file', where: issue?.path.join('.') ?? '' };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

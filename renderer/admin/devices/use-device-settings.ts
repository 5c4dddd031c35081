import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { DeviceSettingsProblem } from '../../../contract/workstation/devices.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';

export type SettingsProblem =
  | DeviceSettingsProblem
  | { readonly problem: 'no-answer'; readonly where: string };

export interface DeviceSettingsCalls {
  /** Undefined until they are known. */
  readonly devices: readonly DeviceConfig[] | undefined;
  readonly busy: boolean;
  /** Null when all of them are saved. */
  save(devices: readonly DeviceConfig[]): Promise<SettingsProblem | null>;
  /** The same with the text of a file. */
  importText(text: string): Promise<SettingsProblem | null>;
}

/** The devices of this station as they are set up; always replaced as a whole. */
export function useDeviceSettings(): DeviceSettingsCalls {
  const api = useApi();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({ queryKey: keys.deviceSettings, queryFn: () => api.devices.settings() });
  const asked = useCallback(
    async (call: () => Promise<DeviceSettingsProblem | null>): Promise<SettingsProblem | null> => {
      setBusy(true);
      try {
        const problem = await call();
        await queries.invalidateQueries({ queryKey: keys.deviceSettings });
        return problem;
      } catch {
        return { problem: 'no-answer', where: '' };
      } finally {
        setBusy(false);
      }
    },
    [queries],
  );
  return {
    devices: data,
    busy,
    save: (devices) => asked(() => api.devices.saveSettings({ devices: [...devices] })),
    importText: (text) => asked(() => api.devices.importSettings({ text })),
  };
}

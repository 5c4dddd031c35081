import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { DeviceState, TrialEvent } from '../../../contract/devices/drivers.ts';
import { keys } from '../../connection/keys.ts';
import { useApi } from '../../connection/queries.ts';

export interface Trial {
  /** Null until the driver process has said something. */
  readonly state: DeviceState | null;
  /** What the device did, the newest first. */
  readonly events: readonly Exclude<TrialEvent, { readonly type: 'device' }>[];
}

/** Runs a device for a trial as long as somebody looks at it; the desk has it back afterwards. */
export function useTrial(config: DeviceConfig): Trial {
  const api = useApi();
  const queries = useQueryClient();
  const { data: all = [] } = useQuery<readonly TrialEvent[]>({
    queryKey: keys.trial,
    queryFn: () => queries.getQueryData<readonly TrialEvent[]>(keys.trial) ?? [],
  });
  useEffect(() => {
    const end = (): void => void api.devices.trial({ device: null }).catch(() => undefined);
    queries.setQueryData<readonly TrialEvent[]>(keys.trial, []);
    void api.devices.trial({ device: config }).catch(() => undefined);
    // A window that is closed takes no leave of React.
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      end();
    };
  }, [api, queries, config]);
  const own = all.filter((event) => (event.type === 'device' ? event.state.id : event.device) === config.id);
  const told = own.find((event) => event.type === 'device');
  return {
    state: told?.state ?? null,
    events: own.filter((event) => event.type !== 'device'),
  };
}

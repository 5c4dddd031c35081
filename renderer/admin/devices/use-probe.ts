import { useCallback, useState } from 'react';
import type { Transport } from '../../../contract/devices/config.ts';
import type { Probed } from '../../../contract/devices/detection.ts';
import { useApi } from '../../connection/queries.ts';

/** What came of asking a line who hangs on it. */
export type Probing =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' }
  | { readonly state: 'nobody' }
  | { readonly state: 'answered'; readonly probed: Probed };

export function useProbe(): { readonly probing: Probing; ask(transport: Transport): void } {
  const api = useApi();
  const [probing, setProbing] = useState<Probing>({ state: 'idle' });
  const ask = useCallback(
    (transport: Transport): void => {
      setProbing({ state: 'asking' });
      api.devices.probe({ transport }).then(
        (probed) => setProbing(probed ? { state: 'answered', probed } : { state: 'nobody' }),
        () => setProbing({ state: 'nobody' }),
      );
    },
    [api],
  );
  return { probing, ask };
}

import { useMemo, useState } from 'react';
import { useApi } from '../connection/queries.ts';

/** Commands to the virtual devices; what follows from them comes by event. */
export interface TrainingCalls {
  present(device: string, codes: readonly string[]): void;
  plug(device: string, plugged: boolean): void;
  paper(device: string, state: 'ok' | 'out'): void;
  /** Carries books out through a gate. */
  walk(device: string, codes: readonly string[]): void;
  /** Puts tagged books on an RFID pad. */
  lay(device: string, codes: readonly string[]): void;
  /** Takes them away; all of them when null. */
  lift(device: string, codes: readonly string[] | null): void;
  tagFault(device: string, code: string, fault: 'none' | 'stuck' | 'weak'): void;
  /** True while the last command was not taken. */
  readonly failed: boolean;
}

export function useTrainingCalls(): TrainingCalls {
  const api = useApi();
  const [failed, setFailed] = useState(false);
  return useMemo(() => {
    const told = (call: Promise<void>): void => {
      call.then(
        () => setFailed(false),
        () => setFailed(true),
      );
    };
    return {
      present: (device, codes) => told(api.training.present({ device, codes: [...codes] })),
      plug: (device, plugged) =>
        told(plugged ? api.training.plug({ device }) : api.training.unplug({ device })),
      paper: (device, state) => told(api.training.paper({ device, state })),
      walk: (device, codes) => told(api.training.walk({ device, codes: [...codes] })),
      lay: (device, codes) => told(api.training.lay({ device, codes: [...codes] })),
      lift: (device, codes) => told(api.training.lift({ device, codes: codes && [...codes] })),
      tagFault: (device, code, fault) => told(api.training.tagFault({ device, code, fault })),
      failed,
    };
  }, [api, failed]);
}

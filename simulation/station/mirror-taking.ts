import { discardSnapshot, incomingSnapshot } from '../../main/store/snapshot/incoming.ts';
import type { SyncPorts } from '../../main/sync/ports.ts';
import type { WriterVerbs } from '../../main/workers/writer-verbs.ts';

type Step = <T>(work: () => T | Promise<T>) => Promise<T>;

export interface MirrorTaking {
  readonly port: NonNullable<SyncPorts['snapshots']>;
  /** The process is gone: its files are not open any more. */
  readonly end: () => void;
}

/** What `main/workers/mirror-change.ts` does with threads, one step of the process after another. */
export function mirrorTaking(folder: string, verbs: WriterVerbs, step: Step): MirrorTaking {
  const incoming = incomingSnapshot(folder);
  return {
    port: {
      begin: (wanted) => step(() => incoming.begin(wanted)),
      append: (bytes) => step(() => incoming.append(bytes)),
      finish: () => step(() => incoming.finish()),
      adopt: async (place) => {
        await step(() => incoming.stop());
        try {
          while (!(await step(() => verbs.prepareMirror(place))));
          return await step(() => verbs.adoptMirror());
        } catch (error) {
          verbs.abandonMirror();
          throw error;
        }
      },
      discard: () =>
        step(() => {
          incoming.stop();
          discardSnapshot(folder);
        }),
    },
    end: () => incoming.stop(),
  };
}

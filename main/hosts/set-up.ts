import { implement } from '@orpc/server';
import type { Logger } from 'pino';
import type { EnrolInput, SetUpAnswer } from '../../contract/workstation/set-up.ts';
import { setUpContract } from '../../contract/workstation/set-up.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import type { PageContext } from '../router.ts';
import { enrolStation } from '../sync/enrol-station.ts';
import type { Keystore } from '../sync/key-file.ts';

export interface SetUp {
  readonly router: SetUpRouter;
  /** Resolves when the folder has become a station and the person wants to begin. */
  readonly done: Promise<void>;
}

/** What a page can do while a folder is no station: type the code of the province. */
export function setUpStation(folder: string, keystore: Keystore, logger: Logger): SetUp {
  const begun = Promise.withResolvers<void>();
  let enrolled = false;
  const enrol = async (input: EnrolInput): Promise<SetUpAnswer> => {
    const answer = await enrolStation({ ...input, folder, keystore, discardUnsent: null });
    if (!answer.ok)
      return 'compare' in answer
        ? { kind: 'compare', fingerprint: answer.compare }
        : { kind: 'refused', reason: answer.reason };
    enrolled = true;
    const { station, desk, library } = answer.station;
    logger.info({ station, library: library.id }, 'enrolled');
    return { kind: 'enrolled', station, desk, library: library.name, exposed: answer.exposed };
  };
  return {
    router: setUpRouter(folder, enrol, () => {
      if (enrolled) begun.resolve();
    }),
    done: begun.promise,
  };
}

export type SetUpRouter = ReturnType<typeof setUpRouter>;

function setUpRouter(folder: string, enrol: (input: EnrolInput) => Promise<SetUpAnswer>, begin: () => void) {
  const os = implement(setUpContract).$context<PageContext>();
  return os.router({
    station: { events: os.station.events.handler(({ signal }) => saysSetUp(folder, signal)) },
    setUp: {
      enrol: os.setUp.enrol.handler(({ input }) => enrol(input)),
      begin: os.setUp.begin.handler(() => begin()),
    },
  });
}

/** Stays open as a station's events do, so that the page notices when the station comes in its place. */
async function* saysSetUp(
  folder: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<StationEvent, void, void> {
  yield { type: 'set-up', folder };
  await new Promise<void>((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

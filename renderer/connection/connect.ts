import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Workstation } from '../../contract/workstation/contract.ts';
import type { setUpContract } from '../../contract/workstation/set-up.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import type { Store } from '../ui/store.ts';
import { createStore } from '../ui/store.ts';
import { backOff } from './back-off.ts';
import { cutOffBy } from './cut-off.ts';
import type { Line, OpenLine } from './line.ts';

/** The core's verbs, over whatever line is open now. A call without a line, or cut off, rejects. */
export type StationApi = ContractRouterClient<Workstation & typeof setUpContract>;

/**
 * `opening` until the first hello, then `open`; `lost` while the core is being looked for again; `set-up` where the
 * folder is no station yet.
 */
type ConnectionState = 'opening' | 'open' | 'lost' | 'set-up';

export interface Connection {
  readonly api: StationApi;
  readonly state: Store<ConnectionState>;
  /** The folder that is no station yet; empty where there is one. */
  readonly setUpFolder: Store<string>;
  /** Keeps a line open until `signal` aborts, telling `onEvent` everything the core says. */
  run(onEvent: (event: StationEvent) => void, signal: AbortSignal): Promise<void>;
}

/** One client for the life of the page: the core may be killed and come back beneath it. */
export function connect(openLine: OpenLine): Connection {
  const state = createStore<ConnectionState>('opening');
  const setUpFolder = createStore('');
  let line: (Line & { readonly untilClosed: ReturnType<typeof cutOffBy> }) | null = null;
  const api: StationApi = createORPCClient({
    call: (path, input, options) => {
      if (line === null) return Promise.reject(new Error('No line to the core.'));
      // A line may go without a word to those who wait on it: then nobody will ever answer.
      return line.untilClosed(line.link.call(path, input, options));
    },
  });

  const listen = async (onEvent: (event: StationEvent) => void, signal: AbortSignal): Promise<void> => {
    for await (const event of await api.station.events(undefined, { signal })) {
      if (event.type === 'hello') state.set('open');
      if (event.type === 'set-up') {
        setUpFolder.set(event.folder);
        state.set('set-up');
      }
      onEvent(event);
    }
  };
  /** True when the core answered before the line went. */
  const once = async (onEvent: (event: StationEvent) => void, signal: AbortSignal): Promise<boolean> => {
    let greeted = false;
    const greet = (event: StationEvent): void => {
      greeted = true;
      onEvent(event);
    };
    try {
      const opened = await openLine(signal);
      line = { ...opened, untilClosed: cutOffBy(opened.closed) };
      // A port replaced by a newer one ends in silence, so the stream alone would never notice.
      await Promise.race([listen(greet, signal), line.closed]);
    } catch {
      // Why a line broke does not matter to the desk: it is shown as lost and looked for again.
    } finally {
      line?.close();
      line = null;
      if (state.get() === 'open') state.set('lost');
    }
    return greeted;
  };

  return {
    api,
    state,
    setUpFolder,
    run: async (onEvent, signal) => {
      let attempt = 0;
      while (!signal.aborted) {
        attempt = (await once(onEvent, signal)) ? 0 : attempt + 1;
        if (!signal.aborted) await sleep(backOff(attempt, Math.random()));
      }
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

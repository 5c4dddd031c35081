import type { StationEvent } from '../../contract/workstation/station.ts';

/** Tells every attached page what happened. Pages that are slow are told to fetch everything again. */
export interface StationEvents {
  publish(event: StationEvent): void;
  /** From now on, until `signal` aborts. The first event is `hello`. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<StationEvent, void, void>;
}

/** Events a page may be behind before it is told to start over instead: memory stays bounded. */
const backlogLimit = 1_000;

export function stationEvents(boot: string): StationEvents {
  const hello: StationEvent = { type: 'hello', boot };
  const subscribers = new Set<(event: StationEvent) => void>();
  return {
    publish: (event) => {
      for (const deliver of subscribers) deliver(event);
    },
    async *subscribe(signal) {
      let backlog: StationEvent[] = [hello];
      let wake: () => void = () => {};
      const deliver = (event: StationEvent): void => {
        if (backlog.length >= backlogLimit) backlog = [hello];
        backlog.push(event);
        wake();
      };
      subscribers.add(deliver);
      const onAbort = (): void => wake();
      signal?.addEventListener('abort', onAbort);
      try {
        while (!signal?.aborted) {
          const batch = backlog;
          backlog = [];
          yield* batch;
          if (backlog.length === 0 && !signal?.aborted)
            await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        subscribers.delete(deliver);
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}

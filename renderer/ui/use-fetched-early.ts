import { useEffect, useRef } from 'react';

/**
 * Fetches parts of the page when nothing else is going on. The core serves the page too: a part first asked for
 * while the core is away would be missing. A part that cannot be fetched now is asked for again when it is opened.
 */
export function useFetchedEarly(...parts: readonly (() => Promise<unknown>)[]): void {
  const wanted = useRef(parts);
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      void Promise.allSettled(wanted.current.map((part) => part()));
    });
    return () => cancelIdleCallback(idle);
  }, []);
}

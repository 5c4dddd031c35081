import { useExceptions } from '../connection/queries.ts';

/** How many disagreements wait for somebody at this library; 0 until it is known. */
export function useWaitingExceptions(): number {
  const { data = [] } = useExceptions();
  return data.filter(({ resolved }) => resolved === null).length;
}

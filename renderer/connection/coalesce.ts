/**
 * Turns a burst of calls into as few runs as keep the answer fresh: while one run is going, any number of calls
 * means exactly one more. `run` must not reject.
 */
export function coalesce(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const go = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await run();
      // Read through a function: the compiler cannot see that a call meanwhile changed it.
    } while (wantsMore());
    running = false;
  };
  const wantsMore = (): boolean => again;
  return () => {
    if (running) again = true;
    else void go();
  };
}

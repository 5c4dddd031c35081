export interface Ending {
  /** Waited for before anything is closed, within limits. */
  settled(): Promise<void>;
  close(): void;
}

/** The core gives a helper 2 s before it kills it. */
const patienceMs = 1_500;

/**
 * How a driver process lives and dies. It belongs to the core: it ends when told, or when the core is gone.
 * An uncaught error ends it with exit code 1 and a line on stderr; the core's supervisor starts a fresh one.
 * @returns ends the process in good order, the first time it is called
 */
export function startProcessLife({ settled, close }: Ending): () => void {
  let ending = false;
  const leave = (): void => {
    close();
    process.exit(0);
  };
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(leave, patienceMs);
    void settled().then(leave);
  };

  process.on('uncaughtException', (error) => {
    process.stderr.write(`driver process ${process.pid} ends: ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  process.on('SIGTERM', end);
  // Ctrl+C reaches the whole process group. The core decides what happens then; a slip may still be coming out.
  process.on('SIGINT', () => undefined);
  return end;
}

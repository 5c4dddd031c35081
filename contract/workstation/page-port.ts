/**
 * How the page gets its line to the core in the Electron window. The shell posts one MessagePort to the preload
 * under this name; the preload posts it on to the page as `{ type: PAGE_PORT }` with that port, and nothing else.
 */
export const PAGE_PORT = 'luu-thong:port';

/** The only origin the Electron window ever shows, and the only one that is handed a port. */
export const SHELL_ORIGIN = 'app://luu-thong';

/** What arrives at the page's `window` with exactly one port. A new one means: the old line is gone. */
export interface PagePortMessage {
  readonly type: typeof PAGE_PORT;
}

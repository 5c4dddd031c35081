import type { BrowserWindow } from 'electron';
import { SHELL_ORIGIN } from '../../../contract/workstation/page-port.ts';
import { CRASH_PATH } from './crash-page.ts';
import { DESK_ADDRESS } from './protocol.ts';

const RELOADS = 3;
const WITHIN_MS = 60_000;
const PATIENCE_MS = 15_000;

/**
 * Brings the page back when its process dies: at most 3 times in 60 s, then the crash page, which a person can
 * leave by its button. A page that hangs longer than 15 s is ended, and so comes back the same way. Nothing is
 * lost by it: what was shown as done is in the journal, in another process.
 */
export function recoverPage(window: BrowserWindow, log: (line: string) => void): void {
  const { webContents } = window;
  let reloads: readonly number[] = [];
  let patience: NodeJS.Timeout | undefined;

  webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(patience);
    if (reason === 'clean-exit') return;
    const now = performance.now();
    reloads = [...reloads.filter((at) => now - at < WITHIN_MS), now];
    const address = reloads.length > RELOADS ? `${SHELL_ORIGIN}${CRASH_PATH}` : DESK_ADDRESS;
    log(`page process gone (${reason}); loading ${address}`);
    // Not inside the event: Chromium is still taking the old process apart.
    setImmediate(() => {
      if (!window.isDestroyed()) void showPage(window, address, log);
    });
  });
  window.on('unresponsive', () => {
    log('page does not respond');
    patience = setTimeout(() => webContents.forcefullyCrashRenderer(), PATIENCE_MS);
  });
  window.on('responsive', () => clearTimeout(patience));
  window.on('closed', () => clearTimeout(patience));
}

/** Loads an address of ours. A load that fails is logged, and shown: a hidden window would look like no program. */
export async function showPage(
  window: BrowserWindow,
  address: string,
  log: (line: string) => void,
): Promise<void> {
  try {
    await window.loadURL(address);
  } catch (error) {
    log(`cannot load ${address}: ${String(error)}`);
    if (!window.isDestroyed()) window.show();
  }
}

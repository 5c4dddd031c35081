import type { App, BrowserWindow, Dialog, PowerMonitor } from 'electron';
import { leaving } from '../leaving.ts';

export interface LeaveParts {
  readonly app: Pick<App, 'quit'>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  /** This process, for the signals that end it. */
  readonly process: Pick<NodeJS.Process, 'on'>;
  /** Facts that wait to be sent; null when no core can say. */
  unsent(hurry: boolean): Promise<number | null>;
}

/**
 * Asks before `window`, the only one, closes while facts wait to be sent; a quit closes it too. While somebody waits,
 * its title and its place in the taskbar show how far it is: a box of the system cannot be written anew. The end of
 * the session and the signals that end a program are never in question.
 */
export function askBeforeLeaving(window: BrowserWindow, parts: LeaveParts): void {
  const { mayLeave, letGo } = leaving({
    unsent: parts.unsent,
    async ask({ message, detail, buttons, stay }, signal) {
      if (signal.aborted) return stay;
      const { response } = await parts.dialog.showMessageBox(window, {
        type: 'question',
        title: 'Lưu Thông',
        message,
        detail,
        buttons: [...buttons],
        defaultId: 0,
        cancelId: stay,
        noLink: true,
        signal,
      });
      return response;
    },
    progress(now) {
      if (window.isDestroyed()) return;
      window.setProgressBar(now === null ? -1 : now.part);
      window.setTitle(now === null ? window.webContents.getTitle() : `${now.line} · Lưu Thông`);
    },
    leave: () => parts.app.quit(),
  });
  window.on('close', (event) => {
    if (!mayLeave()) event.preventDefault();
  });
  // Windows tells the window. A shutdown that another program then cancels leaves this one to close unasked.
  window.on('query-session-end', letGo);
  window.on('session-end', letGo);
  // macOS and Linux tell the program, before they ask it to quit.
  parts.powerMonitor.on('shutdown', letGo);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    parts.process.on(signal, () => {
      letGo();
      parts.app.quit();
    });
}

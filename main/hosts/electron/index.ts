/**
 * Electron's main process. It owns windows, permissions and processes, and nothing of the library: the core runs
 * in a utility process and talks to the page over a port of its own.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  BrowserWindow,
  Menu,
  MessageChannelMain,
  app,
  dialog,
  powerMonitor,
  protocol,
  safeStorage,
  utilityProcess,
} from 'electron';
import { formatReason } from '../../../contract/locales/format.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { readCommandLine } from './command-line.ts';
import type { CoreSettings } from './core-messages.ts';
import { askBeforeLeaving } from './leave-window.ts';
import { guardContents } from './navigation.ts';
import { pagePorts } from './page-ports.ts';
import { recoverPage, showPage } from './page-recovery.ts';
import { denyAllButCamera } from './permissions.ts';
import { DESK_ADDRESS, pageScheme, servePage } from './protocol.ts';
import { systemKeystore } from './keystore.ts';
import { superviseCore } from './supervisor.ts';
import { deskWindowOptions } from './window-options.ts';

const CORE_PATIENCE_MS = 5_000;

/** The bundles lie beside this file, in `.vite/build/` of the project or of `app.asar`. */
const bundle = (file: string): string => join(import.meta.dirname, file);

/** The built page: packaged with the bundles, or where the web host has it when the program runs from source. */
const pageFolder = (): string =>
  app.isPackaged
    ? join(import.meta.dirname, '..', 'renderer', 'desk')
    : join(import.meta.dirname, '..', '..', 'dist', 'renderer');

function log(line: string): void {
  process.stderr.write(`shell: ${line}\n`);
}

function run(settings: CoreSettings): void {
  protocol.handle(pageScheme.scheme, servePage(pageFolder()));

  const ports = pagePorts(
    () => new MessageChannelMain(),
    (contents, port) => core.attachPage(contents, port),
  );
  const core = superviseCore({
    settings,
    fork: (entry, args) =>
      utilityProcess.fork(bundle(`${entry}.mjs`), [...args], { serviceName: `luu-thong-${entry}` }),
    channel: () => new MessageChannelMain(),
    onCore: () => ports.renew(),
    keystore: systemKeystore(safeStorage, process.platform),
    onRefused: refuse,
    log,
  });

  const window = new BrowserWindow(
    deskWindowOptions({ preload: bundle('preload.cjs'), packaged: app.isPackaged }),
  );
  ports.serve(window.webContents);
  recoverPage(window, log);
  askBeforeLeaving(window, { app, dialog, powerMonitor, process, unsent: core.unsent });
  window.once('ready-to-show', () => window.show());
  void showPage(window, DESK_ADDRESS, log);

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void core.stop(CORE_PATIENCE_MS).then(() => app.exit(0));
  });
}

/** The core's sentence, in a box of the system: there may be no page to say it on. */
function refuse(reason: Reason): void {
  dialog.showErrorBox('Lưu Thông', `${formatReason(reason, 'vi')}\n\n${reason.code}`);
  app.exit(1);
}

function main(): void {
  const { browser, settings } = readCommandLine(process.argv, app.getPath('appData'));
  mkdirSync(browser, { recursive: true });
  app.setPath('userData', browser);
  app.setPath('sessionData', browser);
  app.enableSandbox();
  Menu.setApplicationMenu(null);
  protocol.registerSchemesAsPrivileged([pageScheme]);
  app.on('session-created', denyAllButCamera);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app
    .whenReady()
    .then(() => run(settings))
    .catch((error: unknown) => {
      log(`cannot start: ${String(error)}`);
      app.exit(1);
    });
}

main();

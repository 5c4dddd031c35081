import { MockApp } from './app.ts';
import { MockBrowserWindow } from './browser-window.ts';
import { MockDialog } from './dialog.ts';
import { MockMenu } from './menu.ts';
import { MockMessageChannelMain } from './message-channel-main.ts';
import { MockPowerMonitor } from './power-monitor.ts';
import { MockProtocol } from './protocol.ts';
import { MockSafeStorage } from './safe-storage.ts';
import { MockUtilityProcess } from './utility-process.ts';

/** The module `electron` of a main process that has not started yet. */
export function mockElectron() {
  MockBrowserWindow.opened = [];
  MockUtilityProcess.forked = [];
  MockMenu.applicationMenu = { items: ['File', 'Edit', 'View'] };
  return {
    app: new MockApp(),
    protocol: new MockProtocol(),
    dialog: new MockDialog(),
    powerMonitor: new MockPowerMonitor(),
    safeStorage: new MockSafeStorage(),
    BrowserWindow: MockBrowserWindow,
    Menu: MockMenu,
    MessageChannelMain: MockMessageChannelMain,
    utilityProcess: MockUtilityProcess,
  };
}

/** The mocks carry what the shell uses, not the whole class; this is the one place that says so to TypeScript. */
export function as<Real>(mock: object): Real {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return mock as Real;
}

import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

export interface PageSettings {
  /** Absolute path of the bundled preload. */
  readonly preload: string;
  /** A packaged product has no developer tools. */
  readonly packaged: boolean;
}

/**
 * What the page may do, which is: show itself. Defaults of Electron are written out, because a default that
 * changes in a later Electron must show as a failing test and not as a hole.
 */
export function pagePreferences({ preload, packaged }: PageSettings): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // Chromium would fetch dictionaries from the Internet.
    spellcheck: false,
    devTools: !packaged,
  };
}

/** The desk's window. It stays hidden until it has something to show, so that nobody sees a white flash. */
export function deskWindowOptions(settings: PageSettings): BrowserWindowConstructorOptions {
  return {
    title: 'Lưu Thông',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(settings),
  };
}

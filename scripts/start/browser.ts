import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An installed browser of the Chromium family, or null. Edge is on every Windows 10 and 11. */
export function findBrowser(): string | null {
  return candidates().find((path) => existsSync(path)) ?? null;
}

/** True when a window can be shown here at all. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens an address as a window of its own, without tabs or an address bar. Its profile is in `profile`. */
export function openAppWindow(browser: string, address: string, profile: string): ChildProcess {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate',
      // A desk has to beep before anyone has clicked in the window.
      '--autoplay-policy=no-user-gesture-required',
      '--window-size=1366,768',
      // Chromium refuses to run as root with its sandbox, and warns about it unless it is a test.
      ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  );
}

function candidates(): string[] {
  const { env, platform } = process;
  if (platform === 'win32') {
    const homes = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (home) => home !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => homes.map((home) => join(home, program)));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MockBrowserWindow } from './mocks/browser-window.ts';
import { as, mockElectron } from './mocks/electron.ts';
import { MockMenu } from './mocks/menu.ts';
import { MockSession } from './mocks/session.ts';
import { MockUtilityProcess } from './mocks/utility-process.ts';
import { MockWebContents } from './mocks/web-contents.ts';
import { deskWindowOptions } from './window-options.ts';

const desk = 'app://luu-thong/index.html';
const line = process.argv;
let folder: string;
let electron: ReturnType<typeof mockElectron>;

/** Runs the main process up to where Electron says that it is ready. */
async function boot(...words: readonly string[]): Promise<void> {
  process.argv = ['luu-thong', ...words];
  vi.doMock('electron', () => electron);
  await import('./index.ts');
}

/** … and beyond. */
async function ready(): Promise<{ window: MockBrowserWindow; core: MockUtilityProcess }> {
  await boot('--data', folder);
  electron.app.ready.resolve();
  await electron.app.ready.promise;
  const [window] = MockBrowserWindow.opened;
  const [core] = MockUtilityProcess.forked;
  if (window === undefined || core === undefined) throw new Error('no window or no core');
  return { window, core };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lt-shell-'));
  vi.resetModules();
  electron = mockElectron();
  electron.app.paths.set('appData', join(folder, 'app-data'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process, 'on').mockReturnValue(process);
});

afterEach(async () => {
  process.argv = line;
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

describe('before Electron is ready', () => {
  it('the sandbox is on for every process and the scheme is registered', async () => {
    await boot();
    expect(electron.app.calls).toStrictEqual(['enableSandbox', 'requestSingleInstanceLock', 'whenReady']);
    expect(electron.protocol.schemes.map(({ scheme }) => scheme)).toStrictEqual(['app']);
    expect(MockMenu.applicationMenu).toBeNull();
    expect(MockBrowserWindow.opened).toStrictEqual([]);
    expect(MockUtilityProcess.forked).toStrictEqual([]);
  });

  it('Chromium’s files go beside the station’s, in a folder that exists', async () => {
    await boot();
    const own = join(folder, 'app-data', 'luu-thong');
    expect(electron.app.getPath('userData')).toBe(own);
    expect(electron.app.getPath('sessionData')).toBe(own);
    expect(existsSync(own)).toBe(true);
  });

  it('another data folder is another program, with its own lock', async () => {
    await boot('--data', folder);
    expect(electron.app.getPath('userData')).toBe(join(folder, 'browser'));
  });

  it('a second instance ends without starting anything', async () => {
    electron.app.hasLock = false;
    await boot();
    expect(electron.app.calls).toContain('exit 0');
    expect(electron.app.calls).not.toContain('whenReady');
  });

  it('a failure to start ends the program', async () => {
    await boot();
    electron.app.ready.reject(new Error('no display'));
    expect(await once(electron.app, 'exited')).toStrictEqual([1]);
  });
});

describe('guards', () => {
  it('are put on every contents, whoever made it', async () => {
    await boot();
    const contents = new MockWebContents();
    electron.app.emit('web-contents-created', {}, contents);
    const event = { url: 'https://example.org/', preventDefault: vi.fn() };
    contents.emit('will-navigate', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(contents.windowOpenHandler).not.toBeNull();
  });

  it('are put on every session', async () => {
    await boot();
    const session = new MockSession();
    electron.app.emit('session-created', session);
    expect(session.permissionCheck?.(null, 'media', desk, as({}))).toBe(false);
    expect(session.requestFilters).toHaveLength(1);
  });
});

describe('when ready', () => {
  it('the core is forked on the data folder and the window opened with the checked options', async () => {
    const { window, core } = await ready();
    expect(core.modulePath).toBe(join(import.meta.dirname, 'core.mjs'));
    expect(core.options).toMatchObject({ serviceName: 'luu-thong-core' });
    expect(core.received[0]?.message).toStrictEqual({ type: 'start', settings: { dataDir: folder } });
    expect(window.options).toStrictEqual(
      deskWindowOptions({ preload: join(import.meta.dirname, 'preload.cjs'), packaged: false }),
    );
    expect(window.webContents.loads).toStrictEqual([desk]);
    expect([...electron.protocol.handlers.keys()]).toStrictEqual(['app']);
  });

  it('a packaged product has no developer tools', async () => {
    electron.app.isPackaged = true;
    const { window } = await ready();
    expect(window.options?.webPreferences?.devTools).toBe(false);
  });

  it('the window is shown when it has something to show', async () => {
    const { window } = await ready();
    expect(window.calls).toStrictEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toStrictEqual(['show']);
  });

  it('a loaded page and the core are given the two ends of one line', async () => {
    const { window, core } = await ready();
    window.webContents.finishLoad(desk);
    const [toPage] = window.webContents.posted[0]?.ports ?? [];
    const toCore = core.received.at(-1);
    expect(toCore?.message).toStrictEqual({ type: 'page', contents: window.webContents.id, role: 'staff' });
    expect(toPage?.other).toBe(toCore?.ports[0]);
  });

  it('a second start brings the window to the front', async () => {
    const { window } = await ready();
    electron.app.emit('second-instance', {}, [], folder);
    window.minimized = true;
    electron.app.emit('second-instance', {}, [], folder);
    expect(window.calls).toStrictEqual(['focus', 'restore', 'focus']);
    window.destroyed = true;
    electron.app.emit('second-instance', {}, [], folder);
    expect(window.calls).toHaveLength(3);
  });

  it('a refused core is said in a sentence, and the program ends', async () => {
    const { core } = await ready();
    core.emit('message', { type: 'refused', reason: { code: 'LT-3101', params: { path: folder } } });
    expect(electron.dialog.errors).toHaveLength(1);
    expect(electron.dialog.errors[0]?.content).toContain(folder);
    expect(electron.dialog.errors[0]?.content).toContain('LT-3101');
    expect(electron.dialog.errors[0]?.content).not.toContain('{{');
    expect(electron.app.calls.at(-1)).toBe('exit 1');
  });
});

describe('the end', () => {
  it('is asked about while the core has facts to send', async () => {
    const { window, core } = await ready();
    core.on('received', ({ type, call }) => {
      if (type === 'unsent') core.emit('message', { type, call, count: 12 });
    });
    window.close();
    await vi.waitFor(() => expect(electron.dialog.boxes).toHaveLength(1));
    expect(electron.dialog.boxes[0]?.options.message).toContain('12 lượt');
    expect(window.destroyed).toBe(false);
  });

  it('follows the last window, after the core is closed', async () => {
    const { core } = await ready();
    electron.app.emit('window-all-closed');
    expect(electron.app.calls.at(-1)).toBe('quit');
    const event = { preventDefault: vi.fn() };
    electron.app.emit('will-quit', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(core.received.at(-1)?.message).toStrictEqual({ type: 'stop' });
    expect(electron.app.calls).not.toContain('exit 0');
    const exited = once(electron.app, 'exited');
    core.emit('exit', 0);
    expect(await exited).toStrictEqual([0]);
  });
});

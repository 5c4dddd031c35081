import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MockBrowserWindow } from './mocks/browser-window.ts';
import { as } from './mocks/electron.ts';
import { recoverPage, showPage } from './page-recovery.ts';

const desk = 'app://luu-thong/index.html';
const crash = 'app://luu-thong/crash.html';

function watched() {
  const window = new MockBrowserWindow();
  const log = vi.fn();
  recoverPage(as<BrowserWindow>(window), log);
  const die = (reason = 'crashed'): void => {
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    vi.advanceTimersByTime(1);
  };
  return { window, log, die, loads: window.webContents.loads };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a page whose process dies', () => {
  it('comes back three times, then gives way to the crash page', () => {
    const { loads, die } = watched();
    die();
    die('oom');
    die('killed');
    expect(loads).toStrictEqual([desk, desk, desk]);
    die('integrity-failure');
    expect(loads.at(-1)).toBe(crash);
  });

  it('comes back as often as it likes when it dies rarely', () => {
    const { loads, die } = watched();
    for (let i = 0; i < 20; i += 1) {
      die();
      vi.advanceTimersByTime(20_001);
    }
    expect(loads).toStrictEqual(Array.from({ length: 20 }, () => desk));
  });

  it('is not loaded while Chromium still takes the old process apart', () => {
    const { window, loads } = watched();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    expect(loads).toStrictEqual([]);
  });

  it('stays away when it ended in good order or its window is gone', () => {
    const { window, loads, die } = watched();
    die('clean-exit');
    window.destroyed = true;
    die();
    expect(loads).toStrictEqual([]);
  });
});

describe('a page that hangs', () => {
  it('is ended after 15 s and comes back', () => {
    const { window, loads } = watched();
    window.emit('unresponsive');
    vi.advanceTimersByTime(14_999);
    expect(window.webContents.forcedCrashes).toBe(0);
    vi.advanceTimersByTime(2);
    expect(window.webContents.forcedCrashes).toBe(1);
    vi.advanceTimersByTime(1);
    expect(loads).toStrictEqual([desk]);
  });

  it.each(['responsive', 'closed'])('is left alone after %s', (name) => {
    const { window } = watched();
    window.emit('unresponsive');
    window.emit(name);
    vi.advanceTimersByTime(60_000);
    expect(window.webContents.forcedCrashes).toBe(0);
  });
});

describe('a page that cannot be loaded', () => {
  it('is said in the log and shown', async () => {
    const { window, log } = watched();
    window.webContents.loadError = new Error('ERR_FAILED (-2)');
    await showPage(as<BrowserWindow>(window), desk, log);
    expect(log.mock.calls).toStrictEqual([[`cannot load ${desk}: Error: ERR_FAILED (-2)`]]);
    expect(window.calls).toStrictEqual(['show']);
  });
});

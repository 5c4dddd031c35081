import { EventEmitter } from 'node:events';
import type { BrowserWindow, Dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askBeforeLeaving } from './leave-window.ts';
import { MockApp } from './mocks/app.ts';
import { MockBrowserWindow } from './mocks/browser-window.ts';
import { MockDialog } from './mocks/dialog.ts';
import { as } from './mocks/electron.ts';
import { MockPowerMonitor } from './mocks/power-monitor.ts';

const [wait, leave, stay] = [0, 1, 2];

/** A window over a core with `left` facts to send. */
function desk(left: number | null) {
  const window = new MockBrowserWindow();
  const [app, dialog, powerMonitor] = [new MockApp(), new MockDialog(), new MockPowerMonitor()];
  const signals = new EventEmitter();
  const core = { left, hurried: 0 };
  askBeforeLeaving(as<BrowserWindow>(window), {
    app,
    dialog: as<Dialog>(dialog),
    powerMonitor: as(powerMonitor),
    process: as(signals),
    unsent(hurry) {
      if (hurry) core.hurried += 1;
      return Promise.resolve(core.left);
    },
  });
  const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const close = async (): Promise<void> => {
    window.close();
    await pass();
  };
  const press = async (button: number): Promise<void> => {
    dialog.boxes.at(-1)?.press(button);
    await pass();
  };
  return { window, app, dialog, powerMonitor, signals, core, close, press, pass };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('closing the window', () => {
  it.each([[0], [null]])('ends the program at once when nothing waits, or nobody knows: %j', async (left) => {
    const { window, app, dialog, close } = desk(left);
    await close();
    expect(dialog.boxes).toStrictEqual([]);
    expect(app.calls).toStrictEqual(['quit']);
    await close();
    expect(window.destroyed).toBe(true);
  });

  it('asks while facts wait, in both languages, on the window', async () => {
    const { window, app, dialog, close } = desk(12);
    await close();
    expect(window.destroyed).toBe(false);
    expect(app.calls).toStrictEqual([]);
    const [box] = dialog.boxes;
    expect(box?.of).toBe(window);
    expect(box?.options).toMatchObject({
      message:
        'Còn 12 lượt mà máy chủ tỉnh chưa biết. Các lượt này được giữ trong máy và sẽ gửi vào lần mở chương trình sau.',
      detail: expect.stringContaining('does not know 12 act(s) yet'),
      buttons: ['Đợi gửi xong', 'Thoát', 'Ở lại'],
      defaultId: wait,
      cancelId: stay,
    });
  });

  it('asks once, however often it is closed', async () => {
    const { dialog, close } = desk(12);
    await close();
    await close();
    expect(dialog.boxes).toHaveLength(1);
  });

  it('does not end when people stay, and asks again the next time', async () => {
    const { window, app, dialog, close, press } = desk(12);
    await close();
    await press(stay);
    expect(app.calls).toStrictEqual([]);
    await close();
    expect(window.destroyed).toBe(false);
    expect(dialog.boxes).toHaveLength(2);
  });

  it('ends without what waits when people say so', async () => {
    const { window, app, close, press } = desk(12);
    await close();
    await press(leave);
    expect(app.calls).toStrictEqual(['quit']);
    await close();
    expect(window.destroyed).toBe(true);
  });

  it('ends all the same when no box can be shown', async () => {
    const { app, dialog, close } = desk(12);
    vi.spyOn(dialog, 'showMessageBox').mockRejectedValue(new Error('no display'));
    await close();
    expect(app.calls).toStrictEqual(['quit']);
  });
});

describe('waiting', () => {
  const waiting = async () => {
    const started = desk(10);
    await started.close();
    await started.press(wait);
    return started;
  };

  it('shows how it goes, and ends by itself when all is sent', async () => {
    const { window, app, dialog, core, pass } = await waiting();
    expect(dialog.boxes[1]?.options.buttons).toStrictEqual(['Thoát', 'Ở lại']);
    expect(window).toMatchObject({ title: 'Đang gửi: còn 10 lượt · Lưu Thông', progress: 0 });
    core.left = 4;
    await pass(500);
    expect(window).toMatchObject({ title: 'Đang gửi: còn 4 lượt · Lưu Thông', progress: 0.6 });
    expect(app.calls).toStrictEqual([]);
    core.left = 0;
    await pass(500);
    expect(app.calls).toStrictEqual(['quit']);
    expect(dialog.boxes[1]?.open).toBe(false);
  });

  it('has the core try now, and every five seconds', async () => {
    const { core, pass } = await waiting();
    await pass(500);
    expect(core.hurried).toBe(1);
    await pass(4_500);
    expect(core.hurried).toBe(1);
    await pass(500);
    expect(core.hurried).toBe(2);
  });

  it('goes on over a core that is started again', async () => {
    const { app, core, pass } = await waiting();
    core.left = null;
    await pass(2_000);
    expect(app.calls).toStrictEqual([]);
    core.left = 0;
    await pass(500);
    expect(app.calls).toStrictEqual(['quit']);
  });

  it('can be broken off, either way', async () => {
    const left = await waiting();
    await left.press(0);
    expect(left.app.calls).toStrictEqual(['quit']);
    const stayed = await waiting();
    await stayed.press(1);
    stayed.core.left = 0;
    await stayed.pass(10_000);
    expect(stayed.app.calls).toStrictEqual([]);
    expect(stayed.window).toMatchObject({ title: 'Lưu Thông · Quầy 1', progress: -1 });
  });
});

describe('the system', () => {
  it.each([
    ['query-session-end', ({ window }: ReturnType<typeof desk>) => window.emit('query-session-end', {})],
    ['session-end', ({ window }: ReturnType<typeof desk>) => window.emit('session-end', {})],
    ['shutdown', ({ powerMonitor }: ReturnType<typeof desk>) => powerMonitor.emit('shutdown')],
    ['SIGTERM', ({ signals }: ReturnType<typeof desk>) => signals.emit('SIGTERM')],
  ] as const)('ends the program unasked: %s', async (_name, end) => {
    const started = desk(12);
    end(started);
    await started.close();
    expect(started.window.destroyed).toBe(true);
    expect(started.dialog.boxes).toStrictEqual([]);
  });

  it('does not wait for an answer: an open question is taken away', async () => {
    const { window, dialog, powerMonitor, close, pass } = desk(12);
    await close();
    powerMonitor.emit('shutdown');
    await pass();
    expect(dialog.boxes[0]?.open).toBe(false);
    await close();
    expect(window.destroyed).toBe(true);
  });

  it('has a signal quit the program, as Electron does without us', () => {
    const { app, signals } = desk(12);
    signals.emit('SIGHUP');
    expect(app.calls).toStrictEqual(['quit']);
  });
});

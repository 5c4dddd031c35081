import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { MockWebContents } from './web-contents.ts';

/** A window; every one made is kept in `opened`. */
export class MockBrowserWindow extends EventEmitter {
  static opened: MockBrowserWindow[] = [];

  readonly options: BrowserWindowConstructorOptions | undefined;
  readonly webContents = new MockWebContents();
  destroyed = false;
  minimized = false;
  title = '';
  /** Of the taskbar; -1 for none. */
  progress = -1;
  /** `show`, `restore`, `focus`, in order. */
  readonly calls: string[] = [];

  constructor(options?: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    MockBrowserWindow.opened.push(this);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  /** Somebody closes it, as by its cross. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroyed = true;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setProgressBar(progress: number): void {
    this.progress = progress;
  }

  show(): void {
    this.calls.push('show');
  }

  restore(): void {
    this.calls.push('restore');
  }

  focus(): void {
    this.calls.push('focus');
  }
}

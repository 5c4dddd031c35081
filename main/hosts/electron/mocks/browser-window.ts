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

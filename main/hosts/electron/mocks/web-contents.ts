import { EventEmitter } from 'node:events';
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import type { MockMessagePortMain } from './message-port-main.ts';
import { MockWebFrameMain } from './web-frame-main.ts';

let lastId = 0;

/** The contents of a window, whose page loads when a test says so. */
export class MockWebContents extends EventEmitter {
  readonly id = ++lastId;
  mainFrame = new MockWebFrameMain();
  windowOpenHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  readonly loads: string[] = [];
  readonly posted: { channel: string; message: unknown; ports: readonly MockMessagePortMain[] }[] = [];
  forcedCrashes = 0;
  loadError: Error | null = null;

  loadURL(address: string): Promise<void> {
    this.loads.push(address);
    this.emit('loading', address);
    return this.loadError === null ? Promise.resolve() : Promise.reject(this.loadError);
  }

  /** The page at `address` has finished loading, as Chromium would tell. */
  finishLoad(address: string): void {
    this.mainFrame = new MockWebFrameMain({ url: address });
    this.emit('did-navigate', {}, address);
    this.emit('did-finish-load');
  }

  getTitle(): string {
    return 'Lưu Thông · Quầy 1';
  }

  postMessage(channel: string, message: unknown, ports: readonly MockMessagePortMain[] = []): void {
    this.posted.push({ channel, message, ports });
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.windowOpenHandler = handler;
  }

  forcefullyCrashRenderer(): void {
    this.forcedCrashes += 1;
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 });
  }
}

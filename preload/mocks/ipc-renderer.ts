import { EventEmitter } from 'node:events';

/** `ipcRenderer` of a sandboxed page; what it sends is kept in `sent`. */
export class MockIpcRenderer extends EventEmitter {
  readonly sent: unknown[][] = [];

  send(...message: unknown[]): void {
    this.sent.push(message);
  }

  postMessage(...message: unknown[]): void {
    this.sent.push(message);
  }

  invoke(...message: unknown[]): Promise<void> {
    this.sent.push(message);
    return Promise.resolve();
  }
}

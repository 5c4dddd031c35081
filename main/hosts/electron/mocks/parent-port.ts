import { EventEmitter } from 'node:events';
import type { MockMessagePortMain } from './message-port-main.ts';

/** `process.parentPort` of a utility process. */
export class MockParentPort extends EventEmitter {
  readonly posted: unknown[] = [];

  /** The shell sends something to this process. */
  deliver(data: unknown, ports: readonly MockMessagePortMain[] = []): void {
    this.emit('message', { data, ports });
  }

  postMessage(message: unknown): void {
    this.posted.push(structuredClone(message));
    this.emit('posted', message);
  }
}

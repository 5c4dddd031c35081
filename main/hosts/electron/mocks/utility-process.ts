import { EventEmitter } from 'node:events';
import type { ForkOptions } from 'electron';
import type { MockMessagePortMain } from './message-port-main.ts';

/** A utility process that does nothing by itself; every one forked is kept in `forked`. */
export class MockUtilityProcess extends EventEmitter {
  static forked: MockUtilityProcess[] = [];

  readonly modulePath: string;
  readonly args: readonly string[];
  readonly options: ForkOptions | undefined;
  readonly received: { message: unknown; ports: readonly MockMessagePortMain[] }[] = [];
  killed = false;

  constructor(modulePath: string, args: readonly string[], options?: ForkOptions) {
    super();
    this.modulePath = modulePath;
    this.args = args;
    this.options = options;
    MockUtilityProcess.forked.push(this);
  }

  static fork(modulePath: string, args: readonly string[] = [], options?: ForkOptions): MockUtilityProcess {
    return new MockUtilityProcess(modulePath, args, options);
  }

  postMessage(message: unknown, ports: readonly MockMessagePortMain[] = []): void {
    this.received.push({ message: structuredClone(message), ports });
    this.emit('received', message);
  }

  kill(): boolean {
    this.killed = true;
    this.emit('exit', 15);
    return true;
  }
}

import { EventEmitter } from 'node:events';

/** `app`, before and after it is ready, with what the shell told it. */
export class MockApp extends EventEmitter {
  isPackaged = false;
  hasLock = true;
  ready: PromiseWithResolvers<void> = Promise.withResolvers();
  /** What was called, in order: `enableSandbox`, `whenReady`, `exit 1` … */
  readonly calls: string[] = [];
  readonly paths = new Map<string, string>();

  getPath(name: string): string {
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }

  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return this.hasLock;
  }

  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return this.ready.promise;
  }

  quit(): void {
    this.calls.push('quit');
  }

  exit(code: number): void {
    this.calls.push(`exit ${code}`);
    this.emit('exited', code);
  }
}

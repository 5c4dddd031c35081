import type { Channel } from '../contract/devices/channel.ts';

/** What this file uses of Electron's `MessagePortMain`; Electron itself is not imported here. */
export interface ElectronPort<Incoming> {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: Incoming }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/**
 * What this file uses of a process. `parentPort` exists in an Electron utility process only. Both ends ship together,
 * so what arrives has the core's type and is not checked again.
 */
export interface ChildProcessSide<Incoming> {
  readonly parentPort?: {
    on(
      event: 'message',
      listener: (event: {
        readonly data: unknown;
        readonly ports: readonly ElectronPort<Incoming>[];
      }) => void,
    ): unknown;
  };
  readonly connected?: boolean;
  send?(message: unknown, done: (error: Error | null) => void): unknown;
  disconnect?(): void;
  on(event: 'message', listener: (message: Incoming) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

/**
 * The line from a driver process to the core that started it.
 * - Started by `child_process.fork`: the process's own message channel.
 * - Started as an Electron utility process: the shell sends `{type: 'connect'}` with one port, whose other end the
 *   core holds. The promise waits for that.
 */
export function openCoreChannel<Incoming, Outgoing>(
  self: ChildProcessSide<Incoming> = process,
): Promise<Channel<Incoming, Outgoing>> {
  const { parentPort } = self;
  if (parentPort !== undefined) {
    return new Promise((resolve) => {
      parentPort.on('message', ({ data, ports }) => {
        const port = ports[0];
        if (isConnect(data) && port !== undefined) resolve(portChannel(port));
      });
    });
  }
  if (self.send === undefined) {
    return Promise.reject(new Error('this process is started by the core, not by hand'));
  }
  return Promise.resolve(forkChannel(self));
}

function isConnect(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'connect';
}

function forkChannel<Incoming, Outgoing>(self: ChildProcessSide<Incoming>): Channel<Incoming, Outgoing> {
  return {
    send(message) {
      if (self.connected !== true) return;
      // The only failure is that the core is gone, which `onClose` reports.
      self.send?.(message, () => undefined);
    },
    onMessage(listener) {
      self.on('message', listener);
    },
    onClose(listener) {
      // A core that went away before anyone listened has said so already.
      if (self.connected === true) self.on('disconnect', listener);
      else queueMicrotask(listener);
    },
    close() {
      if (self.connected === true) self.disconnect?.();
    },
  };
}

function portChannel<Incoming, Outgoing>(port: ElectronPort<Incoming>): Channel<Incoming, Outgoing> {
  let open = true;
  port.on('close', () => {
    open = false;
  });
  return {
    send(message) {
      if (open) port.postMessage(message);
    },
    onMessage(listener) {
      port.on('message', ({ data }) => {
        listener(data);
      });
      // Until now the port kept its messages.
      port.start();
    },
    onClose(listener) {
      port.on('close', listener);
    },
    close() {
      port.close();
    },
  };
}

/**
 * Two ends of one line between processes: `child_process.fork`, an Electron utility process or a MessagePort.
 * Messages arrive in order; after `onClose` nothing more arrives and `send` does nothing.
 */
export interface Channel<Incoming, Outgoing> {
  send(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

import type { Transport } from '../../contract/devices/drivers.ts';

/** An open line of bytes to a device, whatever carries it. */
export interface Line {
  /** Resolves when the operating system has taken all bytes; rejects when the line breaks first. */
  write(bytes: Uint8Array): Promise<void>;
  close(): void;
}

export interface LineHandlers {
  onData(bytes: Uint8Array): void;
  /** Called once, whether the other side, the cable or `close` ended the line. */
  onClose(): void;
}

/** Opens a line; rejects when the port is absent, busy or refused. */
export type OpenLine = (transport: Transport, handlers: LineHandlers) => Promise<Line>;

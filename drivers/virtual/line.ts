import type { Transport } from '../../contract/devices/config.ts';
import { createPseudoTerminal } from './pseudo-terminal.ts';
import { openSocketWire } from './socket-wire.ts';

/** The device's end of a line that a virtual device is reached by, and that can be pulled out. */
export interface VirtualLine {
  /** A pseudo-terminal where socat can make one, else TCP. */
  readonly transport: Transport;
  /** Reaches whoever is connected; with nobody there the bytes are lost, as on a real cable. */
  send(bytes: Uint8Array): void;
  unplug(): void;
  /** Back on the same path or port; false when that could not be done. */
  plug(): Promise<boolean>;
}

export interface VirtualLineOptions {
  /** Where the pseudo-terminal's link is put. */
  readonly linksFolder: string;
  readonly name: string;
  readonly baudRate: number;
  readonly platform: NodeJS.Platform;
  /** What the computer sends to the device. */
  readonly onData?: ((bytes: Uint8Array) => void) | undefined;
  readonly onFault: (error: unknown) => void;
}

export async function openVirtualLine(options: VirtualLineOptions): Promise<VirtualLine> {
  const { linksFolder, name, baudRate, platform, onData, onFault } = options;
  const wire = await openSocketWire(() => terminal.bridged(), onData);
  const terminal = createPseudoTerminal(linksFolder, name, wire.port);
  const serial = platform !== 'win32' && (await terminal.start());
  if (!serial) terminal.stop();
  return {
    transport: serial
      ? { kind: 'serial', path: terminal.path, baudRate }
      : { kind: 'tcp', host: '127.0.0.1', port: wire.port },
    send: (bytes) => wire.send(bytes),
    unplug() {
      if (serial) terminal.stop();
      wire.unplug();
    },
    async plug() {
      try {
        await wire.plug();
        return !serial || (await terminal.start());
      } catch (error) {
        onFault(error);
        return false;
      }
    },
  };
}

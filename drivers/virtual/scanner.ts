import type { ScannerFraming, Transport } from '../../contract/devices/config.ts';
import { encodeScan } from '../scanner/emulator.ts';
import { createPseudoTerminal } from './pseudo-terminal.ts';
import { openSocketWire } from './socket-wire.ts';

/** As scanners leave the factory, with the AIM identifier switched on. */
const framing: ScannerFraming = { prefix: '', suffix: '\r', aim: 'auto' };

/** AIM identifiers: Code 128 for what it can hold, QR code for the rest. */
const code128 = 'C0';
const qrCode = 'Q1';

export interface VirtualScannerOptions {
  /** Where the pseudo-terminal's link is put. */
  readonly linksFolder: string;
  /** Milliseconds between two codes of one pile. */
  readonly gapMs: number;
  readonly platform: NodeJS.Platform;
  readonly onFault: (error: unknown) => void;
}

export interface VirtualScanner {
  readonly framing: ScannerFraming;
  /** A pseudo-terminal where socat can make one, else TCP. */
  readonly transport: Transport;
  /** Puts a pile under the scanner: one code after another, behind those still waiting. */
  present(codes: readonly string[]): void;
  presentBytes(bytes: Uint8Array): void;
  /** The cable is out: codes presented now, and those still waiting, are read by nobody. */
  unplug(): void;
  /** Back on the same path or port; resolves when it can be opened, false when another program took the port. */
  plug(): Promise<boolean>;
}

/** A scanner that sends the real bytes of one, over a line that can be pulled out. */
export async function createVirtualScanner(options: VirtualScannerOptions): Promise<VirtualScanner> {
  const { linksFolder, gapMs, platform, onFault } = options;
  const wire = await openSocketWire(() => terminal.bridged());
  const terminal = createPseudoTerminal(linksFolder, 'scanner', wire.port);
  const serial = platform !== 'win32' && (await terminal.start());
  if (!serial) terminal.stop();

  let pile: string[] = [];
  let next: NodeJS.Timeout | undefined;

  const sendNext = (): void => {
    const code = pile.shift();
    next = code === undefined ? undefined : setTimeout(sendNext, gapMs);
    if (code !== undefined) wire.send(encodeScan(code, framing, isAscii(code) ? code128 : qrCode));
  };

  return {
    framing,
    transport: serial
      ? { kind: 'serial', path: terminal.path, baudRate: 9_600 }
      : { kind: 'tcp', host: '127.0.0.1', port: wire.port },
    present(codes) {
      pile.push(...codes);
      if (next === undefined) sendNext();
    },
    presentBytes(bytes) {
      wire.send(bytes);
    },
    unplug() {
      pile = [];
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

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/u.test(text);
}

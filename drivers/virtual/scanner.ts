import type { ScannerFraming, Transport } from '../../contract/devices/config.ts';
import { factoryFraming } from '../../contract/devices/factory.ts';
import { encodeScan } from '../scanner/emulator.ts';
import type { VirtualLineOptions } from './line.ts';
import { openVirtualLine } from './line.ts';

/** AIM identifiers: Code 128 for what it can hold, QR code for the rest. */
const code128 = 'C0';
const qrCode = 'Q1';

export interface VirtualScannerOptions extends Pick<
  VirtualLineOptions,
  'linksFolder' | 'platform' | 'onFault'
> {
  /** Milliseconds between two codes of one pile. */
  readonly gapMs: number;
}

export interface VirtualScanner {
  readonly framing: ScannerFraming;
  readonly transport: Transport;
  /** Puts a pile under the scanner: one code after another, behind those still waiting. */
  present(codes: readonly string[]): void;
  presentBytes(bytes: Uint8Array): void;
  /** The cable is out: codes presented now, and those still waiting, are read by nobody. */
  unplug(): void;
  plug(): Promise<boolean>;
}

/** A scanner that sends the real bytes of one, over a line that can be pulled out. */
export async function createVirtualScanner(options: VirtualScannerOptions): Promise<VirtualScanner> {
  const { gapMs, ...lineOptions } = options;
  const line = await openVirtualLine({ ...lineOptions, name: 'scanner', baudRate: 9_600 });

  let pile: string[] = [];
  let next: NodeJS.Timeout | undefined;

  const sendNext = (): void => {
    const code = pile.shift();
    next = code === undefined ? undefined : setTimeout(sendNext, gapMs);
    if (code !== undefined) line.send(encodeScan(code, factoryFraming, isAscii(code) ? code128 : qrCode));
  };

  return {
    framing: factoryFraming,
    transport: line.transport,
    present(codes) {
      pile.push(...codes);
      if (next === undefined) sendNext();
    },
    presentBytes: (bytes) => line.send(bytes),
    unplug() {
      pile = [];
      line.unplug();
    },
    plug: () => line.plug(),
  };
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/u.test(text);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '../../contract/devices/config.ts';
import { faultyWire, type FaultyWire } from '../emulator/faulty-wire.ts';
import { createPseudoTerminal } from '../virtual/pseudo-terminal.ts';
import { openSocketWire } from '../virtual/socket-wire.ts';

/** The device's end of a real line, for tests: bytes travel through the operating system as they would to hardware. */
export interface EmulatedLine {
  readonly transport: Transport;
  /** The emulator's way out, with the faults that a test asks for. */
  readonly wire: FaultyWire;
  unplug(): void;
  plug(): Promise<void>;
  close(): void;
}

/**
 * @param kind `serial` bridges a pseudo-terminal by socat; `tcp` listens on loopback
 * @param onData what the computer sends to the device
 */
export async function emulatedLine(
  kind: 'serial' | 'tcp',
  onData: (bytes: Uint8Array) => void,
): Promise<EmulatedLine> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-line-'));
  const socket = await openSocketWire(() => terminal.bridged(), onData);
  const terminal = createPseudoTerminal(folder, 'device', socket.port);
  if (kind === 'serial' && !(await terminal.start())) throw new Error('socat makes no pseudo-terminal here');
  const unplug = (): void => {
    if (kind === 'serial') terminal.stop();
    socket.unplug();
  };
  return {
    transport:
      kind === 'serial'
        ? { kind: 'serial', path: terminal.path, baudRate: 115_200 }
        : { kind: 'tcp', host: '127.0.0.1', port: socket.port },
    wire: faultyWire((bytes) => socket.send(bytes), unplug),
    unplug,
    async plug() {
      await socket.plug();
      if (kind === 'serial' && !(await terminal.start()))
        throw new Error('the pseudo-terminal did not come back');
    },
    close() {
      unplug();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

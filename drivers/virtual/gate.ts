import { createServer } from 'node:net';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import { createCallingGate } from '../gate/emulator.ts';
import type { TaggedShelf } from './shelf.ts';

export interface VirtualGate {
  readonly config: Extract<DeviceConfig, { kind: 'gate' }>;
  /** Carries books out through the gate; true when it alarms. */
  walk(codes: readonly string[]): boolean;
  unplug(): void;
  plug(): Promise<boolean>;
}

/** ISO 15693 in FEIG's records (`reference/devices.md` §2.1). */
const iso15693 = 0x03;
/** A gate repeats what nobody acknowledges after this long (ms). */
const repeatMs = 5_000;
const host = '127.0.0.1';

/** A FEIG gate at the door, which calls the station and tells it the tags that are still secured. */
export async function createVirtualGate(id: string, shelf: TaggedShelf): Promise<VirtualGate> {
  const port = await freePort();
  let gate = createCallingGate(host, port, repeatMs);
  return {
    config: {
      id,
      kind: 'gate',
      name: 'Cổng an ninh ảo',
      transport: { kind: 'listen', host, port },
      mode: { kind: 'notification', peer: null, acknowledge: true, keepAliveMs: null },
      address: 0xff,
      directions: { record: null, antennas: [] },
      quietMs: 5_000,
      counters: null,
    },
    walk(codes) {
      const secured = codes
        .map((code) => shelf.tagOf(code))
        .filter((tag) => shelf.describe(tag).security === 'on');
      if (secured.length === 0) return false;
      const now = new Date();
      gate.alarm(
        secured.map(({ uid }) => ({
          idd: uid,
          transponderType: iso15693,
          antenna: 1,
          time: [now.getHours(), now.getMinutes(), now.getSeconds() * 1_000 + now.getMilliseconds()],
        })),
      );
      return true;
    },
    unplug: () => gate.close(),
    plug: () => {
      gate.close();
      gate = createCallingGate(host, port, repeatMs);
      return Promise.resolve(true);
    },
  };
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('a TCP server without a port'))
          : resolve(address.port),
      );
    });
  });
}

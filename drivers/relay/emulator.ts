import type { Line, LineHandlers, OpenLine } from '../transport/line.ts';
import { stateReport, writeHidRelay, type HidRelayVariant } from './hid-codec.ts';
import { createLcusFramer } from './lcus-codec.ts';

/** What an emulated board shows. */
export interface EmulatedRelays {
  /** Channels that are on. */
  readonly on: ReadonlySet<number>;
  /** Every change, in order: `+1`, `-1`. */
  readonly history: readonly string[];
}

interface Contacts extends EmulatedRelays {
  put(channel: number, on: boolean): void;
}

function createContacts(): Contacts {
  const on = new Set<number>();
  const history: string[] = [];
  return {
    on,
    history,
    put(channel, wanted) {
      if (on.has(channel) === wanted) return;
      if (wanted) on.add(channel);
      else on.delete(channel);
      history.push(`${wanted ? '+' : '-'}${channel}`);
    },
  };
}

/** An LCUS board: takes bytes and answers none. */
export function createLcusEmulator(): EmulatedRelays & { receive(bytes: Uint8Array): void } {
  const contacts = createContacts();
  const framer = createLcusFramer();
  return {
    on: contacts.on,
    history: contacts.history,
    receive(bytes) {
      for (const { channel, on } of framer.push(bytes)) contacts.put(channel, on);
    },
  };
}

export interface HidRelayEmulator extends EmulatedRelays {
  /** Opens this board; rejects while it is unplugged. Reports need a USB device, so this line is made in memory. */
  readonly openLine: OpenLine;
  /** Commands are taken and nothing moves, as with a board that has lost its supply. */
  stuck: boolean;
  unplug(): void;
  plug(): void;
}

export function createHidRelayEmulator(
  variant: HidRelayVariant,
  serial: string,
  channels: number,
): HidRelayEmulator {
  const contacts = createContacts();
  const opened = new Set<LineHandlers>();
  let plugged = true;

  const report = (): Uint8Array => {
    const bytes = new Uint8Array(stateReport.bytes - 1);
    bytes.set(Buffer.from(serial, 'latin1').subarray(0, 5));
    for (const channel of contacts.on) bytes[7] = (bytes[7] ?? 0) | (1 << (channel - 1));
    return bytes;
  };
  const commands = new Map<string, { readonly channel: number; readonly on: boolean }>();
  for (let channel = 1; channel <= channels; channel += 1) {
    for (const on of [true, false]) {
      commands.set(Buffer.from(writeHidRelay(variant, channel, on)).toString('hex'), { channel, on });
    }
  }
  const end = (handlers: LineHandlers): void => {
    if (opened.delete(handlers)) handlers.onClose();
  };

  const emulator: HidRelayEmulator = {
    on: contacts.on,
    history: contacts.history,
    stuck: false,
    async openLine(_transport, handlers): Promise<Line> {
      if (!plugged) throw new Error('no HID device');
      opened.add(handlers);
      const there = (): void => {
        if (!opened.has(handlers)) throw new Error('the HID device is gone');
      };
      return {
        async write(bytes) {
          there();
          const command = commands.get(Buffer.from(bytes).toString('hex'));
          if (command !== undefined && !emulator.stuck) contacts.put(command.channel, command.on);
        },
        async getFeature() {
          there();
          if (variant === 'ucreate') throw new Error('no such report');
          return report();
        },
        close: () => end(handlers),
      };
    },
    unplug() {
      plugged = false;
      for (const handlers of opened) end(handlers);
    },
    plug: () => void (plugged = true),
  };
  return emulator;
}

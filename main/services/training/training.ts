import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Channel } from '../../../contract/devices/channel.ts';
import type { DeviceConfig, Transport } from '../../../contract/devices/config.ts';
import type { FromVirtual, PadTag, PaperSlip, ToVirtual } from '../../../contract/devices/drivers.ts';
import type { TrainingState } from '../../../contract/workstation/station.ts';
import { helperProcess } from '../../devices/helper-process.ts';

/** Slips kept on the panel's table; older paper stays in the folder. */
const slipsShown = 50;

/** The virtual devices of a training station, seen from the core. */
export interface Training {
  state(): TrainingState;
  present(device: string, codes: readonly string[]): void;
  unplug(device: string): void;
  plug(device: string): void;
  paper(device: string, state: 'ok' | 'out'): void;
  /** Carries books out through a gate. */
  walk(device: string, codes: readonly string[]): void;
  lay(device: string, codes: readonly string[]): void;
  /** Takes books from a pad; all of them when null. */
  lift(device: string, codes: readonly string[] | null): void;
  tagFault(device: string, code: string, fault: PadTag['fault']): void;
  /** The PNG of a slip, base64, or null when there is none of that name. */
  slipImage(slip: string): Promise<string | null>;
  close(): void;
}

export interface TrainingParts {
  readonly launch: () => Channel<FromVirtual, ToVirtual>;
  readonly paperFolder: string;
  /** Called each time the virtual devices have been started, with the settings that reach them. */
  readonly onDevices: (devices: readonly DeviceConfig[]) => void;
  readonly onChange: () => void;
}

export function trainingOver(parts: TrainingParts): Training {
  const { onChange } = parts;
  let devices: readonly DeviceConfig[] = [];
  let slips: readonly PaperSlip[] = [];
  const unplugged = new Set<string>();
  const pads = new Map<string, readonly PadTag[]>();
  const paperOut = new Set<string>();

  const mark = (set: Set<string>, device: string, marked: boolean): void => {
    if (marked) set.add(device);
    else set.delete(device);
    onChange();
  };
  const receive = (message: FromVirtual): void => {
    switch (message.type) {
      case 'ready':
        devices = message.devices;
        parts.onDevices(devices);
        return onChange();
      case 'plugged':
        return mark(unplugged, message.device, !message.plugged);
      case 'paper-state':
        return mark(paperOut, message.device, message.state === 'out');
      case 'pad':
        pads.set(message.device, message.tags);
        return onChange();
      case 'paper':
        slips = [message.slip, ...slips].slice(0, slipsShown);
        return onChange();
    }
  };
  const process = helperProcess({
    launch: parts.launch,
    onMessage: receive,
    // The driver process says that the lines are gone; the new devices are plugged in and have paper.
    onLost: () => {
      unplugged.clear();
      paperOut.clear();
      pads.clear();
      onChange();
    },
  });
  return {
    state: () => ({
      devices: devices.map(({ id, kind, name, transport }) => ({
        id,
        kind,
        name,
        plugged: !unplugged.has(id),
        paper: paperOut.has(id) ? 'out' : 'ok',
        line: lineName(transport),
        tags: pads.get(id) ?? [],
      })),
      slips,
    }),
    present: (device, codes) => void process.send({ type: 'present', device, codes }),
    unplug: (device) => void process.send({ type: 'unplug', device }),
    plug: (device) => void process.send({ type: 'plug', device }),
    paper: (device, state) => void process.send({ type: 'paper', device, state }),
    walk: (device, codes) => void process.send({ type: 'walk', device, codes }),
    lay: (device, codes) => void process.send({ type: 'lay', device, codes }),
    lift: (device, codes) => void process.send({ type: 'lift', device, codes }),
    tagFault: (device, code, fault) => void process.send({ type: 'tag-fault', device, code, fault }),
    slipImage: async (id) => {
      const slip = slips.find((known) => known.id === id);
      if (!slip) return null;
      return readFile(join(parts.paperFolder, basename(slip.file)), 'base64');
    },
    close: () => {
      process.send({ type: 'shutdown' });
      process.close();
    },
  };
}

function lineName(transport: Transport): string {
  switch (transport.kind) {
    case 'serial':
      return transport.path;
    case 'tcp':
      return `${transport.host}:${transport.port}`;
    case 'hid':
      return `HID ${transport.vendorId.toString(16)}:${transport.productId.toString(16)}`;
    case 'listen':
      return `← ${transport.host}:${transport.port}`;
    case 'file':
      return transport.path;
    case 'spooler':
      return transport.printer;
    case 'pcsc':
      return `PC/SC ${transport.reader}`;
  }
}

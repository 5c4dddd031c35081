import type { Channel } from '../../contract/devices/channel.ts';
import type { DeviceConfig, SecurityState, Transport } from '../../contract/devices/config.ts';
import type { Detected, LineBytes, Probed } from '../../contract/devices/detection.ts';
import type {
  DeviceState,
  FromDrivers,
  GateEvent,
  PassOutcome,
  ScanFrame,
  TagSecured,
  TagSeen,
  ToDrivers,
  TrialEvent,
  WhyTagsLeft,
} from '../../contract/devices/drivers.ts';
import type { GateDirection } from '../../contract/devices/gates.ts';
import type { PrintingRequest, SystemPrinter } from '../../contract/devices/printing.ts';
import type { SlipDocument } from '../../contract/devices/slip.ts';
import type { PrintDocument, PrintResult } from '../services/printing/print-queue.ts';
import type { HelperProcess } from './helper-process.ts';
import { helperProcess } from './helper-process.ts';
import { jobsOver } from './jobs.ts';

/** The driver process seen from the core: it may die and be started again at any time. Nothing rejects. */
export interface DeviceHost {
  configure(devices: readonly DeviceConfig[]): void;
  states(): readonly DeviceState[];
  readonly print: PrintDocument;
  /** The cash drawer, the page of code pages, sheets of labels and office pages. */
  printing(request: PrintingRequest): Promise<PrintResult>;
  /** The printers that the operating system offers; null when it cannot say. */
  systemPrinters(): Promise<readonly SystemPrinter[] | null>;
  /** Writes the security of every tag with this code in front of any RFID reader; empty when there is none. */
  secure(code: string, state: SecurityState): Promise<readonly TagSecured[]>;
  /** The PNG of a slip as this station's printer would print it, on 80 mm paper where there is none; null: not drawn. */
  draw(document: SlipDocument): Promise<Buffer | null>;
  /** What is plugged into this computer; null when the driver process did not say. */
  detect(): Promise<Detected | null>;
  /** Who hangs on a line; null: nobody that answered. */
  probe(transport: Transport): Promise<Probed | null>;
  /** Runs a device for a trial; what it does is told to `onTrial`. Null ends it. */
  trial(config: DeviceConfig | null): void;
  /** What travelled on a device's line after piece number `after`. */
  bytes(device: string, after: number): Promise<readonly LineBytes[]>;
  openTurnstile(device: string, direction: GateDirection): Promise<PassOutcome>;
  /** Puts a relay's channel on for so long (ms); false when it was not. */
  pulse(device: string, channel: number, forMs: number): Promise<boolean>;
  close(): void;
}

export interface DeviceHostParts {
  readonly launch: () => Channel<FromDrivers, ToDrivers>;
  readonly onScan: (frame: ScanFrame) => void;
  /** Scans that the driver process sent and that did not arrive: only a fault of the line between can do that. */
  readonly onScansLost: (device: string, count: number) => void;
  readonly onTag: (device: string, tag: TagSeen) => void;
  readonly onTagsLeft: (device: string, addresses: readonly string[], why: WhyTagsLeft) => void;
  readonly onGate: (device: string, event: GateEvent) => void;
  readonly onTrial: (event: TrialEvent) => void;
  readonly onStates: (states: readonly DeviceState[]) => void;
}

/** Longest a print may take before it counts as failed (ms): a long slip at 9600 baud needs about 20 s. */
const printTimeout = 60_000;
/** Longest a tag write may take (ms): the tag is looked for again once, and each try waits for the reader. */
const secureTimeout = 8_000;
/** Longest wait for a drawing (ms): the first one loads the canvas. */
const drawTimeout = 10_000;
/** Longest search (ms): Windows takes seconds to list its printers, and each family is asked in turn. */
const searchTimeout = 30_000;
/** Longest wait for a person to go through (ms); the turnstile's own time is shorter. */
const passTimeout = 150_000;

export function deviceHost(parts: DeviceHostParts): DeviceHost {
  let devices: readonly DeviceConfig[] = [];
  let states: readonly DeviceState[] = [];
  let drivers: HelperProcess<ToDrivers> | null = null;
  /** Number of the last scan of each device. */
  const lastScans = new Map<string, number>();
  const jobs = jobsOver((message) => drivers?.send(message) ?? false);

  /** Tags in front of each reader, as the process told them. */
  const there = new Map<string, Set<string>>();

  /** A process that is gone says of nothing that it left. */
  const forgetTags = (): void => {
    const readers = [...there];
    there.clear();
    for (const [device, addresses] of readers)
      if (addresses.size > 0) parts.onTagsLeft(device, [...addresses], 'line-lost');
  };
  const setStates = (next: readonly DeviceState[]): void => {
    states = next;
    parts.onStates(states);
  };
  const printed = async (message: Parameters<typeof jobs.ask>[0]): Promise<PrintResult> => {
    const answer = await jobs.ask(message, printTimeout);
    if (answer === 'not-sent') return { ok: false, code: 'LT-2102', begun: false };
    if (answer === 'lost') return { ok: false, code: 'LT-2102', begun: true };
    if (answer === 'too-long') return { ok: false, code: 'LT-2201', begun: true };
    return answer.type === 'print-failed'
      ? { ok: false, code: answer.code, begun: answer.begun }
      : { ok: true };
  };
  const printer = () => devices.find((device) => device.kind === 'printer');
  const receive = (message: FromDrivers): void => {
    switch (message.type) {
      case 'ready':
        return;
      case 'device':
        return setStates(states.map((state) => (state.id === message.state.id ? message.state : state)));
      case 'scan': {
        const missing = message.seq - (lastScans.get(message.device) ?? 0) - 1;
        lastScans.set(message.device, message.seq);
        if (missing > 0) parts.onScansLost(message.device, missing);
        return parts.onScan(message.frame);
      }
      case 'tag': {
        const addresses = there.get(message.device) ?? new Set();
        there.set(message.device, addresses.add(message.tag.address));
        return parts.onTag(message.device, message.tag);
      }
      case 'tags-left':
        for (const address of message.addresses) there.get(message.device)?.delete(address);
        return parts.onTagsLeft(message.device, message.addresses, message.why);
      case 'gate':
        return parts.onGate(message.device, message.event);
      case 'passage':
        return;
      case 'trial':
        return parts.onTrial(message.event);
      default:
        return jobs.answered(message);
    }
  };
  const start = (): HelperProcess<ToDrivers> =>
    helperProcess({
      launch: parts.launch,
      onStart: (channel) => {
        lastScans.clear();
        channel.send({ type: 'configure', devices });
      },
      onMessage: receive,
      onLost: () => {
        jobs.lost();
        forgetTags();
        setStates(states.map((state) => ({ ...state, health: 'lost', problem: 'LT-2102' })));
      },
    });

  return {
    configure: (next) => {
      devices = next;
      setStates(
        next.map(
          ({ id, kind, name }) =>
            states.find((state) => state.id === id) ?? {
              id,
              kind,
              name,
              health: 'connecting',
              problem: null,
            },
        ),
      );
      if (drivers === null) drivers = start();
      // A process that is being started again is told when it is there.
      else drivers.send({ type: 'configure', devices });
    },
    states: () => states,
    print: (document) => {
      const device = printer()?.id;
      if (device === undefined) return Promise.resolve({ ok: false, code: 'LT-2205', begun: false });
      return printed((job) => ({ type: 'print', job, device, document }));
    },
    printing: (request) => printed((job) => ({ ...request, job })),
    systemPrinters: async () => {
      const answer = await jobs.ask((job) => ({ type: 'system-printers', job }), searchTimeout);
      return typeof answer === 'object' && answer.type === 'system-printers' ? answer.printers : null;
    },
    secure: async (code, state) => {
      const readers = devices.filter(({ kind }) => kind === 'rfid');
      const answers = await Promise.all(
        readers.map(({ id: device }) =>
          jobs.ask((job) => ({ type: 'secure', job, device, code, state }), secureTimeout),
        ),
      );
      return answers.flatMap((answer) =>
        typeof answer === 'object' && answer.type === 'secured' ? answer.tags : [],
      );
    },
    draw: async (document) => {
      const dots = printer()?.dots ?? 576;
      const answer = await jobs.ask((job) => ({ type: 'draw', job, document, dots }), drawTimeout);
      const png = typeof answer === 'object' && answer.type === 'drawn' ? answer.png : null;
      return png === null ? null : Buffer.from(png, 'base64');
    },
    detect: async () => {
      const answer = await jobs.ask((job) => ({ type: 'detect', job }), searchTimeout);
      return typeof answer === 'object' && answer.type === 'detected' ? answer.detected : null;
    },
    probe: async (transport) => {
      const answer = await jobs.ask((job) => ({ type: 'probe', job, transport }), searchTimeout);
      return typeof answer === 'object' && answer.type === 'probed' ? answer.probed : null;
    },
    trial: (config) => void drivers?.send({ type: 'trial', config }),
    bytes: async (device, after) => {
      const answer = await jobs.ask((job) => ({ type: 'bytes', job, device, after }), drawTimeout);
      return typeof answer === 'object' && answer.type === 'bytes' ? answer.bytes : [];
    },
    openTurnstile: async (device, direction) => {
      const answer = await jobs.ask(
        (job) => ({ type: 'open-turnstile', job, device, direction }),
        passTimeout,
      );
      return typeof answer === 'object' && answer.type === 'passed' ? answer.outcome : 'line-lost';
    },
    pulse: async (device, channel, forMs) => {
      const answer = await jobs.ask(
        (job) => ({ type: 'pulse', job, device, channel, forMs }),
        forMs + secureTimeout,
      );
      return typeof answer === 'object' && answer.type === 'switched' && answer.ok;
    },
    close: () => {
      drivers?.send({ type: 'shutdown' });
      drivers?.close();
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { Channel } from '../../contract/devices/channel.ts';
import type { DeviceConfig, SecurityState } from '../../contract/devices/config.ts';
import type {
  DeviceState,
  FromDrivers,
  ScanFrame,
  TagSecured,
  TagSeen,
  ToDrivers,
} from '../../contract/devices/drivers.ts';
import type { PrintingRequest, SystemPrinter } from '../../contract/devices/printing.ts';
import type { SlipDocument } from '../../contract/devices/slip.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { PrintDocument, PrintResult } from '../services/printing/print-queue.ts';
import type { HelperProcess } from './helper-process.ts';
import { helperProcess } from './helper-process.ts';

/** The driver process seen from the core: it may die and be started again at any time. */
export interface DeviceHost {
  configure(devices: readonly DeviceConfig[]): void;
  states(): readonly DeviceState[];
  readonly print: PrintDocument;
  /** The cash drawer, the page of code pages, sheets of labels and office pages. Never rejects. */
  printing(request: PrintingRequest): Promise<PrintResult>;
  /** The printers that the operating system offers; null when it cannot say. */
  systemPrinters(): Promise<readonly SystemPrinter[] | null>;
  /** Writes the security of every tag with this code in front of any RFID reader; empty when there is none. */
  secure(code: string, state: SecurityState): Promise<readonly TagSecured[]>;
  /** The PNG of a slip as this station's printer would print it, on 80 mm paper where there is none; null: not drawn. */
  draw(document: SlipDocument): Promise<Buffer | null>;
  close(): void;
}

export interface DeviceHostParts {
  readonly launch: () => Channel<FromDrivers, ToDrivers>;
  readonly onScan: (frame: ScanFrame) => void;
  /** Scans that the driver process sent and that did not arrive: only a fault of the line between can do that. */
  readonly onScansLost: (device: string, count: number) => void;
  readonly onTag: (device: string, tag: TagSeen) => void;
  readonly onTagsLeft: (device: string, addresses: readonly string[]) => void;
  readonly onStates: (states: readonly DeviceState[]) => void;
}

/** Longest a print may take before it counts as failed (ms): a long slip at 9600 baud needs about 20 s. */
const printTimeout = 60_000;

/** Longest a tag write may take (ms): the tag is looked for again once, and each try waits for the reader. */
const secureTimeout = 8_000;

/** Longest wait for a drawing (ms): the first one loads the canvas. */
const drawTimeout = 10_000;

export function deviceHost(parts: DeviceHostParts): DeviceHost {
  let devices: readonly DeviceConfig[] = [];
  let states: readonly DeviceState[] = [];
  let drivers: HelperProcess<ToDrivers> | null = null;
  /** Number of the last scan of each device. */
  const lastScans = new Map<string, number>();
  const jobs = new Map<string, (result: PrintResult) => void>();
  const drawings = new Map<string, (png: string | null) => void>();
  const listings = new Map<string, (printers: readonly SystemPrinter[] | null) => void>();
  const securing = new Map<string, (tags: readonly TagSecured[]) => void>();

  const setStates = (next: readonly DeviceState[]): void => {
    states = next;
    parts.onStates(states);
  };
  const settle = (job: string, result: PrintResult): void => {
    jobs.get(job)?.(result);
    jobs.delete(job);
  };
  const drawn = (job: string, png: string | null): void => {
    drawings.get(job)?.(png);
    drawings.delete(job);
  };
  const listed = (job: string, printers: readonly SystemPrinter[] | null): void => {
    listings.get(job)?.(printers);
    listings.delete(job);
  };
  /** Sends a job under a number of its own and waits for what became of it. */
  const printed = (message: (job: string) => ToDrivers): Promise<PrintResult> => {
    const job = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(job, { ok: false, code: 'LT-2201', begun: true }), printTimeout);
      jobs.set(job, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      if (!drivers?.send(message(job))) settle(job, { ok: false, code: 'LT-2102', begun: false });
    });
  };
  const secured = (job: string, tags: readonly TagSecured[]): void => {
    securing.get(job)?.(tags);
    securing.delete(job);
  };
  const secureOn = (device: string, code: string, state: SecurityState): Promise<readonly TagSecured[]> => {
    const job = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => secured(job, []), secureTimeout);
      securing.set(job, (tags) => {
        clearTimeout(timer);
        resolve(tags);
      });
      if (!drivers?.send({ type: 'secure', job, device, code, state })) secured(job, []);
    });
  };
  const failAll = (code: OutcomeCode): void => {
    for (const job of jobs.keys()) settle(job, { ok: false, code, begun: true });
    for (const job of drawings.keys()) drawn(job, null);
    for (const job of listings.keys()) listed(job, null);
    for (const job of securing.keys()) secured(job, []);
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
      case 'printed':
        return settle(message.job, { ok: true });
      case 'print-failed':
        return settle(message.job, { ok: false, code: message.code, begun: message.begun });
      case 'drawn':
        return drawn(message.job, message.png);
      case 'tag':
        return parts.onTag(message.device, message.tag);
      case 'tags-left':
        return parts.onTagsLeft(message.device, message.addresses);
      case 'secured':
        return secured(message.job, message.tags);
      case 'system-printers':
        return listed(message.job, message.printers);
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
        failAll('LT-2102');
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
    systemPrinters: () => {
      const job = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => listed(job, null), printTimeout);
        listings.set(job, (printers) => {
          clearTimeout(timer);
          resolve(printers);
        });
        if (!drivers?.send({ type: 'system-printers', job })) listed(job, null);
      });
    },
    secure: async (code, state) => {
      const readers = devices.filter(({ kind }) => kind === 'rfid');
      return (await Promise.all(readers.map(({ id }) => secureOn(id, code, state)))).flat();
    },
    draw: (document) => {
      const job = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => drawn(job, null), drawTimeout);
        drawings.set(job, (png) => {
          clearTimeout(timer);
          resolve(png === null ? null : Buffer.from(png, 'base64'));
        });
        if (!drivers?.send({ type: 'draw', job, document, dots: printer()?.dots ?? 576 })) drawn(job, null);
      });
    },
    close: () => {
      drivers?.send({ type: 'shutdown' });
      drivers?.close();
    },
  };
}

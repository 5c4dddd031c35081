import type { DeviceConfig, SecurityState } from '../contract/devices/config.ts';
import type { DeviceState, FromDrivers } from '../contract/devices/drivers.ts';
import type { PrintingToDrivers } from '../contract/devices/printing.ts';
import type { SlipDocument } from '../contract/devices/slip.ts';
import type { OutcomeCode } from '../domain/outcome.ts';
import { lazyDevice } from './lazy-device.ts';
import type { LazyDevice } from './lazy-device.ts';
import { answerPrinting, jobAnswer } from './printer/answer-printing.ts';
import type { FindPrinter } from './printer/answer-printing.ts';
import type { PrinterConfig, PrinterDevice } from './printer/device.ts';
import type { RfidConfig, RfidDevice } from './rfid/device.ts';
import { createScannerDevice, type ScannerConfig } from './scanner/device.ts';
import type { OpenLine } from './transport/line.ts';

export interface DeviceSetOptions {
  readonly openLine: OpenLine;
  readonly send: (message: FromDrivers) => void;
  /** One line for whoever repairs this station. */
  readonly log: (line: string) => void;
}

export interface DeviceSet {
  /** Makes these the devices. One that is set up as before keeps running, and its state is told again. */
  configure(devices: readonly DeviceConfig[]): void;
  /** Answers with `printed` or `print-failed`, exactly once; LT-2205 when there is no such printer. */
  print(job: string, device: string, document: SlipDocument): void;
  /** Answers once, as the message says. */
  printing(message: PrintingToDrivers): void;
  /** Answers with `secured`, exactly once. */
  secure(job: string, device: string, code: string, state: SecurityState): void;
  /** Resolves when everything asked for has been answered. */
  settled(): Promise<void>;
  close(): void;
}

interface Running {
  readonly setup: string;
  readonly line: string;
  readonly printer: LazyDevice<PrinterDevice> | null;
  readonly rfid: LazyDevice<RfidDevice> | null;
  close(): void;
}

/** The devices of this station, each on its own: what one of them does never stops another. */
export function createDeviceSet({ openLine, send, log }: DeviceSetOptions): DeviceSet {
  const running = new Map<string, Running>();
  const told = new Map<string, DeviceState>();
  // Not per `Running`: a scanner that is set up anew goes on counting, so that a gap always means a loss.
  const scanned = new Map<string, number>();
  const working = new Set<Promise<void>>();

  const onState = (state: DeviceState): void => {
    told.set(state.id, state);
    send({ type: 'device', state });
  };
  const lost = (config: DeviceConfig, problem: OutcomeCode): void =>
    onState({ id: config.id, kind: config.kind, name: config.name, health: 'lost', problem });
  const troubleOf =
    ({ id }: DeviceConfig) =>
    (reason: unknown): void =>
      log(`${id}: ${describe(reason)}`);

  const startScanner = (config: ScannerConfig): { close(): void } =>
    createScannerDevice({
      config,
      openLine,
      onState,
      onScan(frame) {
        const seq = (scanned.get(config.id) ?? 0) + 1;
        scanned.set(config.id, seq);
        send({ type: 'scan', device: config.id, seq, frame });
      },
      onTrouble: troubleOf(config),
    });

  const startPrinter = (config: PrinterConfig): LazyDevice<PrinterDevice> =>
    lazyDevice(
      async () => {
        // Drawing slips takes a canvas and fonts: only a station with a printer loads them.
        const onFault = troubleOf(config);
        if (config.text?.mode === 'page') {
          const { size } = config.text;
          const { createPagePrinter } = await import('./printer/page/page-printer.ts');
          return () => createPagePrinter({ config, size, onState, onFault });
        }
        const { createPrinterDevice } = await import('./printer/device.ts');
        return () => createPrinterDevice({ config, openLine, onState, onFault });
      },
      (error) => {
        troubleOf(config)(error);
        lost(config, 'LT-2204');
      },
    );

  const startRfid = (config: RfidConfig): LazyDevice<RfidDevice> =>
    lazyDevice(
      async () => {
        const { openRfid } = await import('./rfid/open-rfid.ts');
        const create = await openRfid(config);
        return () =>
          create({
            openLine,
            onState,
            onTag: (tag) => send({ type: 'tag', device: config.id, tag }),
            onTagsLeft: (addresses) => send({ type: 'tags-left', device: config.id, addresses }),
            onTrouble: troubleOf(config),
          });
      },
      (error) => {
        troubleOf(config)(error);
        lost(config, 'LT-2106');
      },
    );

  const start = (config: DeviceConfig): Pick<Running, 'printer' | 'rfid' | 'close'> => {
    switch (config.kind) {
      case 'scanner': {
        const device = startScanner(config);
        return { printer: null, rfid: null, close: () => device.close() };
      }
      case 'printer': {
        const printer = startPrinter(config);
        return { printer, rfid: null, close: () => printer.close() };
      }
      case 'rfid': {
        const rfid = startRfid(config);
        return { printer: null, rfid, close: () => rfid.close() };
      }
    }
  };

  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => working.delete(tracked));
    working.add(tracked);
  };
  const findPrinter: FindPrinter = async (device) => {
    const opening = running.get(device)?.printer ?? null;
    return opening === null ? 'LT-2205' : ((await opening.device) ?? 'LT-2204');
  };
  const print = async (job: string, device: string, document: SlipDocument): Promise<void> => {
    const printer = await findPrinter(device);
    const failed = (code: OutcomeCode) => ({ ok: false, code, begun: false }) as const;
    send(jobAnswer(job, typeof printer === 'string' ? failed(printer) : await printer.print(job, document)));
  };

  return {
    configure(devices) {
      const setups = new Map(devices.map((config) => [config.id, JSON.stringify(config)]));
      for (const [id, device] of running) {
        if (setups.get(id) === device.setup) continue;
        running.delete(id);
        told.delete(id);
        device.close();
      }
      for (const config of devices) {
        const state = told.get(config.id);
        if (state) send({ type: 'device', state });
        if (running.has(config.id)) continue;
        const line = lineOf(config);
        // One program, one owner: the second would get half of every answer.
        if ([...running.values()].some((other) => other.line === line)) {
          lost(config, 'LT-2103');
          continue;
        }
        running.set(config.id, { ...start(config), line, setup: JSON.stringify(config) });
      }
    },
    print: (job, device, document) => track(print(job, device, document)),
    printing: (message) =>
      track(answerPrinting(message, findPrinter, (error) => log(describe(error))).then(send)),
    secure(job, device, code, state) {
      const answer = async (): Promise<void> => {
        const reader = (await running.get(device)?.rfid?.device) ?? null;
        send({ type: 'secured', job, tags: (await reader?.secure(code, state)) ?? [] });
      };
      track(answer());
    },
    async settled() {
      await Promise.allSettled(working);
    },
    close() {
      for (const device of running.values()) device.close();
      running.clear();
    },
  };
}

/** What a line is on this computer, whatever speed it is set to. Queues of the system may be shared. */
function lineOf({ id, transport }: DeviceConfig): string {
  switch (transport.kind) {
    case 'serial':
    case 'file':
      return transport.path;
    case 'tcp':
    case 'listen':
      return `${transport.kind} ${transport.host}:${transport.port}`;
    case 'hid':
      return `hid ${transport.vendorId}:${transport.productId}`;
    case 'pcsc':
      return `pcsc ${transport.reader}`;
    case 'spooler':
      return `spooler ${id}`;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

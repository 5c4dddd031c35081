import type { DeviceConfig, DeviceState, FromDrivers } from '../contract/devices/drivers.ts';
import type { SlipDocument } from '../contract/devices/slip.ts';
import type { PrinterConfig, PrinterDevice } from './printer/device.ts';
import type { PrintResult } from './printer/job.ts';
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
  /** Resolves when every slip under way has been answered. */
  settled(): Promise<void>;
  close(): void;
}

interface Running {
  readonly setup: string;
  /** Null inside where this computer cannot load what printing takes. */
  readonly printer: Promise<PrinterDevice | null> | null;
  close(): void;
}

/** The devices of this station, each on its own: what one of them does never stops another. */
export function createDeviceSet({ openLine, send, log }: DeviceSetOptions): DeviceSet {
  const running = new Map<string, Running>();
  const told = new Map<string, DeviceState>();
  // Not per `Running`: a scanner that is set up anew goes on counting, so that a gap always means a loss.
  const scanned = new Map<string, number>();
  const printing = new Set<Promise<void>>();

  const onState = (state: DeviceState): void => {
    told.set(state.id, state);
    send({ type: 'device', state });
  };

  const startScanner = (config: ScannerConfig): Omit<Running, 'setup'> => {
    const device = createScannerDevice({
      config,
      openLine,
      onState,
      onScan(frame) {
        const seq = (scanned.get(config.id) ?? 0) + 1;
        scanned.set(config.id, seq);
        send({ type: 'scan', device: config.id, seq, frame });
      },
      onTrouble: (reason) => log(`${config.id}: ${reason}`),
    });
    return { printer: null, close: () => device.close() };
  };

  const startPrinter = (config: PrinterConfig): Omit<Running, 'setup'> => {
    let closed = false;
    const open = async (): Promise<PrinterDevice | null> => {
      try {
        // Drawing slips takes a canvas and fonts: only a station with a printer loads them.
        const { createPrinterDevice } = await import('./printer/device.ts');
        if (closed) return null;
        const onFault = (error: unknown): void => log(`${config.id}: ${describe(error)}`);
        return createPrinterDevice({ config, openLine, onState, onFault });
      } catch (error) {
        log(`${config.id}: ${describe(error)}`);
        onState({ id: config.id, kind: config.kind, name: config.name, health: 'lost', problem: 'LT-2204' });
        return null;
      }
    };
    const printer = open();
    return {
      printer,
      close() {
        closed = true;
        void printer.then((device) => device?.close());
      },
    };
  };

  const answer = async (job: string, device: string, document: SlipDocument): Promise<void> => {
    const opening = running.get(device)?.printer ?? null;
    const printer = await opening;
    const result: PrintResult = printer
      ? await printer.print(job, document)
      : { ok: false, code: opening === null ? 'LT-2205' : 'LT-2204', begun: false };
    send(
      result.ok
        ? { type: 'printed', job }
        : { type: 'print-failed', job, code: result.code, begun: result.begun },
    );
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
        const started = config.kind === 'scanner' ? startScanner(config) : startPrinter(config);
        running.set(config.id, { ...started, setup: JSON.stringify(config) });
      }
    },
    print(job, device, document) {
      const work = answer(job, device, document).finally(() => printing.delete(work));
      printing.add(work);
    },
    async settled() {
      await Promise.allSettled(printing);
    },
    close() {
      for (const device of running.values()) device.close();
      running.clear();
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

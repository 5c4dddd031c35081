import { randomUUID } from 'node:crypto';
import type { Channel } from '../../contract/devices/channel.ts';
import type {
  DeviceConfig,
  DeviceState,
  FromDrivers,
  ScanFrame,
  ToDrivers,
} from '../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { PrintDocument, PrintResult } from '../services/printing/print-queue.ts';

/** The driver process seen from the core: it may die and be started again at any time. */
export interface DeviceHost {
  configure(devices: readonly DeviceConfig[]): void;
  states(): readonly DeviceState[];
  readonly print: PrintDocument;
  close(): void;
}

export interface DeviceHostParts {
  readonly launch: () => Channel<FromDrivers, ToDrivers>;
  readonly onScan: (frame: ScanFrame) => void;
  readonly onStates: (states: readonly DeviceState[]) => void;
}

/** First wait before the driver process is started again, doubled up to the last (ms). */
const firstRestart = 200;
const lastRestart = 10_000;
/** A driver process that lived this long (ms) starts again without waiting longer. */
const healthyAfter = 30_000;
/** Longest a print may take before it counts as failed (ms): a long slip at 9600 baud needs about 20 s. */
const printTimeout = 60_000;

export function deviceHost(parts: DeviceHostParts): DeviceHost {
  let devices: readonly DeviceConfig[] = [];
  let states: readonly DeviceState[] = [];
  let channel: Channel<FromDrivers, ToDrivers> | null = null;
  let wait = firstRestart;
  let closed = false;
  let restart: NodeJS.Timeout | undefined;
  const jobs = new Map<string, (result: PrintResult) => void>();

  const setStates = (next: readonly DeviceState[]): void => {
    states = next;
    parts.onStates(states);
  };
  const settle = (job: string, result: PrintResult): void => {
    jobs.get(job)?.(result);
    jobs.delete(job);
  };
  const failAll = (code: OutcomeCode): void => {
    for (const job of jobs.keys()) settle(job, { ok: false, code, begun: true });
  };
  const receive = (message: FromDrivers): void => {
    switch (message.type) {
      case 'ready':
        return;
      case 'device':
        return setStates(states.map((state) => (state.id === message.state.id ? message.state : state)));
      case 'scan':
        return parts.onScan(message.frame);
      case 'printed':
        return settle(message.job, { ok: true });
      case 'print-failed':
        return settle(message.job, { ok: false, code: message.code, begun: message.begun });
    }
  };
  const start = (): void => {
    const started = performance.now();
    const opened = parts.launch();
    channel = opened;
    opened.onMessage(receive);
    opened.onClose(() => {
      if (channel !== opened) return;
      channel = null;
      failAll('LT-2102');
      if (closed) return;
      setStates(states.map((state) => ({ ...state, health: 'lost', problem: 'LT-2102' })));
      if (performance.now() - started > healthyAfter) wait = firstRestart;
      restart = setTimeout(start, wait);
      wait = Math.min(wait * 2, lastRestart);
    });
    opened.send({ type: 'configure', devices });
  };

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
      if (channel) channel.send({ type: 'configure', devices });
      else if (!closed) start();
    },
    states: () => states,
    print: (document) => {
      const printer = devices.find(({ kind }) => kind === 'printer');
      if (!printer) return Promise.resolve({ ok: false, code: 'LT-2205', begun: false });
      const drivers = channel;
      if (!drivers) return Promise.resolve({ ok: false, code: 'LT-2102', begun: false });
      const job = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(
          () => settle(job, { ok: false, code: 'LT-2201', begun: true }),
          printTimeout,
        );
        jobs.set(job, (result) => {
          clearTimeout(timer);
          resolve(result);
        });
        drivers.send({ type: 'print', job, device: printer.id, document });
      });
    },
    close: () => {
      closed = true;
      clearTimeout(restart);
      channel?.send({ type: 'shutdown' });
      channel?.close();
    },
  };
}

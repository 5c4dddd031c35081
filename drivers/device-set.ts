import type { DeviceConfig, SecurityState } from '../contract/devices/config.ts';
import type { DeviceState, FromDrivers } from '../contract/devices/drivers.ts';
import type { GateDirection } from '../contract/devices/gates.ts';
import type { PrintingToDrivers } from '../contract/devices/printing.ts';
import type { SlipDocument } from '../contract/devices/slip.ts';
import type { OutcomeCode } from '../domain/outcome.ts';
import type { FindPrinter } from './printer/answer-printing.ts';
import { answerPrinting, jobAnswer } from './printer/answer-printing.ts';
import type { RunningDevice } from './start/start-device.ts';
import { startDevice } from './start/start-device.ts';
import type { ByteLog } from './transport/byte-log.ts';
import { createByteLog } from './transport/byte-log.ts';
import { stateOf } from './transport/health.ts';
import type { OpenLine } from './transport/line.ts';
import { createListeners } from './transport/listeners.ts';

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
  /** Answers with `passed`, exactly once. */
  openTurnstile(job: string, device: string, direction: GateDirection): void;
  /** Answers with `switched`, exactly once. */
  pulse(job: string, device: string, channel: number, forMs: number): void;
  /** Answers with `bytes`. */
  bytes(job: string, device: string, after: number): void;
  /** Resolves when everything asked for has been answered. */
  settled(): Promise<void>;
  close(): void;
}

interface Running {
  readonly setup: string;
  readonly line: string;
  readonly device: RunningDevice;
}

/** The devices of this station, each on its own: what one of them does never stops another. */
export function createDeviceSet({ openLine, send, log }: DeviceSetOptions): DeviceSet {
  const running = new Map<string, Running>();
  const told = new Map<string, DeviceState>();
  const logs = new Map<string, ByteLog>();
  // Not per `Running`: a scanner that is set up anew goes on counting, so that a gap always means a loss.
  const scanned = new Map<string, number>();
  const working = new Set<Promise<void>>();
  const listeners = createListeners((address, port) =>
    log(`a call from ${address} on port ${port} that no device is set up for`),
  );

  const onState = (state: DeviceState): void => {
    told.set(state.id, state);
    send({ type: 'device', state });
  };
  const logOf = (device: string): ByteLog => {
    const known = logs.get(device) ?? createByteLog();
    logs.set(device, known);
    return known;
  };
  const start = (config: DeviceConfig): RunningDevice =>
    startDevice(config, {
      openLine: logOf(config.id).watch(openLine),
      listeners,
      send,
      onState,
      onTrouble: (reason) => log(`${config.id}: ${describe(reason)}`),
      onScan(frame) {
        const seq = (scanned.get(config.id) ?? 0) + 1;
        scanned.set(config.id, seq);
        send({ type: 'scan', device: config.id, seq, frame });
      },
    });

  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => working.delete(tracked));
    working.add(tracked);
  };
  const findPrinter: FindPrinter = async (device) => {
    const printer = running.get(device)?.device.printer;
    return printer === undefined ? 'LT-2205' : ((await printer.device) ?? 'LT-2204');
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
        device.device.close();
      }
      for (const config of devices) {
        const state = told.get(config.id);
        if (state) send({ type: 'device', state });
        if (running.has(config.id)) continue;
        const line = lineOf(config);
        // One program, one owner: the second would get half of every answer.
        if ([...running.values()].some((other) => other.line === line)) {
          onState(stateOf(config, 'lost', 'LT-2103'));
          continue;
        }
        running.set(config.id, { device: start(config), line, setup: JSON.stringify(config) });
      }
    },
    print: (job, device, document) => track(print(job, device, document)),
    printing: (message) =>
      track(answerPrinting(message, findPrinter, (error) => log(describe(error))).then(send)),
    secure(job, device, code, state) {
      const answer = async (): Promise<void> => {
        const reader = (await running.get(device)?.device.rfid?.device) ?? null;
        send({ type: 'secured', job, tags: (await reader?.secure(code, state)) ?? [] });
      };
      track(answer());
    },
    openTurnstile(job, device, direction) {
      const answer = async (): Promise<void> => {
        const turnstile = (await running.get(device)?.device.turnstile?.device) ?? null;
        send({ type: 'passed', job, outcome: (await turnstile?.open(direction)) ?? 'line-lost' });
      };
      track(answer());
    },
    pulse(job, device, channel, forMs) {
      const answer = async (): Promise<void> => {
        const relay = (await running.get(device)?.device.relay?.device) ?? null;
        send({ type: 'switched', job, ok: (await relay?.pulse(channel, forMs))?.ok ?? false });
      };
      track(answer());
    },
    bytes: (job, device, after) => send({ type: 'bytes', job, bytes: logs.get(device)?.after(after) ?? [] }),
    async settled() {
      await Promise.allSettled(working);
    },
    close() {
      for (const { device } of running.values()) device.close();
      running.clear();
    },
  };
}

/** What a line is on this computer, whatever speed it is set to. Queues of the system may be shared. */
export function lineOf(config: Pick<DeviceConfig, 'id' | 'transport'>): string {
  const { id, transport } = config;
  switch (transport.kind) {
    case 'serial':
    case 'file':
      return transport.path;
    case 'tcp':
      return `tcp ${transport.host}:${transport.port}`;
    // Several gates may call one port: they are told apart by who calls.
    case 'listen':
      return `listen ${id}`;
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

import { createExchange, type Exchange } from '../rfid/exchange.ts';
import { buildFeigRequest, createFeigFramer, type FeigFrame } from '../rfid/feig/codec.ts';
import { buildNotificationAck, readNotification } from '../rfid/feig/notification.ts';
import { feigCommand, feigStatus } from '../rfid/feig/numbers.ts';
import { createConnection } from '../transport/connection.ts';
import { createHealth, type OnHealth } from '../transport/health.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import type { Listeners } from '../transport/listeners.ts';
import { createAlarms } from './alarms.ts';
import type { GateConfig } from './config.ts';
import { readCounters } from './counters.ts';
import type { GateEvent } from './event.ts';
import { startPolling } from './poll.ts';

export interface GateDeviceOptions {
  readonly config: GateConfig;
  /** For a gate that is polled. */
  readonly openLine: OpenLine;
  /** For a gate that calls: one for the whole process. */
  readonly listeners: Listeners;
  readonly onHealth: OnHealth;
  readonly onEvent: (event: GateEvent) => void;
  /** For whoever repairs it. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  readonly now?: () => Date;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface GateDevice {
  /** Nothing is reported afterwards. */
  close(): void;
}

/** Longest pause inside one frame (ms). */
const quietMs = 80;

/**
 * A FEIG gate: `ready` while it is connected and, where it is polled or sends keep-alives, heard of; `degraded` while it
 * is silent; `lost` while it has not called or cannot be reached. What it tells is told on first and acknowledged then.
 */
export function createGateDevice(options: GateDeviceOptions): GateDevice {
  const { config, onEvent, onTrouble, now = () => new Date() } = options;
  const { mode, counters, address, transport } = config;
  const health = createHealth(options.onHealth);
  const alarms = createAlarms({ config, now });
  const claim =
    mode.kind === 'notification' && transport.kind === 'listen'
      ? options.listeners.claim({ host: transport.host, port: transport.port, peer: mode.peer })
      : null;
  let framer = createFeigFramer();
  let line: Line | null = null;
  let exchange: Exchange<FeigFrame> | null = null;
  let stopPolling = (): void => undefined;
  let overflowed = false;
  let counted = '';
  let quietTimer: NodeJS.Timeout | undefined;
  let silenceTimer: NodeJS.Timeout | undefined;
  let counterTimer: NodeJS.Timeout | undefined;

  const acknowledge = (frame: FeigFrame): void => {
    if (mode.kind !== 'notification' || !mode.acknowledge) return;
    // A line that breaks now tells by itself, and the gate repeats.
    line?.write(buildNotificationAck(frame.address)).catch(() => undefined);
  };

  const takeBuffer = (frame: FeigFrame): void => {
    const full = frame.status === feigStatus.bufferOverflow;
    if (full && !overflowed) onEvent({ type: 'missed', at: now().toISOString() });
    overflowed = full;
    if (frame.status === feigStatus.noData) return;
    const records = readNotification(frame);
    if (records === null) {
      onTrouble?.(`a record of the gate is not understood: ${Buffer.from(frame.data).toString('hex')}`);
    } else {
      for (const event of alarms.take(records)) onEvent(event);
    }
    // Also what is not understood: the gate would send nothing else until it is.
    acknowledge(frame);
  };

  const takeCounters = (frame: FeigFrame): boolean => {
    const values = counters === null ? null : readCounters(frame, counters);
    if (values === null) return false;
    const said = `${values.in} ${values.out}`;
    if (said !== counted) onEvent({ type: 'counts', at: now().toISOString(), ...values });
    counted = said;
    return true;
  };

  const takeUnasked = (frame: FeigFrame): void => {
    if (takeCounters(frame)) return;
    // Anything else is a keep-alive, or the answer to an acknowledgement.
    if (frame.command === feigCommand.readBuffer) takeBuffer(frame);
  };

  const heard = (): void => {
    clearTimeout(silenceTimer);
    health.enter('ready');
    if (mode.kind !== 'notification' || mode.keepAliveMs === null) return;
    silenceTimer = setTimeout(() => health.enter('degraded', 'silent'), mode.keepAliveMs);
  };

  const pass = (frames: readonly FeigFrame[]): void => {
    if (frames.length > 0) heard();
    for (const frame of frames) {
      if (exchange === null) takeUnasked(frame);
      else exchange.receive(frame);
    }
  };

  const askCounters = (asked: Line): void => {
    if (counters === null || counters.ask === null) return;
    const { everyMs, data } = counters.ask;
    const bytes = Uint8Array.from(Buffer.from(data, 'hex'));
    const request = buildFeigRequest({ address, command: counters.command, data: bytes, advanced: true });
    if (request === null) return;
    counterTimer = setInterval(() => void asked.write(request).catch(() => undefined), everyMs);
  };

  const stop = (): void => {
    clearTimeout(quietTimer);
    clearTimeout(silenceTimer);
    clearInterval(counterTimer);
    stopPolling();
    exchange?.lost();
    exchange = null;
    line = null;
  };

  const connection = createConnection({
    transport,
    openLine: claim === null ? options.openLine : (_transport, handlers) => claim.open(handlers),
    random: options.random,
    onTrouble,
    onData(bytes) {
      clearTimeout(quietTimer);
      pass(framer.push(bytes));
      if (framer.held > 0) quietTimer = setTimeout(() => pass(framer.quiet()), quietMs);
    },
    onOpen(opened) {
      framer = createFeigFramer();
      line = opened;
      askCounters(opened);
      if (mode.kind === 'notification') return heard();
      exchange = createExchange({ write: (bytes) => opened.write(bytes), onUnasked: takeUnasked });
      stopPolling = startPolling({
        ...mode,
        exchange,
        address,
        onAnswer: takeBuffer,
        onSilence: () => health.enter('degraded', 'silent'),
      });
    },
    onLost() {
      stop();
      health.enter('lost', 'unreachable');
    },
  });

  return {
    close() {
      health.close();
      connection.close();
      claim?.release();
      stop();
    },
  };
}

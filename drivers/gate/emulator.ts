import { connect, type Socket } from 'node:net';
import { faultyWire, type FaultyWire } from '../emulator/faulty-wire.ts';
import { buildBufferRecords, buildNotification, type BufferedTag } from '../rfid/feig/build-records.ts';
import { buildFeigAnswer, createFeigRequestFramer } from '../rfid/feig/codec.ts';
import { feigCommand, feigStatus } from '../rfid/feig/numbers.ts';

/** A gate in notification mode: it calls, sends what passes through it, and repeats what is not acknowledged. */
export interface CallingGate {
  readonly wire: FaultyWire;
  /** Tags go through. Sent again every `repeatMs` until the host acknowledges. */
  alarm(tags: readonly BufferedTag[]): void;
  /** Bytes as they are: keep-alives, counters, noise. */
  send(bytes: Uint8Array): void;
  /** Notifications that the host has not acknowledged. */
  readonly waiting: () => number;
  /** Notifications and repetitions of them so far. */
  readonly sent: () => number;
  /** Acknowledgements so far. */
  readonly acknowledged: () => number;
  unplug(): void;
  close(): void;
}

/** It calls again so long after a broken connection (ms). */
const redialMs = 20;

export function createCallingGate(
  host: string,
  port: number,
  repeatMs: number,
  localAddress?: string,
): CallingGate {
  const queue: Uint8Array[] = [];
  let socket: Socket | null = null;
  let closed = false;
  let acknowledged = 0;
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;
  const wire = faultyWire(
    (bytes) => socket?.write(bytes),
    () => socket?.destroy(),
  );

  const sendFirst = (): void => {
    clearTimeout(timer);
    const [first] = queue;
    if (first === undefined || socket === null) return;
    timer = setTimeout(sendFirst, repeatMs);
    sent += 1;
    wire.send(first);
  };
  const dial = (): void => {
    if (closed) return;
    const framer = createFeigRequestFramer();
    const calling = connect({ host, port, ...(localAddress === undefined ? {} : { localAddress }) });
    calling.on('connect', () => {
      socket = calling;
      sendFirst();
    });
    calling.on('data', (bytes) => {
      for (const { command, address } of framer.push(bytes)) {
        if (command !== feigCommand.clearBuffer) continue;
        acknowledged += 1;
        queue.shift();
        const answer = { address, command, status: feigStatus.ok, data: new Uint8Array(), advanced: true };
        socket?.write(buildFeigAnswer(answer) ?? new Uint8Array());
        sendFirst();
      }
    });
    calling.on('error', () => undefined);
    calling.on('close', () => {
      if (socket === calling) socket = null;
      clearTimeout(timer);
      setTimeout(dial, redialMs);
    });
  };
  dial();

  return {
    wire,
    alarm(tags) {
      queue.push(buildNotification(tags));
      if (queue.length === 1) sendFirst();
    },
    send: (bytes) => wire.send(bytes),
    waiting: () => queue.length,
    sent: () => sent,
    acknowledged: () => acknowledged,
    unplug: () => socket?.destroy(),
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.destroy();
    },
  };
}

/** A gate that waits to be asked: keeps records until they were read and cleared. */
export interface PolledGate {
  readonly buffer: BufferedTag[];
  /** Its memory was full. */
  overflowed: boolean;
  receive(bytes: Uint8Array): void;
}

export function createPolledGate(send: (bytes: Uint8Array) => void): PolledGate {
  const framer = createFeigRequestFramer();
  let read = 0;
  const gate: PolledGate = {
    buffer: [],
    overflowed: false,
    receive(bytes) {
      for (const { command, data } of framer.push(bytes)) {
        const answer = { address: 0, command, status: feigStatus.ok, data: new Uint8Array(), advanced: true };
        if (command === feigCommand.readBuffer) {
          const tags = gate.buffer.slice(0, (data[0] ?? 0) * 256 + (data[1] ?? 0));
          read = tags.length;
          const status = tags.length === 0 ? feigStatus.noData : feigStatus.ok;
          const told = gate.overflowed ? feigStatus.bufferOverflow : status;
          const records = told === feigStatus.noData ? new Uint8Array() : buildBufferRecords(tags);
          send(buildFeigAnswer({ ...answer, status: told, data: records }) ?? new Uint8Array());
        } else if (command === feigCommand.clearBuffer) {
          gate.buffer.splice(0, read);
          gate.overflowed = false;
          read = 0;
          send(buildFeigAnswer(answer) ?? new Uint8Array());
        }
      }
    },
  };
  return gate;
}

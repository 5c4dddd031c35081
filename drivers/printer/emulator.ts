import { createByteQueue } from './emulator/byte-queue.ts';
import {
  automaticMessage,
  goodCondition,
  isOffline,
  paperSensorAnswer,
  realTimeAnswer,
} from './emulator/condition.ts';
import type { PrinterCondition } from './emulator/condition.ts';
import type { DrawerPulse, PrintHead } from './emulator/head.ts';
import { interpret } from './emulator/interpreter.ts';
import { keepSlip } from './emulator/keep-slip.ts';
import type { KeptSlip } from './emulator/keep-slip.ts';
import { createPaper } from './emulator/paper.ts';
import { createRealTimeScanner } from './emulator/real-time.ts';
import type { RealTimeCommand } from './emulator/real-time.ts';

export type { KeptSlip } from './emulator/keep-slip.ts';
export type { DrawerPulse } from './emulator/head.ts';

export interface PrinterEmulatorOptions {
  readonly dots: 576 | 384;
  /** Where slips go, each as a PNG of one pixel a dot; made when missing. */
  readonly paperDir: string;
  /** The file is complete when this is called. `file` is its name inside `paperDir`. */
  readonly onSlip: (slip: KeptSlip) => void;
  readonly onDrawer?: (pulse: DrawerPulse) => void;
  /** Whenever what the printer says of itself changed, also when a roll ended by itself. */
  readonly onCondition?: (condition: PrinterCondition) => void;
  /** A slip that could not be kept or drawn. */
  readonly onFault?: (error: unknown) => void;
  /** Bytes the receive buffer holds; cheap printers have 4 kB, good ones 64 kB. */
  readonly bufferBytes?: number;
}

export interface PrinterEmulator {
  /** False when the receive buffer is full: a line with flow control waits for `onDrain`, others lose bytes. */
  receive(bytes: Uint8Array): boolean;
  /** Where answers go, and who is told that there is room again. The newest line replaces the one before. */
  connect(line: { reply(bytes: Uint8Array): void; onDrain(): void }): void;
  condition(): PrinterCondition;
  /** Sets or clears faults. Paper put in is a new roll unless `rowsLeft` says otherwise. */
  change(change: Partial<PrinterCondition>): void;
  /** Tears the paper off, as a person does at a printer without a cutter. */
  tear(): void;
  /** Resolves when every slip torn or cut so far is on disk. */
  close(): Promise<void>;
}

/** Six metres: what only a runaway program prints. The strip is cut there. */
const maxRows = 48_000;

/** Bytes worked off in one go, so that a long slip does not hold up everything else. */
const portion = 16_384;

/** A line that ignores a full buffer loses what goes beyond this many times its size. */
const overflow = 4;

const tickMs = 20;

/** A thermal printer that speaks ESC/POS and prints on files. */
export function createPrinterEmulator(options: PrinterEmulatorOptions): PrinterEmulator {
  const { dots, paperDir, onSlip, onDrawer, onCondition, bufferBytes = 65_536 } = options;
  const { onFault = (error) => process.emitWarning(String(error)) } = options;
  const paper = createPaper(dots);
  const buffer = createByteQueue();
  const scan = createRealTimeScanner();
  let condition = goodCondition;
  let line: { reply(bytes: Uint8Array): void; onDrain(): void } | null = null;
  let automatic = false;
  let full = false;
  let closed = false;
  let cancelWork: (() => void) | null = null;
  let kept: Promise<void> = Promise.resolve();

  const reply = (...bytes: readonly number[]): void => {
    if (condition.talk !== 'silent') line?.reply(Uint8Array.from(bytes));
  };

  const change = (changes: Partial<PrinterCondition>): void => {
    const rowsLeft = changes.paper === undefined || changes.paper === 'out' ? condition.rowsLeft : null;
    const before = automaticMessage(condition);
    condition = { ...condition, rowsLeft, ...changes };
    const now = automaticMessage(condition);
    if (automatic && condition.talk === 'full' && !now.every((byte, at) => byte === before[at]))
      reply(...now);
    onCondition?.(condition);
    later();
  };

  const useRows = (rows: number): void => {
    if (condition.rowsLeft !== null) {
      const rowsLeft = Math.max(0, condition.rowsLeft - rows);
      if (rowsLeft === 0) change({ paper: 'out', rowsLeft });
      else condition = { ...condition, rowsLeft };
    }
    if (paper.rows() >= maxRows) tear();
  };

  const tear = (): void => {
    if (paper.rows() === 0) return;
    const slip = paper.take();
    kept = kept.then(() => keepSlip(slip, paperDir)).then(onSlip, onFault);
  };

  const head: PrintHead = {
    width: dots,
    print(picture, x) {
      paper.print(picture, x);
      useRows(picture.height);
    },
    feed(rows) {
      paper.feed(rows);
      useRows(rows);
    },
    cut: tear,
    openDrawer: (pulse) => onDrawer?.(pulse),
    answerPaperSensor() {
      if (condition.talk === 'full') reply(paperSensorAnswer(condition));
    },
    setAutomaticStatus(on) {
      automatic = on;
      if (on && condition.talk === 'full') reply(...automaticMessage(condition));
    },
  };

  const startReading = () => {
    const reading = interpret(head);
    reading.next();
    return reading;
  };
  let reading = startReading();
  let waiting = false;

  /** One byte, or whatever the interpreter asked to wait for. */
  const feed = (byte: number): void => {
    try {
      const { value } = reading.next(byte);
      if (value !== undefined) void resume(value);
    } catch (error) {
      onFault(error);
      reading = startReading();
    }
  };

  const resume = async (awaited: Promise<void>): Promise<void> => {
    waiting = true;
    await awaited;
    waiting = false;
    // It waits for no byte now; this one is not looked at.
    feed(0);
    later();
  };

  const workOff = (): void => {
    cancelWork = null;
    const { bytesPerSecond } = condition;
    const most = bytesPerSecond === null ? portion : Math.ceil((bytesPerSecond * tickMs) / 1000);
    for (let count = 0; count < most && !waiting && !isOffline(condition); count += 1) {
      const byte = buffer.shift();
      if (byte === undefined) break;
      feed(byte);
    }
    if (full && buffer.size() < bufferBytes / 2) {
      full = false;
      line?.onDrain();
    }
    later();
  };

  const later = (): void => {
    if (cancelWork !== null || closed || waiting || isOffline(condition) || buffer.size() === 0) return;
    if (condition.bytesPerSecond === null) {
      const turn = setImmediate(workOff);
      cancelWork = () => {
        clearImmediate(turn);
      };
    } else {
      const tick = setTimeout(workOff, tickMs);
      cancelWork = () => {
        clearTimeout(tick);
      };
    }
  };

  const obey = (command: RealTimeCommand): void => {
    if (command.kind === 'status') {
      reply(realTimeAnswer(condition, command.question));
      return;
    }
    if (command.clear) {
      buffer.clear();
      reading = startReading();
    }
    if (condition.error === 'cutter' || condition.error === 'recoverable') change({ error: 'none' });
  };

  return {
    receive(bytes) {
      for (const command of scan(bytes)) obey(command);
      const room = bufferBytes * overflow - buffer.size();
      buffer.push(bytes.subarray(0, Math.max(0, room)));
      later();
      full = buffer.size() >= bufferBytes;
      return !full;
    },
    connect(newest) {
      line = newest;
    },
    condition: () => condition,
    change,
    tear,
    async close() {
      closed = true;
      cancelWork?.();
      await kept;
    },
  };
}

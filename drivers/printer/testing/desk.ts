import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { DeviceState } from '../../../contract/devices/drivers.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import type { OpenLine } from '../../transport/line.ts';
import { openTcpLine } from '../../transport/tcp.ts';
import { bitmapRows } from '../bitmap.ts';
import { createPrinterDevice } from '../device.ts';
import type { PrinterDevice, PrinterTiming } from '../device.ts';
import { listenPrinterEmulator } from '../emulator-server.ts';
import type { ListeningPrinter } from '../emulator-server.ts';
import type { DrawerPulse, KeptSlip } from '../emulator.ts';
import { readPng } from './decode.ts';
import { drawn } from './documents.ts';

/** Milliseconds; short, but long enough for a machine that is busy. */
export const quick: PrinterTiming = {
  connectMs: 2_000,
  answerMs: 500,
  stallMs: 2_000,
  watchMs: 20,
  rowMs: 0.1,
  graceMs: 400,
  patienceMs: 10_000,
  idlePollMs: 100,
  troublePollMs: 40,
};

/** A printer device and an emulated printer, joined by real TCP. */
export interface Desk {
  readonly printer: ListeningPrinter;
  readonly device: PrinterDevice;
  readonly states: DeviceState[];
  readonly kept: readonly KeptSlip[];
  readonly pulses: readonly DrawerPulse[];
  /** Waits until the printer is in this health. */
  until(health: DeviceState['health']): Promise<unknown>;
  /** How many papers show this slip, dot for dot, from their top. */
  papersWith(document: SlipDocument): Promise<number>;
}

const openTcp: OpenLine = (transport, handlers) => {
  if (transport.kind !== 'tcp') throw new Error('only TCP here');
  return openTcpLine(transport, handlers);
};

/** Taken away when the test ends. */
export async function desk(
  options: {
    readonly timing?: Partial<PrinterTiming>;
    readonly bufferBytes?: number;
    readonly before?: (printer: ListeningPrinter) => void | Promise<void>;
  } = {},
): Promise<Desk> {
  const dir = await mkdtemp(join(tmpdir(), 'printer-device-'));
  const kept: KeptSlip[] = [];
  const pulses: DrawerPulse[] = [];
  const { bufferBytes = 65_536 } = options;
  const printer = await listenPrinterEmulator({
    dots: 384,
    paperDir: dir,
    bufferBytes,
    onSlip: (slip) => kept.push(slip),
    onDrawer: (pulse) => pulses.push(pulse),
  });
  await options.before?.(printer);
  const states: DeviceState[] = [];
  const device = createPrinterDevice({
    config: {
      id: 'p1',
      kind: 'printer',
      name: 'Máy in quầy 1',
      transport: { kind: 'tcp', host: '127.0.0.1', port: printer.port },
      dots: 384,
    },
    openLine: openTcp,
    timing: { ...quick, ...options.timing },
    random: () => 0.99,
    onState: (state) => states.push(state),
  });
  onTestFinished(async () => {
    device.close();
    await printer.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    printer,
    device,
    states,
    kept,
    pulses,
    until: (health) => vi.waitUntil(() => states.at(-1)?.health === health, { timeout: 8_000, interval: 5 }),
    async papersWith(document) {
      const slip = await drawn(document, 384);
      return kept
        .map((paper) => readPng(join(dir, paper.file)))
        .filter((paper) => Buffer.from(bitmapRows(paper, 0, slip.height).bits).equals(slip.bits)).length;
    },
  };
}

/** Some of the slip is on paper, not all of it. Needs a roll that counts its rows. */
export const whenPrinting = (printer: ListeningPrinter): Promise<unknown> =>
  vi.waitUntil(() => (printer.emulator.condition().rowsLeft ?? 0) < 99_980, { timeout: 8_000, interval: 2 });

/** States as short text. */
export const health = (states: readonly DeviceState[]): readonly string[] =>
  states.map((state) => (state.problem === null ? state.health : `${state.health} ${state.problem}`));
export const slipNumber = (n: number): SlipDocument => ({
  reprint: false,
  lines: [{ kind: 'text', text: `Phiếu số ${n}`, size: 'title', align: 'center', bold: true }],
});

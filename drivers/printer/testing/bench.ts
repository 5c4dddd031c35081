import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Bitmap } from '../bitmap.ts';
import { createPrinterEmulator } from '../emulator.ts';
import type { DrawerPulse, KeptSlip, PrinterEmulator } from '../emulator.ts';
import escpos from '../escpos.vectors.json' with { type: 'json' };
import { readPng } from './decode.ts';

/** An emulator on the table, and everything it said and did. */
export interface Bench {
  readonly printer: PrinterEmulator;
  readonly replies: number[];
  readonly pulses: DrawerPulse[];
  readonly faults: unknown[];
  readonly dir: string;
  /** Every slip so far. */
  readonly kept: readonly KeptSlip[];
  picture(slip: KeptSlip): Bitmap;
  /** The next slip that comes out. */
  slip(): Promise<Bitmap>;
  type(...parts: readonly (string | readonly number[] | Uint8Array)[]): void;
}

/** Taken away when the test ends. */
export async function bench(dots: 576 | 384 = 384, bufferBytes = 65_536): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'printer-'));
  const kept: KeptSlip[] = [];
  let taken = 0;
  const replies: number[] = [];
  const pulses: DrawerPulse[] = [];
  const faults: unknown[] = [];
  const printer = createPrinterEmulator({
    dots,
    paperDir: join(dir, 'paper'),
    bufferBytes,
    onSlip: (slip) => kept.push(slip),
    onDrawer: (pulse) => pulses.push(pulse),
    onFault: (error) => faults.push(error),
  });
  const picture = (slip: KeptSlip): Bitmap => {
    const read = readPng(join(dir, 'paper', slip.file));
    if (read.width !== slip.width || read.height !== slip.height) throw new Error('not the size announced');
    return read;
  };
  printer.connect({ reply: (bytes) => replies.push(...bytes), onDrain: () => {} });
  onTestFinished(async () => {
    await printer.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    printer,
    replies,
    pulses,
    faults,
    dir: join(dir, 'paper'),
    kept,
    picture,
    async slip() {
      const next = await vi.waitUntil(() => kept[taken], { timeout: 5_000, interval: 2 });
      taken += 1;
      return picture(next);
    },
    type(...parts) {
      for (const part of parts)
        printer.receive(typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part));
    },
  };
}

/** The bytes of a published vector. */
export function bytesOf(description: string): Uint8Array {
  const vector = escpos.vectors.find((candidate) => candidate.description === description);
  if (vector?.hex_in === undefined) throw new Error(`no vector ${description}`);
  return Buffer.from(vector.hex_in, 'hex');
}

export const cut: readonly number[] = [0x1d, 0x56, 0x00];

/** Waits for something to become true, as long as a busy machine may take. */
export function soon<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 5_000, interval: 5 });
}

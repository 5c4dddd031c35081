import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceConfig } from '../contract/devices/config.ts';
import { listenPrinterEmulator } from '../drivers/printer/emulator-server.ts';
import { within } from './within.ts';

/** A slip takes less than a second; a machine that is busy with other things, longer. */
const mostMs = 30_000;

/** A printer on the network that runs in the bench's own process, so that it counts for nothing. */
export interface BenchPrinter {
  readonly device: DeviceConfig;
  /** Resolves when `count` slips have come out since the printer was opened; throws when they do not. */
  slips(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function openBenchPrinter(): Promise<BenchPrinter> {
  const paperDir = mkdtempSync(join(tmpdir(), 'luu-thong-paper-'));
  const paper = new EventEmitter();
  let printed = 0;
  const printer = await listenPrinterEmulator({
    dots: 576,
    paperDir,
    onSlip: () => {
      printed += 1;
      paper.emit('slip');
    },
  });
  const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  return {
    device: { id: 'bench-printer', kind: 'printer', name: 'Máy in đo', transport, dots: 576 },
    slips: async (count) => {
      const out = async (): Promise<void> => {
        while (printed < count) await once(paper, 'slip');
      };
      await within(
        mostMs,
        out(),
        () => `Slip ${count} was not printed in ${mostMs} ms: ${printed} came out.`,
      );
    },
    close: async () => {
      await printer.close();
      rmSync(paperDir, { recursive: true, force: true });
    },
  };
}

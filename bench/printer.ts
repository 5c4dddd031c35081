import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceConfig } from '../contract/devices/drivers.ts';
import { listenPrinterEmulator } from '../drivers/printer/emulator-server.ts';

/** A printer on the network that runs in the bench's own process, so that it counts for nothing. */
export interface BenchPrinter {
  readonly device: DeviceConfig;
  /** Resolves when a slip has come out. */
  readonly slip: Promise<void>;
  close(): Promise<void>;
}

export async function openBenchPrinter(): Promise<BenchPrinter> {
  const paperDir = mkdtempSync(join(tmpdir(), 'luu-thong-paper-'));
  const { promise: slip, resolve } = Promise.withResolvers<void>();
  const printer = await listenPrinterEmulator({ dots: 576, paperDir, onSlip: () => resolve() });
  const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  return {
    device: { id: 'bench-printer', kind: 'printer', name: 'Máy in đo', transport, dots: 576 },
    slip,
    close: async () => {
      await printer.close();
      rmSync(paperDir, { recursive: true, force: true });
    },
  };
}

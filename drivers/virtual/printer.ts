import type { Transport } from '../../contract/devices/config.ts';
import type { PaperSlip } from '../../contract/devices/drivers.ts';
import { listenPrinterEmulator } from '../printer/emulator-server.ts';

export interface VirtualPrinterOptions {
  readonly paperFolder: string;
  readonly onSlip: (slip: Omit<PaperSlip, 'device'>) => void;
  /** Called when it changed, by hand or because a roll ended. */
  readonly onPaper: (state: 'ok' | 'out') => void;
  readonly onFault: (error: unknown) => void;
}

export interface VirtualPrinter {
  readonly transport: Transport;
  setPaper(state: 'ok' | 'out'): void;
  unplug(): void;
  /** Back on the same port; false when another program took it meanwhile. */
  plug(): Promise<boolean>;
  /** Resolves when every slip that came out is in its file. */
  close(): Promise<void>;
}

/** A network printer for 80 mm paper that prints on files. */
export async function createVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { paperFolder, onSlip, onPaper, onFault } = options;
  let paper: 'ok' | 'out' = 'ok';
  const printer = await listenPrinterEmulator({
    dots: 576,
    paperDir: paperFolder,
    onSlip,
    onFault,
    onCondition(condition) {
      const state = condition.paper === 'out' ? 'out' : 'ok';
      if (state === paper) return;
      paper = state;
      onPaper(state);
    },
  });
  return {
    transport: { kind: 'tcp', host: '127.0.0.1', port: printer.port },
    setPaper(state) {
      printer.emulator.change({ paper: state });
    },
    unplug() {
      void printer.unplug();
    },
    async plug() {
      return printer.plug().then(
        () => true,
        (error: unknown) => {
          onFault(error);
          return false;
        },
      );
    },
    close: () => printer.close(),
  };
}

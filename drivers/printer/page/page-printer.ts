import type { PageSize } from '../../../contract/devices/printing.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import type { DeviceHealth, DeviceState } from '../../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import { systemQueue } from '../../transport/spooler/system-queue.ts';
import type { SystemQueue } from '../../transport/spooler/queue.ts';
import type { PrinterConfig, PrinterDevice } from '../device.ts';
import type { PrintResult } from '../job.ts';

export interface PagePrinterOptions {
  readonly config: PrinterConfig;
  readonly size: PageSize;
  readonly onState: (state: DeviceState) => void;
  /** Why a page could not be drawn (LT-2206), for the log. */
  readonly onFault: (error: unknown) => void;
  readonly queue?: SystemQueue;
}

/** Between two looks for a printer that the system does not know (yet). */
const lookAgainMs = 30_000;

const cannot = { ok: false, code: 'LT-2211', begun: false } as const;

/**
 * An office printer behind a print queue of the system: each slip is a page. It is `ready`, with LT-2208, as long as
 * the system knows it: what the printer itself does is between it and the system. Other lines carry no pages (LT-2211).
 */
export function createPagePrinter(options: PagePrinterOptions): PrinterDevice {
  const { config, size, onState, onFault, queue = systemQueue() } = options;
  const { transport } = config;
  let closed = false;
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const enter = (health: DeviceHealth, problem: OutcomeCode | null): void => {
    const now = `${health} ${problem}`;
    if (closed || now === told) return;
    told = now;
    onState({ id: config.id, kind: config.kind, name: config.name, health, problem });
  };

  const look = async (): Promise<void> => {
    if (transport.kind !== 'spooler') return enter('lost', 'LT-2211');
    const printers = await queue.printers();
    if (printers?.some(({ name }) => name === transport.printer)) return enter('ready', 'LT-2208');
    enter('lost', 'LT-2210');
    if (!closed) timer = setTimeout(() => void look(), lookAgainMs);
  };

  const printNow = async (document: SlipDocument): Promise<PrintResult> => {
    if (closed) return { ok: false, code: 'LT-2201', begun: false };
    if (transport.kind !== 'spooler') return cannot;
    try {
      const { documentSheets } = await import('./document-sheets.ts');
      const sheets = await documentSheets(document, size);
      if (sheets === null) return { ok: false, code: 'LT-2206', begun: false };
      const handed = await queue.sendSheets(transport.printer, sheets);
      if (handed === 'taken') return { ok: true };
      return { ok: false, code: 'LT-2210', begun: handed === 'unknown' };
    } catch (error) {
      onFault(error);
      return { ok: false, code: 'LT-2206', begun: false };
    }
  };

  enter('connecting', null);
  void look();

  return {
    print(_, document) {
      const printed = line.then(() => printNow(document));
      line = printed;
      return printed;
    },
    selfTest: () => Promise.resolve(cannot),
    openDrawer: () => Promise.resolve(cannot),
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

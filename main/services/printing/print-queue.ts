import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { SlipSummary } from '../../../contract/workstation/station.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import type { Databases } from '../../workers/start.ts';
import { slipDocument } from './slip-document.ts';

/** How a document reaches paper; never throws. */
export type PrintDocument = (document: SlipDocument) => Promise<PrintResult>;

/** `begun`: some of the slip may be on paper already, or may come out yet. */
export type PrintResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: OutcomeCode; readonly begun: boolean };

/**
 * Prints slips one after the other. A slip that fails waits; nothing here can undo the acts on it. Nothing is printed
 * twice by itself: a slip that may be on paper waits for a person, who prints it again (marked as a copy) or skips it.
 */
export interface PrintQueue {
  /** Prints what waits in the order of `waitingSlips`, and stops at the first failure. Call it again when the printer is well. */
  run(): void;
  /** Prints one slip now, whatever its state: a reprint when it was printed, or may have been. */
  print(slip: string): Promise<void>;
  dismiss(slip: string): Promise<void>;
  list(): Promise<readonly SlipSummary[]>;
}

export interface PrintQueueParts {
  readonly writer: Databases['writer'];
  readonly printDocument: PrintDocument;
  readonly onChange: () => void;
  readonly onFailure: (error: unknown) => void;
}

export function printQueue(parts: PrintQueueParts): PrintQueue {
  const { writer } = parts;
  let line: Promise<void> = Promise.resolve();
  let wanted = false;

  const inLine = (work: () => Promise<void>): Promise<void> => {
    line = line.then(work).catch(parts.onFailure);
    return line;
  };
  const setState = async (...state: Parameters<typeof writer.setSlipState>): Promise<void> => {
    await writer.setSlipState(...state);
    parts.onChange();
  };
  /** True when the slip is out, or there is nothing on it any more. */
  const printOne = async (id: string): Promise<boolean> => {
    const slip = await writer.slip(id);
    if (!slip) return true;
    if (slip.content === null) {
      if (slip.state !== 'printed') await setState(id, 'dismissed', null);
      return true;
    }
    const mayBeOut = slip.interrupted || slip.begun;
    await setState(id, 'printing', null);
    const result = await parts.printDocument(slipDocument(slip.content, mayBeOut));
    // Whatever was on paper once is a reprint from now on, even when this print never began.
    if (mayBeOut || result.ok || result.begun) await writer.markBegun(id);
    if (result.ok) await setState(id, 'printed', null);
    // Paper, power or the line went in the middle: the rest may still come out when the printer goes on.
    else if (result.begun) await setState(id, 'failed', 'LT-2209');
    // A desk without a printer must not collect unprinted slips for ever; they can still be printed by hand.
    else await setState(id, result.code === 'LT-2205' ? 'dismissed' : 'failed', result.code);
    return result.ok;
  };

  return {
    run: () => {
      if (wanted) return;
      wanted = true;
      void inLine(async () => {
        wanted = false;
        // Asked again after each: one may have been printed or dismissed by hand meanwhile.
        for (let [id] = await writer.waitingSlips(); id !== undefined; [id] = await writer.waitingSlips()) {
          if (!(await printOne(id))) return;
        }
      });
    },
    print: (slip) => inLine(async () => void (await printOne(slip))),
    dismiss: (slip) => inLine(() => setState(slip, 'dismissed', null)),
    list: () => writer.slips(),
  };
}

import type { SystemPrinter } from '../../../contract/devices/printing.ts';

/** `refused`: nothing of it will come out. `unknown`: the system broke off, some of it may. */
export type Handed = 'taken' | 'refused' | 'unknown';

/** Pages of one size, as a whole and one by one: CUPS prints PDF, Windows prints pictures. */
export interface Sheets {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly pdf: Uint8Array;
  /** PNG files, one a page. */
  readonly pages: readonly Uint8Array[];
}

/** The print queues of the operating system. Nothing rejects. That a job was taken does not say that it is out. */
export interface SystemQueue {
  /** Null when this computer has no print system, or it does not answer. */
  printers(): Promise<readonly SystemPrinter[] | null>;
  /** Bytes for the printer as they are: no driver looks at them. */
  sendRaw(printer: string, bytes: Uint8Array): Promise<Handed>;
  sendSheets(printer: string, sheets: Sheets): Promise<Handed>;
}

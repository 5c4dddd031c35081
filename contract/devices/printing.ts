import type { SlipDocument } from './slip.ts';

/** Byte codes that printers sold in Vietnam know. */
export type VietnameseEncoding = 'tcvn-3' | 'windows-1258' | 'viscii';

/** Code page tables of `drivers/printer/text/models.ts`, by the printers that have them. */
export const printerModels = [
  'epson',
  'epson-1258',
  'citizen',
  'citizen-1258',
  'bixolon',
  'bixolon-viscii',
  'bixolon-1258',
  'zjiang',
  'netum',
  'rongta',
  'yhdaa',
] as const;
export type PrinterModel = (typeof printerModels)[number];

/**
 * How a slip becomes something a printer prints. `raster` (the default) draws everything, so any printer prints any
 * letter. `code-page` and `pages` send letters, which is faster, to printers that have Vietnamese ones: check with
 * the self-test page first. `page` is for office printers: a sheet of paper through the operating system.
 */
export type PrinterText =
  | { readonly mode: 'raster' }
  | { readonly mode: 'code-page'; readonly model: PrinterModel }
  /** Page numbers as read off the self-test page; `capitals` is the second page of TCVN-3, else the same number. */
  | {
      readonly mode: 'pages';
      readonly encoding: VietnameseEncoding;
      readonly page: number;
      readonly capitals: number;
    }
  | { readonly mode: 'page'; readonly size: PageSize };

export type PageSize = 'A4' | 'A5';

/** A sheet of labels. All measures in millimetres, from the top left corner of the sheet. */
export interface LabelSheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly gapX: number;
  readonly gapY: number;
}

export interface Label {
  /** From the top; the first is bold. Long ones wrap. */
  readonly lines: readonly string[];
  readonly code: {
    readonly symbology: 'code128' | 'code39' | 'codabar' | 'qr';
    readonly value: string;
  } | null;
}

/** Where a sheet goes: to a printer of the operating system, or into a PDF file. */
export type SheetTarget =
  | { readonly kind: 'system'; readonly printer: string }
  | { readonly kind: 'file'; readonly path: string };

/** A printer that the operating system offers. */
export interface SystemPrinter {
  readonly name: string;
  readonly isDefault: boolean;
}

/** What the core may ask of printers besides slips. All but the last are answered with `printed` or `print-failed`. */
export type PrintingToDrivers =
  /** Opens the cash drawer that is plugged into a printer, by connector pin. */
  | { readonly type: 'drawer'; readonly job: string; readonly device: string; readonly pin: 2 | 5 }
  /** One line for every code page that may be Vietnamese: a person picks the one that can be read. */
  | { readonly type: 'self-test'; readonly job: string; readonly device: string }
  | {
      readonly type: 'page';
      readonly job: string;
      readonly to: SheetTarget;
      readonly size: PageSize;
      readonly document: SlipDocument;
    }
  | {
      readonly type: 'labels';
      readonly job: string;
      readonly to: SheetTarget;
      readonly sheet: LabelSheet;
      readonly labels: readonly Label[];
      /** Labels of the first sheet that are used up already. */
      readonly skip: number;
    }
  | { readonly type: 'system-printers'; readonly job: string };

type WithoutJob<T> = T extends unknown ? Omit<T, 'job'> : never;

/** What is asked for, before it has a number. */
export type PrintingRequest = WithoutJob<Exclude<PrintingToDrivers, { readonly type: 'system-printers' }>>;

/** `printers` is null when this computer cannot say. */
export type PrintingFromDrivers = {
  readonly type: 'system-printers';
  readonly job: string;
  readonly printers: readonly SystemPrinter[] | null;
};

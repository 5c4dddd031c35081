import type { PrinterModel, PrinterText } from '../../../contract/devices/printing.ts';
import type { CodePages } from './encode.ts';

const tcvn3 = (page: number): CodePages => ({ encoding: 'tcvn-3', page, capitals: page + 1 });
const windows1258 = (page: number): CodePages => ({ encoding: 'windows-1258', page, capitals: page });
const viscii = (page: number): CodePages => ({ encoding: 'viscii', page, capitals: page });

/**
 * Where printers have Vietnamese letters, as published (`reference/devices.md` §6.2). Firmware differs from what is
 * published: the self-test page decides. Where two sources contradict, both are on it.
 */
const pagesOfModels: Readonly<Record<PrinterModel, CodePages>> = {
  /** TM-T20, T88, T70, m30, L90: escpos-printer-db; receipt-printer-encoder epson.txt. */
  epson: tcvn3(30),
  'epson-1258': windows1258(52),
  /** CT-S651: escpos-printer-db CT-S651.yml; receipt-printer-encoder citizen.txt. */
  citizen: tcvn3(30),
  'citizen-1258': windows1258(32),
  /** receipt-printer-encoder bixolon.txt; SRP-S300.yml says 30 and 31 instead: then choose `epson`. */
  bixolon: tcvn3(49),
  'bixolon-viscii': viscii(51),
  'bixolon-1258': windows1258(41),
  /** POS-5890, POS-8360: receipt-printer-encoder pos-5890.txt, pos-8360.txt; 94 is the same page again. */
  zjiang: windows1258(27),
  /** NT-80-V-UL: escpos-printer-db NT-80-V-UL.yml. */
  netum: windows1258(94),
  /** RP326, RP332, and youku: escpos-printer-db; receipt-printer-encoder youku.txt. */
  rongta: windows1258(35),
  /** YHD-8390: escpos-printer-db. */
  yhdaa: windows1258(32),
};

/**
 * Pages called "Vietnam" of which nobody wrote down the letters: Netum NT-80-V-UL, PBM P822D, Xprinter (a user's
 * report: node-thermal-printer issue 175) 27, YHDAA YHD-8390 21, Kefar KR-306 22 (escpos-printer-db).
 */
const unexplained: readonly number[] = [21, 22, 27];

/** The code pages that a printer is set up to use; null where letters are drawn. */
export function codePagesOf(text: PrinterText | undefined): CodePages | null {
  if (text?.mode === 'code-page') return pagesOfModels[text.model];
  if (text?.mode !== 'pages') return null;
  const { encoding, page, capitals } = text;
  return { encoding, page, capitals };
}

/** Every page that may show Vietnamese letters, once, by number: what the self-test page prints. */
export function candidatePages(): readonly CodePages[] {
  const all = [
    ...Object.values(pagesOfModels),
    ...unexplained.flatMap((page) => [tcvn3(page), windows1258(page), viscii(page)]),
  ];
  return [...new Map(all.map((pages) => [`${pages.page} ${pages.encoding}`, pages])).values()].toSorted(
    (a, b) => a.page - b.page,
  );
}

import type { SlipLine } from '../../../contract/devices/slip.ts';
import { code128QuietModules } from '../code128.ts';
import { breakEvenly, breakText } from '../line-breaking.ts';
import { slipText } from '../slip-text.ts';
import { encodeText } from './encode.ts';
import type { CodePages } from './encode.ts';
import { qrModuleFor } from './qr-size.ts';
import { aligned, barcodeCommand, bold, codePage, feedDots, holdsRealTimeCommand } from './text-bytes.ts';
import { qrCommand, tall } from './text-bytes.ts';

/** Font A is 12 dots wide on every ESC/POS printer. */
const columnDots = 12;
/** From one line to the next, as printers start. */
export const lineDots = 30;
const barcodeHeight = 80;
/** Modules of Code 128 around its letters: start, check and stop. */
const code128Around = 11 + 11 + 13;

/** One line of a slip as whole commands; `rows` of paper that it takes, about. */
export interface TextLine {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** A line as the printer's own letters and codes; null when it has to be drawn. */
export function textLine(line: SlipLine, dots: 576 | 384, pages: CodePages): TextLine | null {
  const made = lineOf(line, dots, pages);
  return made === null || holdsRealTimeCommand(made.bytes) ? null : made;
}

function lineOf(line: SlipLine, dots: 576 | 384, pages: CodePages): TextLine | null {
  const columns = dots / columnDots;
  switch (line.kind) {
    case 'text': {
      const wrap = line.align === 'center' ? breakEvenly : breakText;
      const lines = wrap(slipText(line.text), columns, columnsOf);
      return letters(lines.length === 0 ? [''] : lines, { ...line, tall: line.size === 'title' }, pages);
    }
    case 'pair':
      return letters(pairLines(line, columns), { bold: line.bold, align: 'left', tall: false }, pages);
    case 'rule':
      return letters(['-'.repeat(columns)], { bold: false, align: 'left', tall: false }, pages);
    case 'gap':
      return { bytes: Uint8Array.from(feedDots(18)), rows: 18 };
    case 'barcode':
      return barcode(slipText(line.value), dots);
    case 'qr': {
      const data = new TextEncoder().encode(line.value);
      const module = data.length === 0 ? null : qrModuleFor(data.length, dots);
      if (module === null) return null;
      return centred(qrCommand(data, module, 'M'), (dots * 2) / 3);
    }
  }
}

interface LetterStyle {
  readonly bold: boolean;
  readonly align: 'left' | 'center';
  readonly tall: boolean;
}

function letters(lines: readonly string[], style: LetterStyle, pages: CodePages): TextLine | null {
  const bytes: number[] = [...aligned(style.align), ...bold(style.bold), ...tall(style.tall)];
  for (const line of lines) {
    const runs = encodeText(line, pages);
    if (runs === null) return null;
    for (const run of runs) {
      // The first run may be empty: it still names the page.
      bytes.push(...codePage(run.page), ...run.bytes);
    }
    bytes.push(0x0a);
  }
  bytes.push(...tall(false), ...bold(false), ...aligned('left'));
  return { bytes: Uint8Array.from(bytes), rows: lines.length * lineDots * (style.tall ? 2 : 1) };
}

function pairLines(
  { left, right }: { readonly left: string; readonly right: string },
  columns: number,
): readonly string[] {
  const [start, end] = [slipText(left), slipText(right)];
  const room = columns - columnsOf(end) - 1;
  if (start === '' || end === '' || room < columns / 3 || breakText(start, room, columnsOf).length > 3) {
    const below = breakText(end, columns, columnsOf).map(
      (part) => ' '.repeat(columns - columnsOf(part)) + part,
    );
    return [...breakText(start, columns, columnsOf), ...below];
  }
  const [first = '', ...rest] = breakText(start, room, columnsOf);
  return [first + ' '.repeat(columns - columnsOf(first) - columnsOf(end)) + end, ...rest];
}

function barcode(text: string, dots: number): TextLine | null {
  const modules = text.length * 11 + code128Around + 2 * code128QuietModules;
  const module = [3, 2].find((width) => modules * width <= dots);
  if (module === undefined) return null;
  const bars = barcodeCommand('code128', text, { height: barcodeHeight, module, label: true });
  return bars && centred(bars, barcodeHeight + lineDots);
}

function centred(command: Uint8Array, rows: number): TextLine {
  return {
    bytes: Uint8Array.from([...aligned('center'), ...command, 0x0a, ...aligned('left')]),
    rows: rows + lineDots,
  };
}

/** Marks stand on their letter; they take no column. */
function columnsOf(text: string): number {
  return [...text.normalize('NFC')].filter((letter) => !/\p{M}/u.test(letter)).length;
}

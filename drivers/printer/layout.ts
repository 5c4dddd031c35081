import type { SlipDocument, SlipLine } from '../../contract/devices/slip.ts';
import { code128Elements, code128QuietModules, code128Values } from './code128.ts';
import { breakEvenly, breakText } from './line-breaking.ts';
import type { Sheet, TextStyle } from './sheet.ts';
import { slipText } from './slip-text.ts';

/** What the pen does, in dots from the top left corner. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: TextStyle;
      readonly x: number;
      readonly baseline: number;
    }
  | {
      readonly kind: 'fill';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

export interface SlipLayout {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Width of a text in dots. */
export type Measure = (text: string, style: TextStyle) => number;

/** A square of modules, `size` on each side, without the white around it. */
export interface QrModules {
  readonly size: number;
  readonly isBlack: (x: number, y: number) => boolean;
}

/** What a layout asks of others: how wide a text is, and what the QR code of a text looks like (null: there is none). */
export interface Pens {
  readonly measure: Measure;
  readonly qr: (text: string) => QrModules | null;
}

/**
 * Where everything of a slip goes on a sheet. Text must be free of control characters (see `slipText`).
 * Stops with null as soon as the slip is taller than `maxHeight` dots.
 */
export function layoutSlip(
  document: SlipDocument,
  sheet: Sheet,
  pens: Pens,
  maxHeight: number,
): SlipLayout | null {
  const marks: Mark[] = [];
  let y = sheet.top;
  const blocks = function* (): Generator<Block> {
    if (document.reprint) yield reprintBlock(sheet, pens.measure);
    for (const line of document.lines) yield lineBlock(line, sheet, pens);
  };
  for (const block of blocks()) {
    for (const mark of block.marks) marks.push(moved(mark, y));
    y += block.height;
    if (y > maxHeight) return null;
  }
  return { height: y + sheet.bottom, marks };
}

/** Marks relative to the block's top. */
type Block = SlipLayout;

function moved(mark: Mark, by: number): Mark {
  return mark.kind === 'text' ? { ...mark, baseline: mark.baseline + by } : { ...mark, y: mark.y + by };
}

function lineBlock(line: SlipLine, sheet: Sheet, pens: Pens): Block {
  const { measure } = pens;
  switch (line.kind) {
    case 'text': {
      const style = sheet.text(line.size, line.bold);
      return paragraph(line.text, style, line.align, sheet, measure);
    }
    case 'pair':
      return pairBlock(line, sheet, measure);
    case 'rule':
      return {
        height: sheet.ruleSpace * 2 + 2,
        marks: [{ kind: 'fill', x: sheet.margin, y: sheet.ruleSpace, width: inner(sheet), height: 2 }],
      };
    case 'gap':
      return { height: sheet.gap, marks: [] };
    case 'barcode':
      return barcodeBlock(line.value, sheet, measure);
    case 'qr':
      return qrBlock(line.value, sheet, pens);
  }
}

function inner(sheet: Sheet): number {
  return sheet.width - 2 * sheet.margin;
}

function paragraph(
  text: string,
  style: TextStyle,
  align: 'left' | 'center' | 'right',
  sheet: Sheet,
  measure: Measure,
): Block {
  const wrap = align === 'center' ? breakEvenly : breakText;
  const lines = wrap(text, inner(sheet), (part) => measure(part, style));
  const free = (part: string): number => inner(sheet) - measure(part, style);
  const shift = { left: () => 0, center: (p: string) => free(p) / 2, right: free }[align];
  return {
    height: Math.max(1, lines.length) * style.lineHeight,
    marks: lines.map((part, index) => ({
      kind: 'text',
      text: part,
      style,
      x: sheet.margin + Math.round(shift(part)),
      baseline: index * style.lineHeight + style.baseline,
    })),
  };
}

function pairBlock(
  line: { readonly left: string; readonly right: string; readonly bold: boolean },
  sheet: Sheet,
  measure: Measure,
): Block {
  const style = sheet.text('body', line.bold);
  const rightWidth = Math.ceil(measure(line.right, style));
  const leftWidth = inner(sheet) - rightWidth - sheet.pairGap;
  if (line.right === '') return paragraph(line.left, style, 'left', sheet, measure);
  if (line.left === '') return paragraph(line.right, style, 'right', sheet, measure);
  if (squeezed(line.left, leftWidth, sheet, (text) => measure(text, style))) {
    const left = paragraph(line.left, style, 'left', sheet, measure);
    const right = paragraph(line.right, style, 'right', sheet, measure);
    return {
      height: left.height + right.height,
      marks: [...left.marks, ...right.marks.map((mark) => moved(mark, left.height))],
    };
  }
  const left = paragraph(
    line.left,
    style,
    'left',
    { ...sheet, width: leftWidth + 2 * sheet.margin },
    measure,
  );
  const x = sheet.width - sheet.margin - rightWidth;
  return {
    height: left.height,
    marks: [...left.marks, { kind: 'text', text: line.right, style, x, baseline: style.baseline }],
  };
}

/** Beside a long right part the left one would become a sliver or lose whole words: then right goes below. */
function squeezed(left: string, width: number, sheet: Sheet, measure: (text: string) => number): boolean {
  if (measure(left) <= width) return false;
  return width < inner(sheet) / 3 || left.split(' ').some((word) => measure(word) > width);
}

function barcodeBlock(value: string, sheet: Sheet, measure: Measure): Block {
  const label = paragraph(value, sheet.text('small', true), 'center', sheet, measure);
  const bars = barcodeMarks(value, sheet, label.height + sheet.barcodeSpace);
  // A value no scanner could read back is still worth printing: it can be typed.
  if (bars === null) return label;
  return {
    height: label.height + sheet.barcodeHeight + 2 * sheet.barcodeSpace,
    marks: [...label.marks, ...bars],
  };
}

function barcodeMarks(value: string, sheet: Sheet, y: number): readonly Mark[] | null {
  const values = code128Values(value);
  if (values === null) return null;
  const elements = code128Elements(values);
  const modules = elements.reduce((sum, width) => sum + width, 0);
  const module = [3, 2].find((dots) => (modules + 2 * code128QuietModules) * dots <= sheet.width);
  if (module === undefined) return null;
  let x = Math.round((sheet.width - modules * module) / 2);
  return elements.flatMap((width, index): Mark[] => {
    const mark: Mark = { kind: 'fill', x, y, width: width * module, height: sheet.barcodeHeight };
    x += width * module;
    return index % 2 === 0 ? [mark] : [];
  });
}

/** White modules that ISO/IEC 18004 asks for on every side. */
const qrQuietModules = 4;
/** 0.375 mm at 203 dpi: what phone cameras still read from a hand's breadth away. */
const smallestQrModule = 3;

function qrBlock(value: string, sheet: Sheet, { measure, qr }: Pens): Block {
  const code = qr(value);
  const modules = code ? code.size + 2 * qrQuietModules : 0;
  const module = code ? Math.floor(sheet.qrWidth / modules) : 0;
  // What no camera could read is still worth printing: it can be typed.
  if (!code || module < smallestQrModule)
    return paragraph(slipText(value), sheet.text('small', false), 'center', sheet, measure);
  const left = Math.round((sheet.width - code.size * module) / 2);
  const top = qrQuietModules * module;
  return {
    height: modules * module,
    marks: Array.from({ length: code.size }, (_, row) =>
      blackRuns(code, row).map(({ from, length }): Mark => ({
        kind: 'fill',
        x: left + from * module,
        y: top + row * module,
        width: length * module,
        height: module,
      })),
    ).flat(),
  };
}

function blackRuns(
  code: QrModules,
  row: number,
): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (let x = 0; x < code.size; x += 1) {
    if (!code.isBlack(x, row)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  }
  return runs;
}

function reprintBlock(sheet: Sheet, measure: Measure): Block {
  const style = sheet.text('title', true);
  const text = 'BẢN IN LẠI';
  const border = 4;
  const height = style.lineHeight + 4 * border;
  const width = Math.ceil(measure(text, style)) + 2 * sheet.pairGap * 2;
  const x = Math.round((sheet.width - width) / 2);
  const side = { kind: 'fill', width: border, height, y: 0 } as const;
  const edge = { kind: 'fill', width, height: border, x } as const;
  return {
    height: height + sheet.gap,
    marks: [
      { ...side, x },
      { ...side, x: x + width - border },
      { ...edge, y: 0 },
      { ...edge, y: height - border },
      { kind: 'text', text, style, x: x + 2 * sheet.pairGap, baseline: style.baseline + 2 * border },
    ],
  };
}

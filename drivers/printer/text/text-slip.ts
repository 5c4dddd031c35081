import type { SlipDocument, SlipLine } from '../../../contract/devices/slip.ts';
import type { Bitmap } from '../bitmap.ts';
import { finishCommand, rasterCommands, startCommand } from '../codec.ts';
import type { CodePages } from './encode.ts';
import { textLine } from './text-line.ts';

/** Five metres of paper at 203 dpi, as for slips that are drawn. */
const maxRows = 40_000;

const rule: SlipLine = { kind: 'rule' };
const reprintMark: readonly SlipLine[] = [
  rule,
  { kind: 'text', text: 'BẢN IN LẠI', size: 'title', align: 'center', bold: true },
  rule,
];

/** Commands as `slipCommands` gives them, and how many rows of dots they print, about. */
export interface TextSlip {
  readonly commands: readonly Uint8Array[];
  readonly rows: number;
}

/**
 * A slip in the printer's own letters and codes. A line with a letter that its pages lack, or a code that it could
 * not print well, is drawn by `draw` instead. Null when the slip is too long, or a line cannot be drawn.
 */
export async function textSlip(
  document: SlipDocument,
  dots: 576 | 384,
  pages: CodePages,
  draw: (line: SlipLine) => Promise<Bitmap | null>,
): Promise<TextSlip | null> {
  const commands: Uint8Array[] = [startCommand()];
  let rows = 0;
  for (const line of [...(document.reprint ? reprintMark : []), ...document.lines]) {
    const text = textLine(line, dots, pages);
    if (text === null) {
      const picture = await draw(line);
      if (picture === null) return null;
      commands.push(...rasterCommands(picture));
      rows += picture.height;
    } else {
      commands.push(text.bytes);
      rows += text.rows;
    }
    if (rows > maxRows) return null;
  }
  commands.push(finishCommand(dots));
  return { commands, rows };
}

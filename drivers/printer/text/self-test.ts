import { finishCommand, startCommand } from '../codec.ts';
import { encodeText } from './encode.ts';
import type { CodePages } from './encode.ts';
import { candidatePages } from './models.ts';
import { codePage } from './text-bytes.ts';
import { lineDots } from './text-line.ts';
import type { TextSlip } from './text-slip.ts';

/** Letters with one mark, with two, capitals, and the two that are most often missing. */
const sample = 'Tiếng Việt: ế ộ ữ Đ đ ằ ỹ ợ Ế';

/** In ASCII, which every page has. */
const heading = ['TU KIEM TRA MAY IN', 'Dong nao doc duoc tieng Viet thi chon dong do.', ''];

/**
 * One line for every code page that may be Vietnamese: its number, what it would be, and a sample. A person picks
 * the line that can be read, and types its number and kind into the printer's settings.
 */
export function selfTestPage(dots: 576 | 384, candidates: readonly CodePages[] = candidatePages()): TextSlip {
  const lines = [
    ...heading.map((text) => Uint8Array.from([...Buffer.from(text, 'latin1'), 0x0a])),
    ...candidates.map(candidateLine),
  ];
  return { commands: [startCommand(), ...lines, finishCommand(dots)], rows: lines.length * lineDots };
}

const names = { 'tcvn-3': 'TCVN-3', 'windows-1258': '1258', viscii: 'VISCII' } as const;

function candidateLine(pages: CodePages): Uint8Array {
  const runs = encodeText(`${pages.page} ${names[pages.encoding]}: ${sample}`, pages) ?? [];
  const bytes = runs.flatMap(({ page, bytes }) => codePage(page).concat(bytes));
  return Uint8Array.from([...bytes, 0x0a]);
}

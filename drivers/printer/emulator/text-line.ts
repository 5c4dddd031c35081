import { blankBitmap, stamp } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import { characterOf } from './code-pages.ts';
import type { PrintHead } from './head.ts';
import { waitFor } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell, TextMode } from './text-mode.ts';

/** A letter carries two marks at most (ế); anything longer is noise. */
const mostMarks = 4;

/** The line being put together; nothing is printed before it is full or ended. */
export interface TextLine {
  add(byte: number, mode: TextMode): Reading<void>;
  addPicture(picture: Bitmap, mode: TextMode): Reading<void>;
  /** Moves to the next of the tab stops, 8 characters apart. */
  tab(mode: TextMode): void;
  isEmpty(): boolean;
  clear(): void;
  /** Prints the line and feeds so that at least `rows` have passed. */
  end(mode: TextMode, rows: number): Reading<void>;
}

export function createTextLine(head: PrintHead): TextLine {
  let cells: Cell[] = [];
  let pictures: { readonly picture: Bitmap; readonly x: number }[] = [];
  let x = 0;

  const clear = (): void => {
    cells = [];
    pictures = [];
    x = 0;
  };

  function* end(mode: TextMode, rows: number): Reading<void> {
    const height = Math.max(
      0,
      ...cells.map((cell) => cell.height),
      ...pictures.map(({ picture }) => picture.height),
    );
    if (height > 0) {
      const strip = blankBitmap(head.width, height);
      for (const { picture, x } of pictures) stamp(strip, picture, x, height - picture.height);
      if (cells.length > 0) {
        const { paintCells } = yield* waitFor(import('./text-painter.ts'));
        paintCells(strip, cells);
      }
      head.print(strip, { left: 0, center: (head.width - x) >> 1, right: head.width - x }[mode.align]);
    }
    clear();
    if (rows > height) head.feed(rows - height);
  }

  return {
    *add(byte, mode) {
      const character = characterOf(mode.page, byte);
      const last = cells.at(-1);
      if (/\p{M}/u.test(character) && last !== undefined && last.character.length < mostMarks) {
        cells[cells.length - 1] = { ...last, character: (last.character + character).normalize('NFC') };
        return;
      }
      const width = cellWidth(mode);
      if (x + width > head.width) yield* end(mode, mode.lineSpacing);
      const height = (mode.font === 'A' ? 24 : 17) * mode.scaleY;
      cells.push({ character, x, width, height, mode });
      x += width;
    },
    *addPicture(picture, mode) {
      if (x > 0 && x + picture.width > head.width) yield* end(mode, mode.lineSpacing);
      pictures.push({ picture, x });
      x = Math.min(head.width, x + picture.width);
    },
    tab(mode) {
      const stop = 8 * cellWidth(mode);
      x = Math.min(head.width, (Math.floor(x / stop) + 1) * stop);
    },
    isEmpty: () => cells.length === 0 && pictures.length === 0,
    clear,
    end,
  };
}

function cellWidth(mode: TextMode): number {
  return (mode.font === 'A' ? 12 : 9) * mode.scaleX;
}

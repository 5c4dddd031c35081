/**
 * ISIL compaction of ISO 28560-2 (scheme 0 on owner and borrower): a stream of 5-bit letters and 4-bit digits in three
 * tables, with codes that change the table for good (latch) or for one character (shift). It begins in capitals.
 */
import { bitsAt, createBitWriter } from './bits.ts';

type TableName = 'upper' | 'lower' | 'digits';

interface Escape {
  readonly to: TableName;
  readonly once: boolean;
}

interface Table {
  readonly width: number;
  /** Character of each code, from 0. */
  readonly chars: string;
  /** Codes after the characters. */
  readonly escapes: Readonly<Partial<Record<number, Escape>>>;
}

const tables: Readonly<Record<TableName, Table>> = {
  upper: {
    width: 5,
    chars: '-ABCDEFGHIJKLMNOPQRSTUVWXYZ:',
    escapes: {
      28: { to: 'lower', once: false },
      29: { to: 'lower', once: true },
      30: { to: 'digits', once: false },
      31: { to: 'digits', once: true },
    },
  },
  lower: {
    width: 5,
    chars: '-abcdefghijklmnopqrstuvwxyz/',
    escapes: {
      28: { to: 'upper', once: false },
      29: { to: 'upper', once: true },
      30: { to: 'digits', once: false },
      31: { to: 'digits', once: true },
    },
  },
  digits: {
    width: 4,
    chars: '0123456789-:',
    escapes: {
      12: { to: 'upper', once: false },
      13: { to: 'upper', once: true },
      14: { to: 'lower', once: false },
      15: { to: 'lower', once: true },
    },
  },
};

/** Ones fill the last byte up: they begin a shift that nothing follows. */
const pad = 0xff;

/** Null when nothing was written, or a shift stands before another one. */
export function isilText(bytes: Uint8Array): string | null {
  let base: TableName = 'upper';
  let current: TableName = base;
  let text = '';
  for (let at = 0; ;) {
    const table: Table = tables[current];
    const code = bitsAt(bytes, at, table.width);
    if (code === -1) return text === '' ? null : text;
    at += table.width;
    const escape: Escape | undefined = table.escapes[code];
    if (escape === undefined) {
      text += table.chars[code] ?? '';
      current = base;
    } else if (current !== base) {
      return null;
    } else {
      if (!escape.once) base = escape.to;
      current = escape.to;
    }
  }
}

export function fitsIsil(text: string): boolean {
  return /^[-A-Za-z0-9:/]+$/u.test(text);
}

/** Latches when the next character is of the new table too, shifts when it is not: so the published tags are written. */
export function isilBytes(text: string): Uint8Array {
  const writer = createBitWriter();
  let base: TableName = 'upper';
  for (const [at, char] of [...text].entries()) {
    const table: Table = tables[base];
    const code = table.chars.indexOf(char);
    if (code !== -1) {
      writer.add(code, table.width);
      continue;
    }
    const to = tableOf(char);
    const next = text[at + 1];
    const stays = next !== undefined && !table.chars.includes(next) && tables[to].chars.includes(next);
    const escape = Object.entries(table.escapes).find(([, one]) => one?.to === to && one.once !== stays);
    writer.add(Number(escape?.[0]), table.width);
    writer.add(tables[to].chars.indexOf(char), tables[to].width);
    if (stays) base = to;
  }
  return writer.finish(pad);
}

function tableOf(char: string): TableName {
  if (/\d/u.test(char)) return 'digits';
  return /[a-z/]/u.test(char) ? 'lower' : 'upper';
}

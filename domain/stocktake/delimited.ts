/** A row of a text table. */
export interface Row {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = '\t' | ';' | '|' | ',';

/** In this order: a comma may also be the decimal sign in a file that is separated by something else. */
const delimiters: readonly Delimiter[] = ['\t', ';', '|', ','];

/** Lines looked at to find the delimiter. */
const sampleLines = 20;

/**
 * The delimiter of a table, or null when every line is one code: the first that stands in all lines of the sample, or
 * else in most of them.
 */
export function delimiterOf(text: string): Delimiter | null {
  const lines = text.split(/\r\n|\r|\n/u, sampleLines).filter((line) => line.trim() !== '');
  const share = (delimiter: Delimiter): number =>
    lines.filter((line) => line.replace(/"(?:[^"]|"")*"/gu, '').includes(delimiter)).length / lines.length;
  return (
    delimiters.find((delimiter) => share(delimiter) === 1) ??
    delimiters.find((delimiter) => share(delimiter) > 0.5) ??
    null
  );
}

/** Rows of a text table (RFC 4180, with any delimiter and line end). Empty lines are no rows. */
export function readDelimited(text: string, delimiter: Delimiter | null): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const read = readRow(text, at, delimiter);
    if (read.cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: read.cells });
    at = read.next;
    line += read.lines;
  }
  return rows;
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

function readRow(text: string, from: number, delimiter: Delimiter | null): ReadRow {
  const plainEnd = lineEnd(text, from);
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const quoted = delimiter === null || text[at] !== '"' ? null : readQuoted(text, at, delimiter);
    if (quoted !== null) {
      cells.push(quoted.value);
      lines += quoted.lines;
      at = quoted.next;
    } else {
      const end = at <= plainEnd ? plainEnd : lineEnd(text, at);
      const rest = text.slice(at, end);
      const stop = delimiter === null ? -1 : rest.indexOf(delimiter);
      const to = stop === -1 ? end : at + stop;
      cells.push(text.slice(at, to));
      at = to;
    }
    if (delimiter === null || text[at] !== delimiter) break;
    at += 1;
  }
  return { cells, next: at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1), lines };
}

/** Longest quoted cell: one quotation mark that is never closed must not swallow the file. */
const longestQuoted = 10_000;

/** The quoted cell at `from`; null when its quotes are no quotes, and then the line is taken as it stands. */
function readQuoted(
  text: string,
  from: number,
  delimiter: Delimiter,
): { readonly value: string; readonly next: number; readonly lines: number } | null {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || quote - from > longestQuoted) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const after = text[quote + 1];
    if (after !== undefined && after !== delimiter && after !== '\r' && after !== '\n') return null;
    const value = text.slice(from + 1, quote).replaceAll('""', '"');
    return { value, next: quote + 1, lines: value.split(/\r\n|\r|\n/u).length - 1 };
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

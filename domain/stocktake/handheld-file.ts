import { readTypedTag, type TypedTag, type TypedTagSettings } from '../identifiers/typed-tag.ts';
import { columnsByContent, columnsByName, type ColumnRole, type Columns } from './columns.ts';
import { delimiterOf, readDelimited, type Row } from './delimited.ts';
import { readTime } from './time.ts';

/** One copy or tag that the handheld met, as often as it met it. */
interface HandheldRead {
  readonly barcode: string | null;
  /** Upper-case hex. */
  readonly epc: string | null;
  readonly uid: string | null;
  /** Lines that were merged into this one, weighted by their count column. */
  readonly count: number;
  /** First line of the file that names it. */
  readonly line: number;
  /** Earliest time by the handheld's clock, `YYYY-MM-DDTHH:MM:SS`. */
  readonly time: string | null;
  /** Strongest signal (dBm). */
  readonly rssi: number | null;
}

/**
 * `no-code`: nothing in the columns of codes · `time`, `rssi`, `count`: this cell says nothing, the code beside it
 * counts all the same · the others as in `readTypedTag`.
 */
type LineFault = 'no-code' | 'time' | 'rssi' | 'count' | Extract<TypedTag, { ok: false }>['fault'];

interface BadLine {
  readonly line: number;
  /** The cell, cut at 100 characters. */
  readonly text: string;
  readonly fault: LineFault;
  /** Whether the line's code counts all the same. */
  readonly kept: boolean;
}

/** What a file of a handheld holds. Every row is a read, merged or not, or a bad line. */
export interface HandheldFile {
  readonly columns: Columns;
  /** Rows of data, without the header. */
  readonly rows: number;
  readonly reads: readonly HandheldRead[];
  readonly bad: readonly BadLine[];
}

/** What the file does not tell. Columns are found when `columns` is null: by a header's names, or by their content. */
export interface HandheldFileOptions {
  readonly columns: ColumnChoice | null;
  readonly typing: TypedTagSettings;
}

/** A column by its number from 1 or by its header, letter for letter. */
export type ColumnChoice = Partial<Readonly<Record<ColumnRole, number | string>>>;

export type HandheldFileResult =
  | { readonly ok: true; readonly file: HandheldFile }
  | { readonly ok: false; readonly fault: 'empty' | 'no-code-column' }
  | { readonly ok: false; readonly fault: 'no-such-column'; readonly column: string };

/** Reads a text table of a handheld: CSV with any delimiter, or one code per line. Linear in its length. */
export function readHandheldText(text: string, options: HandheldFileOptions): HandheldFileResult {
  const plain = text.replace(/^\uFEFF/u, '');
  return readHandheldRows(readDelimited(plain, delimiterOf(plain)), options);
}

/** The same for rows that come from a spreadsheet. */
export function readHandheldRows(all: readonly Row[], options: HandheldFileOptions): HandheldFileResult {
  const [first] = all;
  if (first === undefined) return { ok: false, fault: 'empty' };
  const found = findColumns(all, first, options.columns);
  if (!found.ok) return found;
  const { columns, rows } = found;
  if (codeRoles.every((role) => columns[role] === undefined)) return { ok: false, fault: 'no-code-column' };
  const reads = new Map<string, HandheldRead>();
  const bad: BadLine[] = [];
  for (const row of rows) {
    const read = readRow(row, columns, options.typing, bad);
    if (read === null) continue;
    const key = JSON.stringify([read.barcode, read.uid, read.epc]);
    const before = reads.get(key);
    reads.set(key, before === undefined ? read : merged(before, read));
  }
  return { ok: true, file: { columns, rows: rows.length, reads: [...reads.values()], bad } };
}

const codeRoles = ['epc', 'uid', 'barcode', 'code'] as const;

type Found =
  | { readonly ok: true; readonly columns: Columns; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly fault: 'no-such-column'; readonly column: string };

function findColumns(all: readonly Row[], first: Row, choice: ColumnChoice | null): Found {
  const named = columnsByName(first);
  if (choice === null) {
    if (named !== null) return { ok: true, columns: named, rows: all.slice(1) };
    // A first line without any digit above lines with some is a header in words we do not know.
    const isHeader =
      all.length > 1 && !/\d/u.test(first.cells.join('')) && /\d/u.test(all[1]?.cells.join('') ?? '');
    const rows = isHeader ? all.slice(1) : all;
    return { ok: true, columns: columnsByContent(rows), rows };
  }
  const columns: Partial<Record<ColumnRole, number>> = {};
  let byHeader = false;
  for (const [role, column] of choiceEntries(choice)) {
    const at =
      typeof column === 'number' ? column - 1 : first.cells.findIndex((cell) => cell.trim() === column);
    if (at < 0) return { ok: false, fault: 'no-such-column', column: String(column) };
    byHeader ||= typeof column === 'string';
    columns[role] = at;
  }
  return { ok: true, columns, rows: byHeader || named !== null ? all.slice(1) : all };
}

const roles: readonly ColumnRole[] = [...codeRoles, 'time', 'rssi', 'count'];

function choiceEntries(choice: ColumnChoice): readonly (readonly [ColumnRole, number | string])[] {
  return roles.flatMap((role) => {
    const column = choice[role];
    return column === undefined ? [] : [[role, column] as const];
  });
}

function readRow(row: Row, columns: Columns, typing: TypedTagSettings, bad: BadLine[]): HandheldRead | null {
  const cell = (role: ColumnRole): string => row.cells[columns[role] ?? -1]?.trim() ?? '';
  const note = (text: string, fault: LineFault, kept: boolean): void =>
    void bad.push({ line: row.line, text: text.slice(0, 100), fault, kept });

  const codes: { epc: string | null; uid: string | null; barcode: string | null } = {
    epc: null,
    uid: null,
    barcode: null,
  };
  const faults: (readonly [string, LineFault])[] = [];
  for (const role of codeRoles) {
    const text = cell(role);
    if (text === '') continue;
    const types =
      role === 'code'
        ? typing.types
        : role === 'uid' && typing.types === 'uid-reversed'
          ? typing.types
          : role;
    const read = readTypedTag(text, { prefix: typing.prefix, types });
    if (read.ok) codes[read.kind] ??= read.code;
    else faults.push([text, read.fault]);
  }
  const hasCode = codes.epc !== null || codes.uid !== null || codes.barcode !== null;
  for (const [text, fault] of faults) note(text, fault, hasCode);
  if (!hasCode) {
    if (faults.length === 0) note(row.cells.join(' '), 'no-code', false);
    return null;
  }

  const time = readTime(cell('time'));
  if (time === null && cell('time') !== '') note(cell('time'), 'time', true);
  const rssi = decimal(cell('rssi').replace(/\s*dBm$/iu, ''));
  if (rssi === null && cell('rssi') !== '') note(cell('rssi'), 'rssi', true);
  const isCount = /^[1-9]\d{0,8}$/u.test(cell('count'));
  if (!isCount && cell('count') !== '') note(cell('count'), 'count', true);
  return { ...codes, count: isCount ? Number(cell('count')) : 1, line: row.line, time, rssi };
}

/** With a decimal point or a Vietnamese decimal comma. */
function decimal(text: string): number | null {
  return /^[+-]?\d{1,4}(?:[.,]\d{1,6})?$/u.test(text) ? Number(text.replace(',', '.')) : null;
}

function merged(before: HandheldRead, after: HandheldRead): HandheldRead {
  const times = [before.time, after.time].filter((time) => time !== null).sort();
  const signals = [before.rssi, after.rssi].filter((rssi) => rssi !== null);
  return {
    ...before,
    count: before.count + after.count,
    time: times[0] ?? null,
    rssi: signals.length === 0 ? null : Math.max(...signals),
  };
}

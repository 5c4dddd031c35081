import { readTypedTag } from '../identifiers/typed-tag.ts';
import { fold } from '../text/fold.ts';
import type { Row } from './delimited.ts';
import { isTime } from './time.ts';

/** What a column holds. `code`: a tag or a barcode, told apart line by line. */
export type ColumnRole = 'epc' | 'uid' | 'barcode' | 'code' | 'time' | 'rssi' | 'count';

/** Column numbers from 0, one per role. */
export type Columns = Partial<Readonly<Record<ColumnRole, number>>>;

/** Header names, folded: without marks, in small letters. Of handheld programs in English and Vietnamese. */
const names: Readonly<Record<ColumnRole, RegExp>> = {
  epc: /^(?:ma )?epc\b/u,
  uid: /^(?:ma )?uid\b/u,
  barcode:
    /^(?:(?:ma )?barcode|ma vach|ma sach|ma tai lieu|ma xep gia|ma ca biet|(?:so )?dang ky ca biet|s?dkcb|item(?: ?(?:id|code))?)\b/u,
  code: /^(?:ma|code|tag(?: ?id)?|the|ma the|rfid|data|du lieu|noi dung)$/u,
  time: /^(?:time|timestamp|date|datetime|thoi gian|thoi diem|ngay|gio|first ?seen|last ?seen)/u,
  rssi: /^(?:rssi|cuong do|tin hieu|signal)/u,
  count: /^(?:count|so lan|so luong|lan doc|sl|qty|quantity|read ?count|times)\b/u,
};

const roles: readonly ColumnRole[] = ['epc', 'uid', 'barcode', 'code', 'time', 'rssi', 'count'];

/** Rows looked at when there is no header. */
const sampleRows = 50;

/** Columns by the names in a header row; null when none of its names is known. */
export function columnsByName(header: Row): Columns | null {
  const columns: Partial<Record<ColumnRole, number>> = {};
  header.cells.forEach((cell, at) => {
    const name = fold(cell)
      .replace(/[_\s]+/gu, ' ')
      .trim();
    const role = roles.find((candidate) => names[candidate].test(name));
    if (role !== undefined) columns[role] ??= at;
  });
  return Object.keys(columns).length === 0 ? null : columns;
}

/**
 * Columns by what stands in them: most of a column's cells decide. Codes are told apart line by line, for a column
 * without a name promises nothing.
 */
export function columnsByContent(rows: readonly Row[]): Columns {
  const sample = rows.slice(0, sampleRows);
  const width = Math.max(0, ...sample.map((row) => row.cells.length));
  const columns: Partial<Record<ColumnRole, number>> = {};
  const undecided: number[] = [];
  for (let at = 0; at < width; at += 1) {
    const cells = sample.map((row) => (row.cells[at] ?? '').trim()).filter((cell) => cell !== '');
    const role = contentRoles.find(
      (candidate) => cells.filter((cell) => looksLike(candidate, cell)).length * 2 > cells.length,
    );
    if (role !== undefined && columns[role] === undefined) columns[role] = at;
    else if (cells.length > 0) undecided.push(at);
  }
  const isCount = (at: number): boolean =>
    sample.every((row) => /^\d{0,4}$/u.test((row.cells[at] ?? '').trim()));
  const code = columns.code ?? undecided.find((at) => !isCount(at)) ?? undecided[0];
  if (code !== undefined) columns.code = code;
  const count = undecided.find((at) => at !== code && isCount(at));
  if (count !== undefined) columns.count = count;
  return columns;
}

const contentRoles = ['time', 'rssi', 'code'] as const;

function looksLike(role: (typeof contentRoles)[number], cell: string): boolean {
  if (role === 'time') return isTime(cell);
  if (role === 'rssi') return /^-\d{1,3}(?:[.,]\d+)?(?:\s*dBm)?$/iu.test(cell);
  const typed = readTypedTag(cell);
  return typed.ok ? typed.kind !== 'barcode' : typed.fault === 'ambiguous';
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { TypedTagSettings } from '../../domain/identifiers/typed-tag.ts';
import type { ColumnRole } from '../../domain/stocktake/columns.ts';
import type { ColumnChoice } from '../../domain/stocktake/handheld-file.ts';
import { readHandheldFile } from '../stocktake/read-file.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';

/** Largest file that is read: a million lines come to less. */
const largestFile = 128 * 1024 * 1024;

/** Reads a file of a handheld reader. Prints one JSON object; ends with 2 when it is no such file. */
export const handheldRead: Command = {
  name: 'handheld read',
  usage:
    'handheld read FILE [--map epc=1,time=Thời gian]   (roles epc uid barcode code time rssi count; column by ' +
    'number or header) [--types auto|epc|uid|uid-reversed|barcode] [--prefix TEXT]',
  run(args) {
    const { path, columns, typing } = question(args);
    const result = readHandheldFile(bytesOf(path), { columns, typing });
    if (result.ok) {
      process.stdout.write(`${JSON.stringify(result.file)}\n`);
      return 0;
    }
    const which = 'column' in result ? ` “${result.column}”` : '';
    process.stderr.write(`${path}: ${sentences[result.fault]}${which}.\n`);
    return 2;
  },
};

const sentences = {
  empty: 'tệp không có dòng nào',
  'no-code-column': 'không tìm thấy cột mã; chỉ rõ bằng --map, ví dụ --map barcode=2',
  'no-such-column': 'không có cột',
  encoding: 'không phải văn bản UTF-8 hay UTF-16; hãy lưu lại dưới dạng UTF-8',
  workbook: 'không phải tệp Excel đọc được; hãy lưu lại dưới dạng CSV UTF-8',
};

const roles: readonly ColumnRole[] = ['epc', 'uid', 'barcode', 'code', 'time', 'rssi', 'count'];
const kinds: readonly TypedTagSettings['types'][] = ['auto', 'epc', 'uid', 'uid-reversed', 'barcode'];

function question(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new WrongUse('Cần đúng một tệp.');
  const types = kinds.find((kind) => kind === (values.types ?? 'auto'));
  if (types === undefined) throw new WrongUse(`--types không nhận “${values.types}”.`);
  const columns = values.map === undefined ? null : choiceOf(values.map);
  return { path, columns, typing: { prefix: values.prefix ?? '', types } };
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      map: { type: 'string' },
      types: { type: 'string' },
      prefix: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function choiceOf(text: string): ColumnChoice {
  const columns: Partial<Record<ColumnRole, number | string>> = {};
  for (const part of text.split(',')) {
    const [name = '', column = ''] = part.split('=').map((word) => word.trim());
    const role = roles.find((candidate) => candidate === name);
    if (role === undefined || column === '') throw new WrongUse(`--map không hiểu “${part}”.`);
    columns[role] = /^[1-9]\d{0,3}$/u.test(column) ? Number(column) : column;
  }
  return columns;
}

function bytesOf(path: string): Uint8Array {
  if (!existsSync(path) || !statSync(path).isFile()) throw new WrongUse(`Không có tệp ${path}.`);
  if (statSync(path).size > largestFile) throw new WrongUse(`Tệp ${path} quá lớn.`);
  return readFileSync(path);
}

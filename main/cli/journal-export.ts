import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatReason } from '../../contract/locales/format.ts';
import type { RescueDamage } from '../../contract/sync/rescue.ts';
import { missingEntries } from '../../contract/sync/rescue.ts';
import { rangeWords } from '../../domain/exceptions/range-words.ts';
import type { Reason } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import { stationClock } from '../services/station-clock.ts';
import type { RescueFile } from '../store/rescue/rescue-file.ts';
import { rescueFile } from '../store/rescue/rescue-file.ts';
import { appVersion } from '../version.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';

/** Ranges of missing entries that are named on the screen; the file names all. */
const mostRanges = 20;

/**
 * Writes what a station has not sent to a file for the province, whether the station runs, cannot be started or is
 * damaged. Prints one JSON line; the exit code is 1 when something could not be read or nothing was written.
 */
export const journalExport: Command = {
  name: 'journal export',
  usage: 'journal export --data FOLDER --out FILE [--all]',
  async run(args) {
    const { data, out, all } = question(args);
    const now = stationClock('Asia/Ho_Chi_Minh').now();
    const file = await rescueFile({ folder: data, all, now, app: appVersion });
    if (!file) return complain(`Không đọc được sổ nào trong ${data}. Giữ nguyên ổ đĩa, gọi kỹ thuật.`);
    try {
      const path = existsSync(out) && statSync(out).isDirectory() ? join(out, file.name) : out;
      if (existsSync(path)) return complain(`Đã có tệp ${path}. Chưa ghi gì. Chọn tên khác.`);
      await write(file, path);
      const { station, facts, oldestAt, unreadable, damage } = file.header;
      process.stdout.write(
        `${JSON.stringify({ out: path, station, facts, oldestAt, unreadable, damage })}\n`,
      );
      process.stderr.write(
        `Đã xuất ${facts} giao dịch chưa gửi vào ${path}. Mang tệp này đến tỉnh: npm run province -- import-journal TỆP\n`,
      );
      return damage ? complain(damageWords(damage).join('\n')) : 0;
    } finally {
      file.close();
    }
  },
};

/** What is wrong with the journal, and the numbers of what is missing. */
function damageWords(damage: RescueDamage): readonly string[] {
  const { missing, openEnd } = damage;
  const count = missingEntries(damage);
  const ranges = missing
    .slice(0, mostRanges)
    .map(({ inc, from, to }) => `${rangeWords([{ from, to }])} (sổ ${inc})`);
  const more = missing.length > mostRanges ? `; và ${missing.length - mostRanges} đoạn nữa` : '';
  return [
    ...(count > 0 ? [said(reason('LT-3112', { count })), `Thiếu lượt ${ranges.join('; ')}${more}.`] : []),
    ...(openEnd || count === 0 ? [said(reason('LT-3116'))] : []),
  ];
}

function said(told: Reason): string {
  return `${told.code} ${formatReason(told, 'vi')}`;
}

/** Whole or not at all, and on the stick before anybody pulls it out. */
async function write(file: RescueFile, path: string): Promise<void> {
  const begun = `${path}.part`;
  const handle = openSync(begun, 'w', 0o600);
  try {
    for await (const part of file.parts()) writeSync(handle, part);
    fsyncSync(handle);
  } catch (error) {
    rmSync(begun, { force: true });
    throw new WrongUse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    closeSync(handle);
  }
  renameSync(begun, path);
}

function question(args: readonly string[]) {
  const options = {
    data: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean', default: false },
  } as const;
  try {
    const { data, out, all } = parseArgs({ args: [...args], options }).values;
    if (data === undefined || out === undefined) throw new Error('--data FOLDER --out FILE');
    return { data, out, all };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { plainCode, shortFingerprint } from '../../contract/sync/enrolment.ts';
import { formatReason } from '../../contract/locales/format.ts';
import { freshConfig, readConfig, writeConfig } from '../config.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { journalFile } from '../store/store.ts';
import { enrol } from '../sync/enrol.ts';
import { exposedKey, noKeystore, openKeyFile, writeKeyFile } from '../sync/key-file.ts';
import { lookAtCertificate, provinceLine } from '../sync/province-line.ts';
import { makeStationSecret, stationKey } from '../sync/station-key.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';

/** The new key until the province has said yes: an answer may be lost, and the key of before still counts. */
const pendingFolder = 'enrolling';

const refusals = {
  unreachable:
    'Không nối được máy chủ tỉnh. Kiểm tra mạng và địa chỉ rồi gõ lại đúng lệnh này; mã vẫn dùng được.',
  'wrong-certificate': 'Máy chủ này có chứng chỉ khác. Chưa gửi gì. Hỏi lại tỉnh.',
  'wrong-code': 'Mã sai, đã dùng hoặc đã hết hạn. Xem lại từng chữ, hoặc xin tỉnh mã khác.',
  'other-station':
    'Thư mục này đã có sổ của một trạm khác. Xin tỉnh mã dành cho đúng trạm đó (enrol --station), hoặc chọn thư mục trống.',
  'too-often': 'Thử quá nhiều lần. Chờ nửa phút rồi thử lại.',
  'not-a-province': 'Địa chỉ này không phải máy chủ tỉnh, hoặc máy chủ chưa cập nhật.',
} as const;

/** Makes a folder a station of a province: a key of its own for a one-time code. Prints one JSON line. */
export const stationEnrol: Command = {
  name: 'station enrol',
  usage: 'station enrol --data DIR --province URL --code CODE [--fingerprint XXXX-XXXX-XXXX-XXXX]',
  async run(args) {
    const { data, province, code, fingerprint } = question(args);
    const read = readConfig(data);
    if (!read.ok) throw new WrongUse(formatReason(read.reason, 'vi'));
    const url = new URL(province);
    const seen = url.protocol === 'https:' ? await certificate(province, fingerprint) : { pin: null };
    if ('refused' in seen) return complain(seen.refused);
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
      complain('Chú ý: địa chỉ http:// không mã hóa đường truyền. Chỉ dùng trong mạng thử nghiệm.');
    const pending = join(data, pendingFolder);
    const secret = (await openKeyFile(pending, noKeystore))?.secret ?? makeStationSecret();
    const key = stationKey(secret);
    if (!key) throw new WrongUse(`Tệp khóa trong ${pending} bị hỏng; xóa thư mục đó rồi thử lại.`);
    await writeKeyFile(pending, secret, noKeystore);
    const lock = lockFolder(data);
    if (!lock) return complain('Trạm đang mở. Đóng chương trình rồi đăng ký lại.');
    try {
      const station = stationOfJournal(data);
      const answer = await enrol(provinceLine(province, seen.pin), key, { code, station });
      if (!answer.ok) return complain(refusals[answer.why]);
      const { station: id, desk, library } = answer.station;
      await writeKeyFile(data, secret, noKeystore);
      writeConfig(data, {
        ...(read.config ?? freshConfig(id)),
        station: id,
        desk,
        library,
        province: { url: url.origin, ...(seen.pin === null ? {} : { spki: seen.pin }) },
      });
      rmSync(pending, { recursive: true, force: true });
      process.stdout.write(`${JSON.stringify({ station: id, desk, library })}\n`);
      process.stderr.write(`${exposedKey}\n`);
      return 0;
    } finally {
      lock.release();
    }
  },
};

function question(args: readonly string[]) {
  const options = {
    data: { type: 'string' },
    province: { type: 'string' },
    code: { type: 'string' },
    fingerprint: { type: 'string' },
  } as const;
  const { data, province, code, fingerprint } = parsed(() => parseArgs({ args: [...args], options })).values;
  if (data === undefined || province === undefined || code === undefined)
    throw new WrongUse('Cần --data, --province và --code.');
  if (!z.url({ protocol: /^https?$/ }).safeParse(province).success)
    throw new WrongUse(`--province “${province}” không phải địa chỉ https://…`);
  return { data, province, code: plainCode(code), fingerprint: fingerprint?.toUpperCase() ?? null };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** The key to pin, once a person or this computer's authorities have said that it is the province's. */
async function certificate(
  province: string,
  expected: string | null,
): Promise<{ readonly pin: string } | { readonly refused: string }> {
  const shown = await lookAtCertificate(province, AbortSignal.timeout(15_000)).catch(() => null);
  if (!shown) return { refused: refusals.unreachable };
  const short = shortFingerprint(shown.spki);
  if (expected !== null && expected !== short)
    return { refused: `Dấu chứng chỉ là ${short}, không phải ${expected}. ${refusals['wrong-certificate']}` };
  if (expected !== null || shown.trusted) return { pin: shown.spki };
  if (!process.stdin.isTTY)
    return {
      refused: `Chứng chỉ tự ký, dấu là ${short}. So với dấu tỉnh đã đưa rồi thêm --fingerprint ${short}`,
    };
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question(
    `Dấu chứng chỉ của máy chủ: ${short}\nCó đúng dấu tỉnh đã đưa không? (c/k) `,
  );
  lines.close();
  return /^[cy]/i.test(said.trim()) ? { pin: shown.spki } : { refused: refusals['wrong-certificate'] };
}

/** Whose journal lies in the folder; null when none does. */
function stationOfJournal(folder: string): string | null {
  const path = join(folder, journalFile);
  if (!existsSync(path)) return null;
  const db = new Database(path, { readonly: true });
  try {
    const row = z.object({ station: z.string() }).safeParse(db.prepare('select station from identity').get());
    return row.success ? row.data.station : null;
  } finally {
    db.close();
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { formatReason } from '../../contract/locales/format.ts';
import { reason } from '../../domain/outcome.ts';
import { saidUnsent } from '../store/rescue/unsent.ts';
import type { StationEnrolled, StationEnrolment } from '../sync/enrol-station.ts';
import { enrolStation } from '../sync/enrol-station.ts';
import { exposedKey, noKeystore } from '../sync/key-file.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';

/** Makes a folder a station of a province: a key of its own for a one-time code. Prints one JSON line. */
export const stationEnrol: Command = {
  name: 'station enrol',
  usage:
    'station enrol --data DIR --province URL --code CODE [--fingerprint XXXX-XXXX-XXXX-XXXX] [--discard-unsent N]',
  async run(args) {
    const ask = question(args);
    const url = new URL(ask.province);
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
      complain('Chú ý: địa chỉ http:// không mã hóa đường truyền. Chỉ dùng trong mạng thử nghiệm.');
    const enrolled = await compared(ask, await enrolStation(ask));
    if (!enrolled.ok) {
      if (!('compare' in enrolled))
        return complain(`${enrolled.reason.code} ${formatReason(enrolled.reason, 'vi')}`);
      const { compare } = enrolled;
      return complain(
        `Chứng chỉ tự ký, dấu là ${compare}. So với dấu tỉnh đã đưa rồi thêm --fingerprint ${compare}`,
      );
    }
    const { station, desk, library } = enrolled.station;
    process.stdout.write(`${JSON.stringify({ station, desk, library })}\n`);
    if (enrolled.unsent > 0)
      complain(`${enrolled.unsent} giao dịch chưa gửi vẫn còn trong sổ; trạm sẽ gửi khi mở lại.`);
    if (enrolled.exposed) complain(exposedKey);
    return 0;
  },
};

/** Asks the person at the keyboard about a certificate that this computer does not know. */
async function compared(ask: StationEnrolment, enrolled: StationEnrolled): Promise<StationEnrolled> {
  if (enrolled.ok || !('compare' in enrolled) || !process.stdin.isTTY) return enrolled;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question(
    `Dấu chứng chỉ của máy chủ: ${enrolled.compare}\nCó đúng dấu tỉnh đã đưa không? (c/k) `,
  );
  lines.close();
  return /^[cy]/i.test(said.trim())
    ? enrolStation({ ...ask, fingerprint: enrolled.compare })
    : { ok: false, reason: reason('LT-4116', { shown: enrolled.compare }) };
}

function question(args: readonly string[]): StationEnrolment {
  const options = {
    data: { type: 'string' },
    province: { type: 'string' },
    code: { type: 'string' },
    fingerprint: { type: 'string' },
    'discard-unsent': { type: 'string' },
  } as const;
  const { data, province, code, fingerprint, ...more } = parsed(() =>
    parseArgs({ args: [...args], options }),
  ).values;
  if (data === undefined || province === undefined || code === undefined)
    throw new WrongUse('Cần --data, --province và --code.');
  if (!z.url({ protocol: /^https?$/ }).safeParse(province).success)
    throw new WrongUse(`--province “${province}” không phải địa chỉ https://…`);
  const discardUnsent = saidUnsent(more['discard-unsent']);
  if (typeof discardUnsent === 'string') throw new WrongUse(discardUnsent);
  return {
    folder: data,
    province,
    code,
    fingerprint: fingerprint?.toUpperCase() ?? null,
    discardUnsent,
    keystore: noKeystore,
  };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

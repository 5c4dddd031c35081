import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileFaults, readHeadFile, writeHeadFile } from '../audit/head-files.ts';
import type { AuditReport } from '../audit/verify.ts';
import { keptPositions } from '../upkeep/compact.ts';
import type { Ask } from './asker.ts';
import { withAnswers } from './asker.ts';

export const upkeepUsage = `  compact [--keep N]                 keep one line of each row in the feed, but for the newest N positions
  audit head [--audit DIR]           write the heads of all journals into a file (DATA/audit)
  audit verify [--file F]            walk every journal again; compare with a head file, or with those in DATA/audit
`;

type Environment = Readonly<Record<string, string | undefined>>;
type Say = (text: string) => void;

/** True when the command line asks for one of these. */
export function isUpkeepCommand([verb]: readonly string[]): boolean {
  return verb === 'compact' || verb === 'audit';
}

/** Does a command of upkeep; the exit code is 0, 1 (something is wrong) or 2 (not understood). */
export async function runUpkeepCommand(
  args: readonly string[],
  environment: Environment,
  say: Say,
  complain: Say,
): Promise<number> {
  const read = readUpkeep(args, environment);
  if (typeof read === 'string') {
    complain(`${read}\n\n${upkeepUsage}`);
    return 2;
  }
  return withAnswers(read.database, (ask) => read.run(ask, say, complain));
}

interface ReadUpkeep {
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly run: (ask: Ask, say: Say, complain: Say) => Promise<number>;
}

function readUpkeep(args: readonly string[], environment: Environment): ReadUpkeep | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        keep: { type: 'string', default: String(keptPositions) },
        audit: { type: 'string' },
        file: { type: 'string' },
      },
    });
    const { data, keep, file } = values;
    const url = environment['DATABASE_URL'] ?? '';
    if (data === undefined && url === '') return 'either --data DIR or DATABASE_URL is needed';
    const database = data === undefined ? { url } : { folder: data };
    const folder = values.audit ?? environment['AUDIT'] ?? (data === undefined ? null : join(data, 'audit'));
    if (!/^\d{1,9}$/u.test(keep)) return `--keep ${keep}: not a number of positions`;
    if (file !== undefined && !existsSync(file)) return `--file ${file}: no such file`;
    switch (positionals.join(' ')) {
      case 'compact':
        return { database, run: (ask, say) => compactFeed(ask, Number(keep), say) };
      case 'audit head':
        return folder === null
          ? 'audit head: --audit DIR is needed'
          : { database, run: (ask, say) => writeHeads(ask, folder, say) };
      case 'audit verify': {
        const files = file === undefined ? filesIn(folder) : [file];
        return { database, run: (ask, say, complain) => verifyAll(ask, files, say, complain) };
      }
      default:
        return `${positionals.join(' ')}: not a command`;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function filesIn(folder: string | null): readonly string[] {
  if (folder === null || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

async function compactFeed(ask: Ask, keep: number, say: Say): Promise<number> {
  const answer = await ask({ verb: 'compact', keep });
  if (answer.kind === 'compacted')
    say(
      `Đã thu gọn dòng thay đổi đến vị trí ${answer.compactedTo}, bớt ${answer.removed} dòng. (Feed compacted.)\n`,
    );
  return 0;
}

async function writeHeads(ask: Ask, folder: string, say: Say): Promise<number> {
  const answer = await ask({ verb: 'heads' });
  if (answer.kind !== 'heads') return 1;
  const path = writeHeadFile(folder, answer, Date.now());
  say(
    `${path}\nĐã ghi đầu sổ của ${answer.journals.length} sổ. Giao tệp cho kiểm toán giữ. (Heads written.)\n`,
  );
  return 0;
}

/** One JSON line for programs, then sentences for people. */
async function verifyAll(ask: Ask, files: readonly string[], say: Say, complain: Say): Promise<number> {
  const inFiles = files.flatMap(fileFaults);
  const kept = files.flatMap((file) => readHeadFile(file).head?.journals ?? []);
  const answer = await ask({ verb: 'verify', kept });
  if (answer.kind !== 'verified') return 1;
  const { kind: _kind, ...report } = answer;
  const ok = report.faults.length === 0 && inFiles.length === 0;
  say(`${JSON.stringify({ ok, ...report, files: files.length, inFiles })}\n`);
  complain(
    ok
      ? `Đã đi lại ${report.entries} dòng của ${report.journals} sổ: nguyên vẹn. (All whole.)\n`
      : `${[...inFiles, ...report.faults.map(faultSentence)].join('\n')}\n`,
  );
  return ok ? 0 : 1;
}

const faultWords: Readonly<Record<AuditReport['faults'][number]['what'], string>> = {
  altered: 'nội dung đã bị sửa (altered)',
  missing: 'mất dòng ở trước (entries before are missing)',
  'other-history': 'không nối tiếp dòng trước (does not follow the entry before)',
  'other-fact': 'bản dùng để tra cứu đã bị sửa (the copy for queries was altered)',
  shortened: 'sổ đã bị cắt ngắn, tệp đầu sổ có dòng này (shortened)',
  'other-head': 'khác với tệp đầu sổ (differs from the head file)',
};

function faultSentence({ station, inc, seq, what }: AuditReport['faults'][number]): string {
  return `${station} ${inc} #${seq}: ${faultWords[what]}`;
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { shortFingerprint } from '../../contract/sync/enrolment.ts';
import { readCertificate } from '../tls/certificate.ts';
import { withAnswers } from './asker.ts';
import type { AdminAnswer, AdminCommand } from './commands.ts';
import { adminCommandSchema } from './commands.ts';
import { importJournal } from './import-journal.ts';
import { isUpkeepCommand, runUpkeepCommand, upkeepUsage } from './upkeep-commands.ts';

export const adminUsage = `node province/main.ts COMMAND --data DIR (or DATABASE_URL)
  enrol --library ID --name DESK [--station ID] [--tls-cert FILE --tls-key FILE]
                                     print a one-time code for a new station, or for a new key of a known one
  revoke STATION                     end every key of a station
  stations                           list the stations as JSON
  import-journal FILE                take in what a station exported (journal export)
${upkeepUsage}`;

const verbs = ['enrol', 'revoke', 'stations', 'import-journal'] as const;
type Environment = Readonly<Record<string, string | undefined>>;

/** True when the command line asks for an administrator's command and not for the server. */
export function isAdminCommand(args: readonly string[]): boolean {
  return isUpkeepCommand(args) || verbs.some((verb) => verb === args[0]);
}

/** Does an administrator's command, and gives the exit code: 0, 1 (not done) or 2 (not understood). */
export async function runAdminCommand(
  args: readonly string[],
  environment: Environment,
  say: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  if (isUpkeepCommand(args)) return runUpkeepCommand(args, environment, say, complain);
  const read = readCommand(args, environment);
  if (typeof read === 'string') {
    complain(`${read}\n\n${adminUsage}`);
    return 2;
  }
  if ('file' in read)
    return withAnswers(read.database, (ask) => importJournal(ask, read.file, say, complain));
  const { database, command, fingerprint } = read;
  const answer = await withAnswers(database, (ask) => ask(command));
  switch (answer.kind) {
    case 'code':
      say(codeSheet(answer, fingerprint));
      return 0;
    case 'revoked':
      say(`Đã thu hồi trạm ${answer.station}. (Revoked.)\n`);
      return 0;
    case 'stations':
      say(`${JSON.stringify(answer.stations, null, 2)}\n`);
      return 0;
    case 'no-such-library':
      complain(`Không có thư viện này. Các thư viện (libraries): ${answer.libraries.join(', ')}\n`);
      return 1;
    default:
      complain('Không có trạm này. (No such station.)\n');
      return 1;
  }
}

function codeSheet(
  { code, expiresAt, library, desk }: AdminAnswer & { kind: 'code' },
  fingerprint: string | null,
): string {
  const until = new Date(expiresAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  const lines = [
    `Mã đăng ký (enrolment code): ${code.slice(0, 5)}-${code.slice(5)}`,
    `${library.name} · ${desk}`,
    `Dùng một lần, đến ${until}. (Good once.)`,
    ...(fingerprint === null ? [] : [`Dấu chứng chỉ (certificate): ${fingerprint}`]),
  ];
  return `${lines.join('\n')}\n`;
}

interface ReadImport {
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly file: string;
}

interface Read {
  readonly database: ReadImport['database'];
  readonly command: AdminCommand;
  readonly fingerprint: string | null;
}

function readCommand(args: readonly string[], environment: Environment): Read | ReadImport | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        library: { type: 'string' },
        name: { type: 'string' },
        station: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
      },
    });
    const url = environment['DATABASE_URL'] ?? '';
    if (values.data === undefined && url === '') return 'either --data DIR or DATABASE_URL is needed';
    const cert = values['tls-cert'] ?? environment['TLS_CERT'];
    const key = values['tls-key'] ?? environment['TLS_KEY'];
    const database = values.data === undefined ? { url } : { folder: values.data };
    const [verb, station] = positionals;
    if (verb === 'import-journal')
      return station !== undefined && existsSync(station)
        ? { database, file: station }
        : `${verb}: no such file: ${station ?? ''}`;
    const command = adminCommandSchema.safeParse({
      verb,
      library: values.library,
      desk: values.name,
      station: station ?? values.station ?? null,
    });
    if (!command.success) return `${verb}: an option is missing or cannot be`;
    return {
      database,
      command: command.data,
      fingerprint: cert && key ? shortFingerprint(readCertificate(cert, key).spki) : null,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

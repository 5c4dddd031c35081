import { parseArgs } from 'node:util';
import pino from 'pino';
import { shortFingerprint } from '../../contract/sync/enrolment.ts';
import { migrate } from '../database/migrate.ts';
import { openEmbedded, openPostgres } from '../database/open.ts';
import { readCertificate } from '../tls/certificate.ts';
import type { AdminAnswer, AdminCommand } from './commands.ts';
import { administer, adminCommandSchema } from './commands.ts';
import { askThroughDoor } from './door.ts';

export const adminUsage = `node province/main.ts COMMAND --data DIR (or DATABASE_URL)
  enrol --library ID --name DESK [--station ID] [--tls-cert FILE --tls-key FILE]
                                     print a one-time code for a new station, or for a new key of a known one
  revoke STATION                     end every key of a station
  stations                           list the stations as JSON
`;

const verbs = ['enrol', 'revoke', 'stations'] as const;
type Environment = Readonly<Record<string, string | undefined>>;

/** True when the command line asks for an administrator's command and not for the server. */
export function isAdminCommand(args: readonly string[]): boolean {
  return verbs.some((verb) => verb === args[0]);
}

/** Does an administrator's command, and gives the exit code: 0, 1 (not done) or 2 (not understood). */
export async function runAdminCommand(
  args: readonly string[],
  environment: Environment,
  say: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const read = readCommand(args, environment);
  if (typeof read === 'string') {
    complain(`${read}\n\n${adminUsage}`);
    return 2;
  }
  const { database, command, fingerprint } = read;
  const answer = await ask(database, command);
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
    case 'no-such-station':
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

interface Read {
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly command: AdminCommand;
  readonly fingerprint: string | null;
}

function readCommand(args: readonly string[], environment: Environment): Read | string {
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
    const [verb, station] = positionals;
    const command = adminCommandSchema.safeParse({
      verb,
      library: values.library,
      desk: values.name,
      station: station ?? values.station ?? null,
    });
    if (!command.success) return `${verb}: an option is missing or cannot be`;
    return {
      database: values.data === undefined ? { url } : { folder: values.data },
      command: command.data,
      fingerprint: cert && key ? shortFingerprint(readCertificate(cert, key).spki) : null,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function ask(database: Read['database'], command: AdminCommand): Promise<AdminAnswer> {
  const logger = pino({ level: 'warn' }, pino.destination(2));
  if ('url' in database) {
    const { db, close } = openPostgres(database.url, logger);
    try {
      return await administer(db, command, Date.now());
    } finally {
      await close();
    }
  }
  // A server that has the folder open answers at its door; only one process can open it.
  const answer = await askThroughDoor(database.folder, command);
  if (answer) return answer;
  const { db, close } = await openEmbedded(database.folder, logger);
  try {
    await migrate(db);
    return await administer(db, command, Date.now());
  } finally {
    await close();
  }
}

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Enrolment } from './stations/enrol.ts';

export interface ProvinceOptions {
  /** Where the data is: a PostgreSQL server, or a folder for the embedded database. */
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly host: string;
  readonly port: number;
  /** More names under which stations may call this server. */
  readonly names: readonly string[];
  /** Where snapshots are kept; null: none are made. */
  readonly snapshots: string | null;
  /** Where the heads of the journals are written every night; null: nowhere. */
  readonly audit: string | null;
  /** PEM files to serve HTTPS with; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** What a collector on another computer reads the metrics with; null: this computer only. */
  readonly metricsToken: string | null;
  /** What an administrator on another computer brings a rescue file with; null: only by the command line. */
  readonly adminToken: string | null;
  readonly demo: boolean;
  /** The day the demonstration is made for, `YYYY-MM-DD`; null for today. */
  readonly demoDay: string | null;
  readonly enrolments: readonly Enrolment[];
  /** Whether bearer keys still count. */
  readonly bearerKeys: boolean;
  /** Reason to begin a new epoch before serving; null to go on with the present one. */
  readonly newEpoch: string | null;
}

export const usage = `node province/main.ts [options]
  --data DIR                         folder of the embedded database (or DATABASE_URL for PostgreSQL)
  --host ADDRESS                     address to listen on (127.0.0.1)
  --port N                           port to listen on (0: any free one)
  --name HOST                        another name under which stations call this server; repeatable
  --snapshots DIR                    where ready catalogue files for stations are kept (DATA/snapshots; or SNAPSHOTS)
  --audit DIR                        where the heads of all journals are written every night (DATA/audit; or AUDIT)
  --tls-cert FILE, --tls-key FILE    serve HTTPS with this certificate and key, PEM (or TLS_CERT, TLS_KEY)
  --demo                             fill an empty database with demonstration data
  --demo-day YYYY-MM-DD              the day that data is made for (today)
  --enrol STATION:LIBRARY:DESK:KEY   let a station in; repeatable. KEY: ed25519=PUBLICKEY, or a bearer key
  --bearer-keys                      the transition: bearer keys of stations without a key of their own count
  --new-epoch REASON                 after a restore: make every station send and fetch again
`;

/** Reads the command line. Throws an `Error` whose message is for the person who typed it. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ProvinceOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
      name: { type: 'string', multiple: true, default: [] },
      snapshots: { type: 'string' },
      audit: { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      demo: { type: 'boolean', default: false },
      'demo-day': { type: 'string' },
      enrol: { type: 'string', multiple: true, default: [] },
      'bearer-keys': { type: 'boolean', default: false },
      'new-epoch': { type: 'string' },
    },
  });
  return {
    database: readDatabase(values.data, environment['DATABASE_URL']),
    host: values.host,
    port: readPort(values.port),
    names: values.name,
    snapshots:
      values.snapshots ??
      environment['SNAPSHOTS'] ??
      (values.data === undefined ? null : join(values.data, 'snapshots')),
    audit:
      values.audit ?? environment['AUDIT'] ?? (values.data === undefined ? null : join(values.data, 'audit')),
    tls: readTls(values['tls-cert'] ?? environment['TLS_CERT'], values['tls-key'] ?? environment['TLS_KEY']),
    metricsToken: environment['METRICS_TOKEN'] ?? null,
    adminToken: environment['ADMIN_TOKEN'] ?? null,
    demo: values.demo,
    demoDay: readDay(values['demo-day']),
    enrolments: values.enrol.map(readEnrolment),
    bearerKeys: values['bearer-keys'],
    newEpoch: values['new-epoch'] ?? null,
  };
}

function readDatabase(folder: string | undefined, url: string | undefined): ProvinceOptions['database'] {
  // The command line is nearer to the person than the environment.
  if (folder !== undefined) return { folder };
  if (url !== undefined && url !== '') return { url };
  throw new Error('either --data DIR or DATABASE_URL is needed');
}

function readTls(cert = '', key = ''): ProvinceOptions['tls'] {
  if (cert === '' && key === '') return null;
  if (cert === '' || key === '') throw new Error('--tls-cert and --tls-key go together');
  return { cert, key };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`--port ${text}: not a port number`);
  return port;
}

function readDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`--demo-day ${text}: not a day`);
  return text;
}

function readEnrolment(text: string): Enrolment {
  const [, station, library, desk, key] = /^([^:]+):([^:]+):([^:]+):(.+)$/.exec(text) ?? [];
  if (!station || !library || !desk || !key) throw new Error('--enrol wants STATION:LIBRARY:DESK:KEY');
  const publicKey = /^ed25519=(.*)$/.exec(key)?.[1];
  return { station, library, desk, proof: publicKey === undefined ? { bearer: key } : { publicKey } };
}

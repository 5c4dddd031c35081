import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deviceSchema } from '../contract/devices/config.ts';
import { mostDevices } from '../contract/workstation/devices.ts';
import { permissions } from '../domain/permissions.ts';
import type { Reason } from '../domain/outcome.ts';
import { reason } from '../domain/outcome.ts';
import { ownPatternsSchema } from './code-patterns.ts';

const configSchema = z.object({
  station: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
  desk: z.string().min(1).max(64),
  library: z.object({ id: z.string().min(1).max(64), name: z.string().max(200) }),
  /** IANA zone of the library. */
  timeZone: z.string().max(64).refine(isTimeZone),
  /** Until staff log in: who works at this station, and what that person may do. */
  staff: z.object({
    id: z.string().min(1).max(64),
    name: z.string().max(100),
    permissions: z.union([z.literal('all'), z.array(z.enum(permissions)).readonly()]).default('all'),
  }),
  /** The account that readers' transfers go to: NAPAS bank number and account; null: no transfers. */
  bank: z
    .object({ bin: z.string().regex(/^\d{6}$/), account: z.string().regex(/^[A-Za-z0-9]{1,19}$/) })
    .nullable()
    .default(null),
  /** How this library numbers its cards and copies; absent: as the demonstration province does. */
  codes: ownPatternsSchema.optional(),
  /** Null: this station has not been enrolled; it journals and waits. */
  province: z
    .object({
      url: z.url(),
      /** The bearer secret of stations enrolled before they had keys; those have `station.key` beside this file. */
      key: z.string().min(16).optional(),
      /** SHA-256 of the public key of the province's certificate; absent: whom this computer trusts decides. */
      spki: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    })
    .nullable(),
  devices: z.array(deviceSchema).max(mostDevices),
  /** Set when devices are virtual and the data was made by the generator with these options. */
  training: z
    .object({
      seed: z.number().int(),
      titles: z.number().int().positive(),
      patrons: z.number().int().positive(),
      today: z.iso.date(),
    })
    .nullable(),
});

/** What makes a computer this station. One JSON file in the data folder. */
export type StationConfig = z.infer<typeof configSchema>;

/** A folder without a configuration is read as null. */
export type ReadConfig =
  | { readonly ok: true; readonly config: StationConfig | null }
  | { readonly ok: false; readonly reason: Reason };

const configFile = 'station.json';

/** A station that nobody has set up: it can journal, and says that it is not enrolled. */
export function freshConfig(station: string): StationConfig {
  return {
    station,
    desk: 'Quầy 1',
    library: { id: 'none', name: 'Thư viện chưa đặt tên' },
    timeZone: 'Asia/Ho_Chi_Minh',
    staff: { id: 'thu-thu', name: 'Thủ thư', permissions: 'all' },
    bank: null,
    province: null,
    devices: [],
    training: null,
  };
}

/** Reads the station's configuration. A file that cannot be used gives LT-3106 with its first wrong field. */
export function readConfig(folder: string): ReadConfig {
  const path = join(folder, configFile);
  if (!existsSync(path)) return { ok: true, config: null };
  const read = configSchema.safeParse(jsonOf(readFileSync(path, 'utf8')));
  if (read.success) return { ok: true, config: read.data };
  const field = read.error.issues[0]?.path.join('.') ?? '';
  return { ok: false, reason: reason('LT-3106', { path, field: field === '' ? 'JSON' : field }) };
}

/**
 * Writes it whole or not at all: a power cut leaves the old file. On Linux only this user may read the key in it;
 * Windows has no such mode, there the folder's own permissions decide.
 */
export function writeConfig(folder: string, config: StationConfig): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, configFile);
  writeFileSync(`${path}.new`, `${JSON.stringify(configSchema.parse(config), null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Undefined, which no configuration is, for what is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('vi', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

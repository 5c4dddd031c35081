import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeviceConfig } from '../contract/devices/drivers.ts';

const transportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('serial'), path: z.string(), baudRate: z.number().int().positive() }),
  z.object({ kind: z.literal('tcp'), host: z.string(), port: z.number().int().min(1).max(65_535) }),
  z.object({ kind: z.literal('hid'), vendorId: z.number().int(), productId: z.number().int() }),
]);

const deviceSchema = z.discriminatedUnion('kind', [
  z.object({
    id: z.string().min(1).max(64),
    kind: z.literal('scanner'),
    name: z.string().max(64),
    transport: transportSchema,
    framing: z.object({
      prefix: z.string().max(16),
      suffix: z.string().min(1).max(4),
      aim: z.enum(['auto', 'off']),
    }),
  }),
  z.object({
    id: z.string().min(1).max(64),
    kind: z.literal('printer'),
    name: z.string().max(64),
    transport: transportSchema,
    dots: z.union([z.literal(576), z.literal(384)]),
  }),
]) satisfies z.ZodType<DeviceConfig>;

const configSchema = z.object({
  station: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
  desk: z.string().min(1).max(64),
  library: z.object({ id: z.string().min(1).max(64), name: z.string().max(200) }),
  /** IANA zone of the library. */
  timeZone: z.string().max(64),
  staff: z.object({ id: z.string().min(1).max(64), name: z.string().max(100) }),
  /** Null: this station has not been enrolled; it journals and waits. */
  province: z.object({ url: z.url(), key: z.string().min(16) }).nullable(),
  devices: z.array(deviceSchema).max(32),
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

const configFile = 'station.json';

/** How a scanner leaves its factory: CR after the code, AIM identifier off but harmless when on. */
export const factoryFraming = { prefix: '', suffix: '\r', aim: 'auto' } as const;

/** A station that nobody has set up: it can journal, and says that it is not enrolled. */
export function freshConfig(station: string): StationConfig {
  return {
    station,
    desk: 'Quầy 1',
    library: { id: 'none', name: 'Thư viện chưa đặt tên' },
    timeZone: 'Asia/Ho_Chi_Minh',
    staff: { id: 'thu-thu', name: 'Thủ thư' },
    province: null,
    devices: [],
    training: null,
  };
}

/** Reads the station's configuration, or null when the folder has none. Throws a `ZodError` on a bad file. */
export function readConfig(folder: string): StationConfig | null {
  const path = join(folder, configFile);
  if (!existsSync(path)) return null;
  return configSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Writes it whole or not at all: a power cut leaves the old file. Only this user may read the key in it. */
export function writeConfig(folder: string, config: StationConfig): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, configFile);
  writeFileSync(`${path}.new`, `${JSON.stringify(configSchema.parse(config), null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

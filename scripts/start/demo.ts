import { randomBytes } from 'node:crypto';
import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import { demoLibraries, demoLibraryCodes } from '../../domain/demo/libraries.ts';
import { demoDefaults } from '../../domain/demo/options.ts';
import type { Reason } from '../../domain/outcome.ts';
import { answers } from './answers.ts';
import { freshConfig, readConfig, writeConfig } from '../../main/config.ts';
import { noKeystore, writeKeyFile } from '../../main/sync/key-file.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { lossReasons, unsentIn } from '../../main/store/rescue/unsent.ts';
import { writeLibraryKey } from '../../main/services/patrons/library-key.ts';

const demoSchema = z.object({
  /** Port of the embedded province. */
  port: z.number().int(),
  /** The day the invented data was made for. */
  today: z.iso.date(),
  /** Secret key of every demonstration station, by number; absent in one made before stations signed. */
  secrets: z.array(z.string()).optional(),
  /** The libraries' key for what is sealed of readers: one for all, so that every station can read it. */
  libraryKey: z.string().optional(),
});

/** A demonstration in a folder: one embedded province and up to eight stations. */
export interface Demo {
  readonly port: number;
  /** The province's port until now, when another program had taken it; null otherwise. */
  readonly movedFrom: number | null;
  readonly today: string;
  readonly provinceFolder: string;
  /** `ST-01:LIBRARY:DESK:ed25519=PUBLICKEY`, the form in which the province enrols stations. */
  readonly enrolments: readonly string[];
  stationFolder(station: number): Promise<string>;
}

const stationCount = 8;

/** True when the demonstration in `folder` has its province running. */
export async function isRunning(folder: string): Promise<boolean> {
  const file = join(folder, 'demo.json');
  return existsSync(file) && (await answers(demoSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).port));
}

/** Why the demonstration in `folder` may not begin again: its stations have facts that were not sent. */
export async function freshReasons(folder: string, discardUnsent: number | null): Promise<readonly Reason[]> {
  const stations = Array.from({ length: stationCount }, (_, index) => join(folder, `station-${index + 1}`));
  return lossReasons(await Promise.all(stations.map(unsentIn)), discardUnsent);
}

/** Finds the demonstration in `folder`, or makes a new one there. */
export async function openDemo(folder: string, fresh: boolean): Promise<Demo> {
  if (fresh) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'demo.json');
  if (!existsSync(file)) {
    const made = {
      port: await portThatIsFree(0),
      today: civilDateAt(new Date().toISOString(), 'Asia/Ho_Chi_Minh'),
      secrets: newSecrets(),
      libraryKey: randomBytes(32).toString('base64url'),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  const made = demoSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { today, libraryKey, secrets = newSecrets() } = made;
  const port = (await answers(made.port)) ? made.port : await portThatIsFree(made.port);
  if (port !== made.port || !made.secrets) {
    writeFileSync(file, JSON.stringify({ ...made, port, secrets }, null, 2), { mode: 0o600 });
    for (const [index, secret] of secrets.entries())
      await moveProvince(join(folder, `station-${index + 1}`), provinceUrl(made.port), port, secret);
  }
  return {
    port,
    movedFrom: port === made.port ? null : made.port,
    today,
    provinceFolder: join(folder, 'province'),
    enrolments: secrets.map((secret, index) => {
      const { library, desk, id } = stationPlace(index + 1);
      return [id, library.id, desk, `ed25519=${stationKey(secret)?.publicKey ?? ''}`].join(':');
    }),
    stationFolder: async (station) => {
      const target = join(folder, `station-${station}`);
      const read = readConfig(target);
      // A file that cannot be used is left to the station, which says what is wrong with it.
      if (!read.ok || read.config) return target;
      const { library, desk, id } = stationPlace(station);
      writeConfig(target, {
        ...freshConfig(id),
        desk,
        library: { id: library.id, name: library.name },
        staff: { id: 'demo', name: 'Thủ thư (luyện tập)', permissions: 'all' },
        bank: demoBank,
        province: { url: provinceUrl(port) },
        training: {
          seed: demoDefaults.seed,
          titles: demoDefaults.titles,
          patrons: demoDefaults.patrons,
          today,
        },
      });
      await writeKeyFile(target, secrets[station - 1] ?? '', noKeystore);
      if (libraryKey !== undefined) writeLibraryKey(target, Buffer.from(libraryKey, 'base64url'));
      return target;
    },
  };
}

/** The account of the NAPAS specification's own sample (§6.1.1): nobody's. */
const demoBank = { bin: '970403', account: '0011012345678' } as const;

/** Stations 1 and 2 stand in the first library, the others take turns. */
function stationPlace(station: number): { id: string; desk: string; library: { id: string; name: string } } {
  const code = station <= 2 ? 'BN' : (demoLibraryCodes[(station - 2) % demoLibraryCodes.length] ?? 'BN');
  return { id: `ST-0${station}`, desk: `Quầy ${station}`, library: demoLibraries[code] };
}

const provinceUrl = (port: number): string => `http://127.0.0.1:${port}`;

const newSecrets = (): string[] => Array.from({ length: stationCount }, makeStationSecret);

/** A station that a person has given another province stays with it. */
async function moveProvince(folder: string, from: string, port: number, secret: string): Promise<void> {
  const read = readConfig(folder);
  if (!read.ok || read.config?.province?.url !== from) return;
  writeConfig(folder, { ...read.config, province: { url: provinceUrl(port) } });
  await writeKeyFile(folder, secret, noKeystore);
}

/** `wanted` when no program listens there, else any other. */
function portThatIsFree(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(portThatIsFree(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import type { Logger } from 'pino';
import { shortFingerprint } from '../contract/sync/enrolment.ts';
import { administer } from './admin/commands.ts';
import { openAdminDoor } from './admin/door.ts';
import { migrate } from './database/migrate.ts';
import type { OpenDatabase } from './database/open.ts';
import { openEmbedded, openPostgres } from './database/open.ts';
import type { ProvinceOptions } from './options.ts';
import { seedDemonstration } from './seed.ts';
import { createServer } from './server.ts';
import { provinceSnapshots } from './snapshots/offers.ts';
import { enrolStation } from './stations/enrol.ts';
import { beginEpoch } from './sync/epoch.ts';
import { createHeadSignal } from './sync/head-signal.ts';
import { readAgain } from './sync/read-again.ts';
import { readCertificate } from './tls/certificate.ts';
import { startUpkeep } from './upkeep/nightly.ts';

export interface RunningProvince {
  /** Origin to call, for example `http://127.0.0.1:41233`. */
  readonly url: string;
  /** Ends streams, server and database, in this order. */
  readonly close: () => Promise<void>;
}

/** Opens the database, prepares it as asked and listens. On failure nothing stays open. */
export async function startProvince(options: ProvinceOptions, logger: Logger): Promise<RunningProvince> {
  const { database } = options;
  const tls = options.tls && readCertificate(options.tls.cert, options.tls.key);
  const open =
    'url' in database ? openPostgres(database.url, logger) : await openEmbedded(database.folder, logger);
  try {
    await prepare(open, options, logger);
    const signal = createHeadSignal();
    const now = (): number => Date.now();
    const snapshots =
      options.snapshots === null
        ? null
        : provinceSnapshots({ db: open.db, folder: options.snapshots, now, logger });
    const app = createServer({
      db: open.db,
      signal,
      now,
      snapshots,
      logger,
      hosts: [hostInUrl(options.host), ...options.names],
      bearerKeys: options.bearerKeys,
      tls,
      metricsToken: options.metricsToken,
      adminToken: options.adminToken,
    });
    if (tls) logger.info({ fingerprint: shortFingerprint(tls.spki) }, 'certificate');
    const closeDoor =
      'folder' in database
        ? await openAdminDoor(database.folder, async (command) => {
            const answer = await administer(open.db, command, Date.now());
            if (answer.kind === 'taken-in' && answer.head !== null) signal.publish(answer.head);
            return answer;
          })
        : null;
    const stopUpkeep = startUpkeep({ db: open.db, auditFolder: options.audit, now, logger });
    const url = await app.listen({ host: options.host, port: options.port });
    return {
      url,
      close: async () => {
        await closeDoor?.();
        await stopUpkeep();
        await app.close();
        await snapshots?.close();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

async function prepare({ db }: OpenDatabase, options: ProvinceOptions, logger: Logger): Promise<void> {
  await migrate(db);
  const facts = await readAgain(db);
  if (facts > 0) logger.info({ facts }, 'facts of before that this version can read');
  if (options.newEpoch !== null)
    logger.info({ epoch: await beginEpoch(db, options.newEpoch), reason: options.newEpoch }, 'new epoch');
  if (options.demo) await seedDemonstration(db, logger, options.demoDay);
  for (const enrolment of options.enrolments) await enrolStation(db, enrolment);
}

/** An IPv6 address stands in brackets wherever a port may follow. */
function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Entry of the core's utility process: the same core as under the web host, on a line to Electron's main process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { destination, pino } from 'pino';
import { formatReason } from '../../../../contract/locales/format.ts';
import { startCore } from '../../../core.ts';
import type { PageContext } from '../../../router.ts';
import { keepYoungMemorySmall } from '../../../young-memory.ts';
import { setUpStation } from '../../set-up.ts';
import type { ServedCore } from './link.ts';
import { serveShell } from './link.ts';

keepYoungMemorySmall();
serveShell(
  process.parentPort,
  async ({ dataDir }, launch, keystore) => {
    mkdirSync(dataDir, { recursive: true });
    // A window program has no console on Windows. Written at once: the last line before a crash is the one needed.
    const logger = pino(destination({ dest: join(dataDir, 'core.log'), sync: true }));
    process.on('uncaughtExceptionMonitor', (err) => logger.fatal({ err }, 'the core ends'));
    const started = await startCore({
      dataDir,
      host: 'electron',
      launchDrivers: () => launch('drivers', []),
      launchVirtual: (paperFolder) =>
        launch('virtual-devices', ['--paper', paperFolder, '--links', join(dataDir, 'links')]),
      onFatal: () => process.exit(1),
      keystore,
      logger,
    });
    const served = (
      handler: RPCHandler<PageContext>,
      { unsent, stop }: Pick<ServedCore, 'unsent' | 'stop'>,
    ): ServedCore => ({
      servePage(port, role) {
        handler.upgrade(port, { context: { role } });
        port.start();
      },
      unsent,
      stop,
    });
    if (!started.ok) {
      if (started.reason.code !== 'LT-3107') return { refused: started.reason };
      const { router, done } = setUpStation(dataDir, keystore, logger);
      // The shell starts a core that ended again, and its pages come to the station that the folder is then.
      void done.then(() => process.exit(0));
      return served(
        new RPCHandler<PageContext>(router, {
          interceptors: [onError((err) => logger.error({ err }, 'a call failed'))],
        }),
        { unsent: () => Promise.resolve(0), stop: () => Promise.resolve() },
      );
    }
    const { core } = started;
    return served(
      new RPCHandler<PageContext>(core.router, {
        interceptors: [onError((err) => logger.error({ err }, 'a call failed'))],
      }),
      {
        async unsent(hurry) {
          if (hurry) core.sendNow();
          return Number((await core.unsent())?.params['count'] ?? 0);
        },
        async stop() {
          const waiting = await core.unsent().catch(() => null);
          if (waiting) logger.warn(waiting, formatReason(waiting, 'vi'));
          await core.close();
        },
      },
    );
  },
  (code) => process.exit(code),
);

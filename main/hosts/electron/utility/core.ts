/** Entry of the core's utility process: the same core as under the web host, on a line to Electron's main process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { destination, pino } from 'pino';
import { startCore } from '../../../core.ts';
import { serveShell } from './link.ts';

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
    if (!started.ok) return { refused: started.reason };
    const { core } = started;
    const handler = new RPCHandler(core.router, {
      interceptors: [onError((err) => logger.error({ err }, 'a call failed'))],
    });
    return {
      servePage(port, role) {
        handler.upgrade(port, { context: { role } });
        port.start();
      },
      stop: () => core.close(),
    };
  },
  (code) => process.exit(code),
);

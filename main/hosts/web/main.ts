/**
 * Entry of the web host: the core under plain Node, serving the page to a Chromium-family browser on this
 * computer. `node main/hosts/web/main.ts --data DIR [--port N] [--page DIR]`. Tells its parent (or standard
 * output, one JSON line) `{type: 'listening', address}` or `{type: 'refused', code, sentence}`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { formatReason } from '../../../contract/locales/format.ts';
import type { FromDrivers, FromVirtual, ToDrivers, ToVirtual } from '../../../contract/devices/drivers.ts';
import { startCore } from '../../core.ts';
import { entryPoint } from '../../entry-points.ts';
import { forkChannel } from './fork-channel.ts';
import { startWebHost } from './server.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    page: { type: 'string', default: join(import.meta.dirname, '../../../dist/renderer') },
  },
});
if (values.data === undefined) {
  process.stderr.write('Usage: node main/hosts/web/main.ts --data DIR [--port N] [--page DIR]\n');
  process.exit(2);
}
const dataDir = values.data;
const logger = pino({ name: 'core' }, pino.destination({ dest: 2, sync: false }));

function tell(message: Readonly<Record<string, unknown>>): void {
  if (process.send) process.send(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
}

const started = await startCore({
  dataDir,
  host: 'web',
  launchDrivers: () => forkChannel<FromDrivers, ToDrivers>(entryPoint('drivers')),
  launchVirtual: (paperFolder) =>
    forkChannel<FromVirtual, ToVirtual>(entryPoint('virtual-devices'), [
      '--paper',
      paperFolder,
      '--links',
      join(dataDir, 'links'),
    ]),
  logger,
});
if (!started.ok) {
  const { reason } = started;
  tell({ type: 'refused', code: reason.code, sentence: formatReason(reason, 'vi') });
  process.exitCode = 3;
} else {
  const { core } = started;
  const host = await startWebHost({
    router: core.router,
    pageFolder: values.page,
    sessionsFile: join(dataDir, 'web-sessions.json'),
    port: Number(values.port),
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await host.close();
    await core.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
  process.on('message', (message) => {
    if (message === 'stop') void stop();
    if (message === 'open') tell({ type: 'address', address: host.openingAddress() });
  });
  tell({ type: 'listening', port: host.port, address: host.openingAddress() });
}

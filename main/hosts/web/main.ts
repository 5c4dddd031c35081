/**
 * Entry of the web host: the core under plain Node, serving the page to a Chromium-family browser on this
 * computer. `node main/hosts/web/main.ts --data DIR [--port N] [--page DIR]`. Tells its parent (or standard
 * output, one JSON line) `{type: 'listening', address}` or `{type: 'refused', code, sentence}`. A folder that
 * exists and is no station is served the page that asks for its enrolment code. To a parent that
 * says `open` it answers `{type: 'address', address}`. Ends when its parent does.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { formatReason } from '../../../contract/locales/format.ts';
import type { FromDrivers, FromVirtual, ToDrivers, ToVirtual } from '../../../contract/devices/drivers.ts';
import type { StartedCore } from '../../core.ts';
import { startCore } from '../../core.ts';
import { entryPoint } from '../../entry-points.ts';
import type { CoreRouter } from '../../router.ts';
import { noKeystore } from '../../sync/key-file.ts';
import { keepYoungMemorySmall } from '../../young-memory.ts';
import type { SetUpRouter } from '../set-up.ts';
import { setUpStation } from '../set-up.ts';
import { forks } from './fork-channel.ts';
import type { WebHost } from './server.ts';
import { startWebHost } from './server.ts';

keepYoungMemorySmall();
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
const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  process.on('disconnect', () => resolve());
  // The parent may have gone while this file was being loaded.
  if (process.send && !process.connected) resolve();
});

function tell(message: Readonly<Record<string, unknown>>): void {
  if (!process.send) process.stdout.write(`${JSON.stringify(message)}\n`);
  // A parent that has gone is told nothing; `disconnect` has asked to stop.
  else if (process.connected) process.send(message, undefined, {}, () => {});
}

const helpers = forks();
const stopSignal = new AbortController();
void stopAsked.then(() => stopSignal.abort());

function start(): Promise<StartedCore> {
  return startCore({
    dataDir,
    host: 'web',
    launchDrivers: () => helpers.channel<FromDrivers, ToDrivers>(entryPoint('drivers')),
    launchVirtual: (paperFolder) =>
      helpers.channel<FromVirtual, ToVirtual>(entryPoint('virtual-devices'), [
        '--paper',
        paperFolder,
        '--links',
        join(dataDir, 'links'),
      ]),
    onFatal: () => process.exit(1),
    keystore: noKeystore,
    logger,
  });
}

function serve(router: CoreRouter | SetUpRouter, port: number): Promise<WebHost> {
  return startWebHost({
    router,
    pageFolder: values.page,
    sessionsFile: join(dataDir, 'web-sessions.json'),
    port,
    onFailure: (err) => logger.error({ err }, 'unexpected failure'),
  });
}

/** Serves the page that asks for the enrolment code, until the folder is a station. The port it had; null: told to stop. */
async function setUp(): Promise<number | null> {
  const { router, done } = setUpStation(dataDir, noKeystore, logger);
  const host = await serve(router, Number(values.port));
  const answer = (message: unknown): void => {
    if (message === 'open') tell({ type: 'address', address: host.openingAddress() });
  };
  process.on('message', answer);
  tell({ type: 'listening', port: host.port, address: host.openingAddress() });
  await Promise.race([done, stopAsked]);
  process.off('message', answer);
  await host.close();
  return stopSignal.signal.aborted ? null : host.port;
}

let port: number | null = Number(values.port);
let told = false;
let started = await start();
// A folder that does not exist was mistyped; one that somebody made is to become a station.
if (!started.ok && started.reason.code === 'LT-3107' && existsSync(dataDir)) {
  port = await setUp();
  told = true;
  if (port === null) process.exit(0);
  started = await start();
}
if (!started.ok) {
  const { reason } = started;
  tell({ type: 'refused', code: reason.code, sentence: formatReason(reason, 'vi') });
  process.exitCode = 3;
} else {
  const { core } = started;
  const host = await serve(core.router, port);
  process.on('message', (message) => {
    if (message === 'open') tell({ type: 'address', address: host.openingAddress() });
  });
  // The page that set the station up is open already, and finds it under the same port.
  if (!told) tell({ type: 'listening', port: host.port, address: host.openingAddress() });
  await stopAsked;
  // Everything shown as done is durable already: a stop that hangs must not keep the folder locked.
  const stopDeadline = 5_000;
  setTimeout(() => process.exit(0), stopDeadline).unref();
  await host.close();
  const waiting = await core.unsent().catch(() => null);
  if (waiting) process.stderr.write(`${waiting.code} ${formatReason(waiting, 'vi')}\n`);
  await core.close();
  await helpers.ended();
  process.exit(0);
}

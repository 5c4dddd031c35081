/**
 * The provincial server as a process. Says `{type: "listening", url}` once it serves, to the parent process when
 * there is one and as a line on standard output otherwise; logs go to standard error. Ends by itself when told to
 * (SIGTERM, SIGINT) or when its parent is gone.
 */
import type { Logger } from 'pino';
import pino from 'pino';
import type { ProvinceOptions } from './options.ts';
import { adminUsage, isAdminCommand, runAdminCommand } from './admin/command-line.ts';
import { readOptions, usage } from './options.ts';
import { startProvince } from './start.ts';

/** A clean stop takes milliseconds; after this the database's own crash safety is the better way out. */
const stopTimeoutMs = 10_000;

if (isAdminCommand(process.argv.slice(2)))
  process.exit(
    await runAdminCommand(
      process.argv.slice(2),
      process.env,
      (text) => process.stdout.write(text),
      (text) => process.stderr.write(text),
    ),
  );

const hasParent = process.connected;
const options = optionsOrExit();
const logger = pino(
  { name: 'province', level: process.env['LOG_LEVEL'] ?? 'info' },
  pino.destination({ dest: 2, sync: true }),
);

try {
  const province = await startProvince(options, logger);
  const stop = once(() => void stopProvince(province.close, logger));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  // The parent may have gone while the database was being made.
  if (hasParent && !process.connected) stop();
  else announce(province.url);
  logger.info({ url: province.url }, 'listening');
} catch (error) {
  logger.fatal({ err: error }, 'the province could not start');
  process.exitCode = 1;
  leaveParent();
}

function optionsOrExit(): ProvinceOptions {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n\n${usage}${adminUsage}`,
    );
    process.exit(2);
  }
}

function announce(url: string): void {
  const message = { type: 'listening', url } as const;
  if (process.send) process.send(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function stopProvince(close: () => Promise<void>, log: Logger): Promise<void> {
  setTimeout(() => {
    log.error('did not stop in time');
    process.exit(1);
  }, stopTimeoutMs).unref();
  try {
    await close();
    log.info('stopped');
    leaveParent();
  } catch (error) {
    log.fatal({ err: error }, 'could not stop cleanly');
    process.exit(1);
  }
}

/** The open channel to the parent would keep this process alive. */
function leaveParent(): void {
  if (process.connected) process.disconnect();
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

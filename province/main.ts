/**
 * The provincial server as a process. Says `{type: "listening", url}` once it serves, to the parent process when
 * there is one and as a line on standard output otherwise; logs go to standard error. Ends by itself when told to
 * (SIGTERM, SIGINT) or when its parent is gone.
 */
import pino from 'pino';
import { readOptions, usage } from './options.ts';
import type { ProvinceOptions } from './options.ts';
import { startProvince } from './start.ts';

const options = optionsOrExit();
const logger = pino(
  { name: 'province', level: process.env['LOG_LEVEL'] ?? 'info' },
  pino.destination({ dest: 2, sync: true }),
);

try {
  const province = await startProvince(options, logger);
  const stop = stopOnce(province.close);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  announce(province.url);
  logger.info({ url: province.url }, 'listening');
} catch (error) {
  logger.fatal({ err: error }, 'the province could not start');
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}

function optionsOrExit(): ProvinceOptions {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function announce(url: string): void {
  const message = { type: 'listening', url } as const;
  if (process.send) process.send(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
}

function stopOnce(close: () => Promise<void>): () => void {
  let stopping = false;
  return () => {
    if (stopping) return;
    stopping = true;
    close().then(
      () => {
        logger.info('stopped');
        if (process.connected) process.disconnect();
      },
      (error: unknown) => {
        logger.fatal({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
}

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { join } from 'node:path';

const PATIENCE_MS = 20_000;

/**
 * Starts the core of a package as the shell does, with its databases, lets it ask for its drivers and say what waits
 * to be sent, starts the drivers too, and stops both. `app` is the archive laid out as a folder: the bundles, their paths to each other and the
 * natives are what would run in Electron; only the port to the parent is made here.
 */
export async function startPackagedCore(app: string, dataDir: string): Promise<void> {
  const core = utility(app, 'core');
  core.send({ type: 'start', settings: { dataDir } });
  await said(core, 'core', (message) => message['type'] === 'ready');
  core.send({ type: 'unsent', call: 1, hurry: false });
  await said(core, 'core', ({ type, call, count }) => type === 'unsent' && call === 1 && count === 0);
  core.send({ type: 'stop' });
  assert.equal(await exitCode(core), 0);

  const drivers = utility(app, 'drivers');
  drivers.send({ type: 'connect' });
  await said(drivers, 'drivers', (message) => message['type'] === 'ready');
  drivers.send({ toPort: { type: 'shutdown' } });
  assert.equal(await exitCode(drivers), 0);
}

/** A process that believes it is a utility process. */
function utility(app: string, name: string): ChildProcess {
  const parentPort = new URL('./parent-port.mjs', import.meta.url).href;
  return fork(join(app, '.vite', 'build', `${name}.mjs`), [], {
    execArgv: ['--import', parentPort],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function said(
  child: ChildProcess,
  name: string,
  isIt: (message: Readonly<Record<string, unknown>>) => boolean,
): Promise<void> {
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`the packaged ${name} ended with code ${code}`)));
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(PATIENCE_MS)]);
  for await (const [message] of on(child, 'message', { signal })) if (isIt(message)) return;
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', (code) => {
      clearTimeout(patience);
      resolve(code);
    });
  });
}

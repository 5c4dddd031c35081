import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import type { Starting } from './processes.ts';
import { supervise } from './supervise.ts';

it('knows the process that is being started, and starts another when it dies, until it is to stop', async () => {
  const stopping = new AbortController();
  const launched: Starting<string>[] = [];
  let onLaunch = (): void => {};
  const supervised = supervise(
    () => {
      const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      onTestFinished(() => void child.kill('SIGKILL'));
      // Never ready: the process is known all the same.
      const starting = { process: child, started: new Promise<string>(() => {}) };
      launched.push(starting);
      onLaunch();
      return starting;
    },
    stopping.signal,
    () => {},
  );
  expect(supervised.current()).toBe(launched[0]?.process);
  const again = new Promise<void>((resolve) => (onLaunch = resolve));
  launched[0]?.process.kill('SIGKILL');
  await again;
  const second = launched[1]?.process;
  if (!second) throw new Error('Nothing was started again.');
  expect(supervised.current()).toBe(second);
  stopping.abort();
  second.kill('SIGKILL');
  await once(second, 'exit');
  expect(supervised.current()).toBeNull();
  expect(launched).toHaveLength(2);
});

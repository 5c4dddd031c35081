import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';

const root = resolve(import.meta.dirname, '../..');

/** Processes that name `folder` on their command line. Linux only; elsewhere there is nothing to look at. */
function processesOf(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        // It ended between the two looks.
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}

it('npm start opens a station, and Ctrl+C leaves no process and a whole journal', async () => {
  const folder = join(testFolder(), 'demo');
  // A group of its own, because Ctrl+C reaches every process of a terminal at once.
  const starting = spawn(
    process.execPath,
    [join(root, 'scripts/start.ts'), '--no-window', '--data', folder],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const group = -(starting.pid ?? 0);
  onTestFinished(() => {
    if (starting.exitCode === null) process.kill(group, 'SIGKILL');
  });
  let said = '';
  for await (const chunk of starting.stdout) {
    said += String(chunk);
    if (said.includes('/open/')) break;
  }
  const address = /http:\S+\/open\/\S+/.exec(said)?.[0] ?? '';
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
  expect(processesOf(folder).length).toBeGreaterThan(2);

  const ended = once(starting, 'exit');
  process.kill(group, 'SIGINT');
  await ended;
  expect(starting.exitCode).toBe(0);
  expect(processesOf(folder)).toStrictEqual([]);
  const cli = join(root, 'main/cli/main.ts');
  const station = join(folder, 'station-1');
  const audit = execFileSync(process.execPath, [cli, 'audit', 'verify', '--data', station], {
    encoding: 'utf8',
  });
  expect(JSON.parse(audit)).toMatchObject({ ok: true });
}, 120_000);

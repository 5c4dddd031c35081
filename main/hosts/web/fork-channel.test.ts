import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../../testing/folders.ts';
import { forks } from './fork-channel.ts';

it('a helper that does not end when its line closes is killed before the core is gone', async () => {
  const entry = join(testFolder(), 'hung.mjs');
  writeFileSync(
    entry,
    'setInterval(() => {}, 1000); process.on("SIGTERM", () => {}); process.send(process.pid);',
  );
  const helpers = forks();
  const channel = helpers.channel<number, never>(entry);
  const pid = await new Promise<number>((resolve) => channel.onMessage(resolve));
  channel.close();
  await helpers.ended();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

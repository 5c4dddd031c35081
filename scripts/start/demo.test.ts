import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../main/config.ts';
import { openDemo } from './demo.ts';

it('a province whose port another program took moves, and its stations with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openDemo(folder, false);
  const station = before.stationFolder(1);
  expect((await openDemo(folder, false)).port).toBe(before.port);

  const other = createServer();
  onTestFinished(() => void other.close());
  other.listen(before.port, '127.0.0.1');
  await once(other, 'listening');
  const after = await openDemo(folder, false);
  expect(after.movedFrom).toBe(before.port);
  expect(after.port).not.toBe(before.port);
  expect(after.enrolments).toStrictEqual(before.enrolments);
  expect(readConfig(station)).toMatchObject({
    config: { province: { url: `http://127.0.0.1:${after.port}` } },
  });
  expect((await openDemo(folder, false)).movedFrom).toBeNull();
});

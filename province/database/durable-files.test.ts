import { fsyncSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDurable } from './durable-files.ts';

it('has each commit on the disk before it is answered', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'durable-'));
  let flushes = 0;
  const database = await openDurable(join(folder, 'postgres'), (descriptor) => {
    fsyncSync(descriptor);
    flushes += 1;
  });
  await database.exec('create table t (n int)');
  for (let n = 0; n < 5; n += 1) {
    const before = flushes;
    await database.transaction(async (trx) => {
      await trx.query('insert into t values ($1)', [n]);
      expect(flushes).toBe(before);
    });
    expect(flushes).toBeGreaterThan(before);
  }
  const before = flushes;
  await database.query('select * from t');
  expect(flushes).toBe(before);
  await database.close();
  rmSync(folder, { recursive: true });
});

import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testFolder } from '../testing/folders.ts';
import { here } from '../testing/small-library.ts';
import type { Databases } from './start.ts';
import { startDatabases } from './start.ts';

/** Started databases, with the threads behind them: writer, reader. */
async function started(): Promise<{ databases: Databases; workers: readonly Worker[] }> {
  const workers: Worker[] = [];
  const seen = (worker: Worker): void => void workers.push(worker);
  process.on('worker', seen);
  const result = await startDatabases({
    folder: testFolder(),
    station: 'ST-1',
    library: here,
    desk: 'Quầy 1',
    actor: 'nv-1',
    permissions: 'all',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  process.off('worker', seen);
  if (!result.ok) throw new Error(result.code);
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.terminate()))));
  return { databases: result.databases, workers };
}

describe('the database workers', () => {
  it.each([0, 1])('say so when one of them has died (%i)', async (which) => {
    const { databases, workers } = await started();
    await workers[which]?.terminate();
    expect((await databases.ended).message).toContain('ended with code');
    await expect(databases[which === 0 ? 'writer' : 'reader'].close()).rejects.toThrow('ended with code');
  });

  it('say nothing when they are closed', async () => {
    const { databases, workers } = await started();
    const gone = Promise.all(workers.map((worker) => new Promise((end) => worker.on('exit', end))));
    await databases.close();
    await gone;
    expect(await Promise.race([databases.ended, Promise.resolve('nothing')])).toBe('nothing');
  });

  it('remember whose session is open until it is over', async () => {
    const { databases } = await started();
    const { writer } = databases;
    await writer.rememberPatron('patron-THE-1');
    expect(await writer.rememberedPatron()).toMatchObject({ patron: 'patron-THE-1' });
    await writer.rememberPatron(null);
    expect(await writer.rememberedPatron()).toBeNull();
    await databases.close();
  });
});

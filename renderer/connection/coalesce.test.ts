import { describe, expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

describe('coalesce', () => {
  it('makes one more run of any number of calls that come during a run', async () => {
    const finish: (() => void)[] = [];
    const call = coalesce(() => new Promise<void>((resolve) => finish.push(resolve)));
    call();
    call();
    call();
    expect(finish).toHaveLength(1);
    finish[0]?.();
    await settled(() => finish.length === 2);
    finish[1]?.();
    await Promise.resolve();
    expect(finish).toHaveLength(2);
  });

  it('runs again for a call after the end', async () => {
    let runs = 0;
    const call = coalesce(() => {
      runs += 1;
      return Promise.resolve();
    });
    call();
    await settled(() => runs === 1);
    await Promise.resolve();
    call();
    await settled(() => runs === 2);
    expect(runs).toBe(2);
  });
});

async function settled(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !condition(); turn += 1) await Promise.resolve();
}

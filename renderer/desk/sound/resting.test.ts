import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restAfter } from './resting.ts';

/** A context that takes `ms` to wake. */
function sleeper(ms: number) {
  const did: string[] = [];
  return {
    did,
    suspend: () => {
      did.push('suspend');
      return Promise.resolve();
    },
    resume: () => {
      did.push('resume');
      return new Promise<void>((done) => setTimeout(done, ms));
    },
  };
}

describe('a sound that nobody needs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('rests after the last tone, and is up for the next', async () => {
    const audio = sleeper(20);
    const resting = restAfter(audio, 30_000);
    resting.stayUp();
    vi.advanceTimersByTime(29_000);
    await expect(resting.getUp()).resolves.toBe(true);
    vi.advanceTimersByTime(29_000);
    expect([audio.did, resting.isResting()]).toStrictEqual([[], false]);
    vi.advanceTimersByTime(1_000);
    expect([audio.did, resting.isResting()]).toStrictEqual([['suspend'], true]);
    const up = resting.getUp();
    await vi.advanceTimersByTimeAsync(20);
    await expect(up).resolves.toBe(true);
    expect([audio.did, resting.isResting()]).toStrictEqual([['suspend', 'resume'], false]);
  });

  it('keeps quiet when it wakes too late', async () => {
    const resting = restAfter(sleeper(2_000), 30_000);
    resting.stayUp();
    vi.advanceTimersByTime(30_000);
    const up = resting.getUp();
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(up).resolves.toBe(false);
  });
});

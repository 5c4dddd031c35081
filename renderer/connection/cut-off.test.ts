import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { cutOffBy } from './cut-off.ts';

const open = new Promise<void>(() => {});

/** An answer that was passed on and is wanted by nobody any more. No `expect`: it would keep the answer itself. */
async function passedOn(passOn: ReturnType<typeof cutOffBy>): Promise<WeakRef<object>> {
  return new WeakRef(await passOn(Promise.resolve({ rows: [] })));
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // A weak reference that was just made holds until the end of its turn.
  await setImmediate();
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
}

describe('cutOffBy', () => {
  it('keeps no answer while the line stays open', async () => {
    const passOn = cutOffBy(open);
    const answer = await passedOn(passOn);
    await collectGarbage();
    expect(answer.deref()).toBeUndefined();
    // The line is there still.
    await expect(passOn(Promise.resolve('next'))).resolves.toBe('next');
  });

  it('passes a refusal on as it is', async () => {
    await expect(cutOffBy(open)(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('rejects what waits when the line goes, and what is asked after', async () => {
    let close: () => void = () => {};
    const passOn = cutOffBy(new Promise((resolve) => (close = resolve)));
    const waiting = passOn(new Promise<never>(() => {}));
    close();
    await expect(waiting).rejects.toThrow('was lost');
    await expect(passOn(new Promise<never>(() => {}))).rejects.toThrow('was lost');
  });
});

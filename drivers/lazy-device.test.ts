import { describe, expect, it } from 'vitest';
import { lazyDevice } from './lazy-device.ts';

interface Loaded {
  readonly closed: string[];
  readonly failures: unknown[];
  readonly lazy: ReturnType<typeof lazyDevice>;
  load(): void;
  fail(): void;
}

function loading(): Loaded {
  const closed: string[] = [];
  const failures: unknown[] = [];
  const code = Promise.withResolvers<() => { close(): void }>();
  const lazy = lazyDevice(
    () => code.promise,
    (error) => failures.push(error),
  );
  return {
    closed,
    failures,
    lazy,
    load: () => code.resolve(() => ({ close: () => closed.push('device') })),
    fail: () => code.reject(new Error('no canvas here')),
  };
}

describe('a device whose code is loaded when it is needed', () => {
  it('starts once it is there, and closes', async () => {
    const { lazy, load, closed } = loading();
    load();
    expect(await lazy.device).not.toBe(null);
    lazy.close();
    await lazy.device;
    expect(closed).toEqual(['device']);
  });

  it('closed meanwhile, never starts', async () => {
    const { lazy, load, closed } = loading();
    lazy.close();
    load();
    expect(await lazy.device).toBe(null);
    expect(closed).toEqual([]);
  });

  it('tells that this computer cannot load it, unless nobody wants it any more', async () => {
    const first = loading();
    first.fail();
    expect(await first.lazy.device).toBe(null);
    expect(first.failures).toEqual([new Error('no canvas here')]);
    const second = loading();
    second.lazy.close();
    second.fail();
    expect(await second.lazy.device).toBe(null);
    expect(second.failures).toEqual([]);
  });
});

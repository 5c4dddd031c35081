import { describe, expect, it, vi } from 'vitest';
import { soon } from './testing/bench.ts';
import { desk, health, quick, slipNumber } from './testing/desk.ts';
import { loanSlip } from './testing/documents.ts';

describe('a printer that is well', () => {
  it('becomes ready and puts the slip on paper', async () => {
    const { device, states, papersWith, kept } = await desk();
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(kept).toHaveLength(1));
    expect(await papersWith(loanSlip)).toBe(1);
    expect(health(states)).toEqual(['connecting', 'ready']);
  });

  it('prints jobs one after the other, and a job asked for twice once', async () => {
    const { device, kept, papersWith } = await desk();
    const jobs = [1, 2, 3, 3, 4].map((n) => device.print(String(n), slipNumber(n)));
    expect(await Promise.all(jobs)).toEqual(jobs.map(() => ({ ok: true })));
    await soon(() => expect(kept).toHaveLength(4));
    for (const n of [1, 2, 3, 4]) expect(await papersWith(slipNumber(n))).toBe(1);
  });

  it('is believed only when it has printed, not when it has taken the bytes', async () => {
    const { printer, device, kept, until } = await desk({ bufferBytes: 1_000_000 });
    await until('ready');
    printer.emulator.change({ bytesPerSecond: 120_000 });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    await vi.waitFor(() => expect(kept).toHaveLength(1), { timeout: 100 });
  });

  it('may answer late while it is busy', async () => {
    const { printer, device, states, until } = await desk({
      bufferBytes: 4_096,
      timing: { answerMs: 60, graceMs: 5_000 },
    });
    await until('ready');
    printer.emulator.change({ bytesPerSecond: 100_000 });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    expect(health(states)).toEqual(['connecting', 'ready']);
  });

  it('refuses a slip that cannot be drawn', async () => {
    const { device } = await desk();
    const lines = Array.from({ length: 3_000 }, () => ({ kind: 'gap' as const }));
    expect(await device.print('1', { lines, reprint: false })).toEqual({
      ok: false,
      code: 'LT-2206',
      begun: false,
    });
    expect(await device.print('2', slipNumber(2))).toEqual({ ok: true });
  });
});

describe('paper, cover, error', () => {
  it.each([
    ['LT-2202', { paper: 'out' }, { paper: 'ok' }],
    ['LT-2203', { cover: 'open' }, { cover: 'closed' }],
    ['LT-2204', { error: 'cutter' }, { error: 'none' }],
    ['LT-2204', { error: 'unrecoverable' }, { error: 'none' }],
  ] as const)(
    '%s before a job: it fails, and ready comes back when that is over',
    async (code, fault, cure) => {
      const { printer, device, states, until, papersWith, kept } = await desk({
        before: ({ emulator }) => {
          emulator.change(fault);
        },
      });
      expect(await device.print('1', loanSlip)).toEqual({ ok: false, code, begun: false });
      expect(health(states)).toEqual(['connecting', `degraded ${code}`]);
      printer.emulator.change(cure);
      await until('ready');
      expect(kept).toEqual([]);
      expect(await device.print('1', loanSlip)).toEqual({ ok: true });
      await soon(async () => expect(await papersWith(loanSlip)).toBe(1));
    },
  );

  it('is told at once when something happens between jobs', async () => {
    const { printer, states, until } = await desk({ timing: { idlePollMs: 60_000, troublePollMs: 60_000 } });
    await until('ready');
    // The printer is told to tell after the first answers; wait until it was.
    await soon(() => {
      printer.emulator.change({ cover: 'open' });
      printer.emulator.change({ cover: 'closed' });
      expect(health(states)).toContain('degraded LT-2203');
    });
    await until('ready');
  });

  it.each([
    ['that holds the whole slip', 1_000_000],
    ['that holds a twelfth of it', 4_096],
  ])('paper that runs out in a job, with a buffer %s', async (_, bufferBytes) => {
    const { printer, device, states, until, kept, papersWith } = await desk({
      bufferBytes,
      timing: { answerMs: 100 },
    });
    await until('ready');
    printer.emulator.change({ rowsLeft: 150 });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2202', begun: true });
    expect(health(states)).toEqual(['connecting', 'ready', 'degraded LT-2202']);
    expect(kept).toEqual([]);
    printer.emulator.change({ paper: 'ok' });
    await until('ready');
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    // What was in the buffer comes out too: a copy "in lại" is marked by the core for that reason.
    await soon(async () => expect(await papersWith(loanSlip)).toBeGreaterThanOrEqual(1));
  });
});

describe('clones', () => {
  it('that never answer are believed', async () => {
    const { device, states, papersWith, kept } = await desk({
      timing: { answerMs: 100 },
      before: ({ emulator }) => {
        emulator.change({ talk: 'silent' });
      },
    });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(kept).toHaveLength(1));
    expect(await papersWith(loanSlip)).toBe(1);
    expect(health(states)).toEqual(['connecting', 'ready']);
  });

  it('are asked again before each job: a printer that was only starting up is not believed', async () => {
    const { printer, device, until } = await desk({
      timing: { answerMs: 100, idlePollMs: 60_000 },
      before: ({ emulator }) => {
        emulator.change({ talk: 'silent', paper: 'out' });
      },
    });
    await until('ready');
    printer.emulator.change({ talk: 'full' });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2202', begun: false });
  });

  it('that do not say when it is their turn are given the time that printing takes', async () => {
    const { device } = await desk({
      before: ({ emulator }) => {
        emulator.change({ talk: 'real-time' });
      },
    });
    const timed = async (job: string): Promise<number> => {
      const before = performance.now();
      expect(await device.print(job, loanSlip)).toEqual({ ok: true });
      return performance.now() - before;
    };
    expect(await timed('1')).toBeGreaterThan(quick.graceMs);
    expect(await timed('2')).toBeGreaterThan(quick.graceMs);
  });
});

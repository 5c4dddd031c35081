import { describe, expect, it, vi } from 'vitest';
import type { DeviceState } from '../../contract/devices/drivers.ts';
import { backOffMs } from '../transport/back-off.ts';
import type { OpenLine } from '../transport/line.ts';
import { createPrinterDevice } from './device.ts';
import { soon } from './testing/bench.ts';
import { desk, health, whenPrinting } from './testing/desk.ts';
import { loanSlip } from './testing/documents.ts';
import type { Timers } from './timers.ts';

describe('a line that breaks', () => {
  it('fails the job, is looked for, and prints the slip whole on the next try', async () => {
    const { printer, device, states, until, papersWith, kept } = await desk({
      bufferBytes: 4_096,
      timing: { graceMs: 1_200 },
    });
    await until('ready');
    printer.emulator.change({ bytesPerSecond: 20_000, rowsLeft: 100_000 });
    const job = device.print('1', loanSlip);
    await whenPrinting(printer);
    await printer.unplug();
    expect(await job).toEqual({ ok: false, code: 'LT-2201', begun: true });
    await until('lost');
    expect(await device.print('2', loanSlip)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    printer.emulator.change({ bytesPerSecond: null });
    await printer.plug();
    await until('ready');
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(kept).toHaveLength(2));
    expect(await papersWith(loanSlip)).toBe(1);
    expect(health(states)).toEqual(['connecting', 'ready', 'lost LT-2201', 'ready']);
  });

  it('is noticed without a job, too', async () => {
    const { printer, states, until } = await desk();
    await until('ready');
    await printer.unplug();
    await until('lost');
    await printer.plug();
    await until('ready');
    expect(health(states)).toEqual(['connecting', 'ready', 'lost LT-2201', 'ready']);
  });

  it('is looked for from the start', async () => {
    const { printer, device, states, until } = await desk({ before: (printer) => printer.unplug() });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    expect(health(states)).toEqual(['connecting', 'lost LT-2201']);
    await printer.plug();
    await until('ready');
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
  });

  it('counts as broken when a printer that used to answer falls silent', async () => {
    const { printer, device, states, until } = await desk({ timing: { answerMs: 100 } });
    await until('ready');
    printer.emulator.change({ talk: 'silent' });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    await until('lost');
    printer.emulator.change({ talk: 'full' });
    await until('ready');
    expect(health(states)).toEqual(['connecting', 'ready', 'lost LT-2201', 'ready']);
  });
});

describe('the search for a printer', () => {
  const config = {
    id: 'p1',
    kind: 'printer',
    name: 'Máy in',
    transport: { kind: 'tcp', host: '192.0.2.1', port: 9100 },
    dots: 576,
  } as const;

  it('waits longer each time, and less than the whole at random', async () => {
    const waits: number[] = [];
    let runNext = (): void => {};
    const timers: Timers = {
      now: () => 0,
      after(ms, run) {
        if (ms < 10_000) waits.push(ms);
        runNext = run;
        return () => {};
      },
    };
    const device = createPrinterDevice({
      config,
      openLine: () => Promise.reject(new Error('refused')),
      onState: () => {},
      timers,
      timing: { connectMs: 60_000 },
      random: () => 0.5,
    });
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await soon(() => expect(waits).toHaveLength(attempt + 1));
      runNext();
    }
    expect(waits).toEqual([0, 1, 2, 3, 4, 5, 6].map((attempt) => backOffMs(attempt, 0.5)));
    device.close();
  });

  it('gives up a line that does not open, and closes it when it opens after all', async () => {
    const opening = Promise.withResolvers<Awaited<ReturnType<OpenLine>>>();
    const states: DeviceState[] = [];
    const device = createPrinterDevice({
      config,
      openLine: () => opening.promise,
      onState: (state) => states.push(state),
      timing: { connectMs: 20 },
    });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    const close = vi.fn<() => void>();
    opening.resolve({ write: () => Promise.resolve(), close });
    await soon(() => expect(close).toHaveBeenCalled());
    device.close();
  });

  it('ends with the device, and so do its jobs', async () => {
    const { device, states, printer, until } = await desk({ timing: { graceMs: 1_200 } });
    await until('ready');
    printer.emulator.change({ bytesPerSecond: 20_000, rowsLeft: 100_000 });
    const jobs = [device.print('1', loanSlip), device.print('2', loanSlip)];
    await whenPrinting(printer);
    device.close();
    expect(await Promise.all(jobs)).toEqual([
      { ok: false, code: 'LT-2201', begun: true },
      { ok: false, code: 'LT-2201', begun: false },
    ]);
    const before = states.length;
    expect(await device.print('3', loanSlip)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    expect(states).toHaveLength(before);
  });
});

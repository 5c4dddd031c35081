import { describe, expect, it } from 'vitest';
import { soon } from './testing/bench.ts';
import { desk, health } from './testing/desk.ts';
import { loanSlip } from './testing/documents.ts';

describe('a printer that needs somebody soon', () => {
  it('says so while it prints, whether it was asked or told by itself', async () => {
    const { printer, device, states, until } = await desk({ timing: { idlePollMs: 60_000 } });
    await until('ready');
    await soon(() => {
      printer.emulator.change({ paper: 'ok' });
      printer.emulator.change({ paper: 'near-end' });
      expect(health(states)).toContain('degraded LT-2207');
    });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    printer.emulator.change({ paper: 'ok' });
    await until('ready');
  });

  it('prints a slip to its end on paper near its end', async () => {
    const { device, states, papersWith } = await desk({
      before: ({ emulator }) => {
        emulator.change({ paper: 'near-end' });
      },
    });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    expect(health(states)).toEqual(['connecting', 'degraded LT-2207']);
    await soon(async () => expect(await papersWith(loanSlip)).toBe(1));
  });

  it('names the open cover rather than the paper near its end', async () => {
    const { device, states } = await desk({
      before: ({ emulator }) => {
        emulator.change({ paper: 'near-end', cover: 'open' });
      },
    });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2203', begun: false });
    expect(health(states)).toEqual(['connecting', 'degraded LT-2203']);
  });
});

describe('the cash drawer', () => {
  it.each([2, 5] as const)('opens on pin %i, between slips', async (pin) => {
    const { device, pulses, kept } = await desk();
    const results = await Promise.all([
      device.print('1', loanSlip),
      device.openDrawer(pin),
      device.print('2', loanSlip),
    ]);
    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    await soon(() => expect(kept).toHaveLength(2));
    expect(pulses).toEqual([{ pin, onMs: 100, offMs: 500 }]);
  });

  it('opens without paper, once there is any: printers hold everything back that is not real-time', async () => {
    const { printer, device, pulses } = await desk({
      before: ({ emulator }) => {
        emulator.change({ paper: 'out' });
      },
    });
    expect(await device.openDrawer(2)).toEqual({ ok: true });
    printer.emulator.change({ paper: 'ok' });
    await soon(() => expect(pulses).toHaveLength(1));
  });

  it('opens after a slip that was cut off inside a picture', async () => {
    const { printer, device, pulses, until } = await desk({ bufferBytes: 4_096 });
    await until('ready');
    printer.emulator.change({ bytesPerSecond: 20_000, rowsLeft: 100_000 });
    const job = device.print('1', loanSlip);
    await soon(() => expect(printer.emulator.condition().rowsLeft).toBeLessThan(99_980));
    await printer.unplug();
    expect(await job).toEqual({ ok: false, code: 'LT-2201', begun: true });
    expect(await device.openDrawer(2)).toEqual({ ok: false, code: 'LT-2201', begun: false });
    printer.emulator.change({ bytesPerSecond: null });
    await printer.plug();
    await until('ready');
    expect(await device.openDrawer(2)).toEqual({ ok: true });
    await soon(() => expect(pulses).toHaveLength(1));
  });

  it('is told apart from other changes when its switch moves', async () => {
    const { printer, states, until } = await desk();
    await until('ready');
    printer.emulator.change({ drawer: 'high' });
    printer.emulator.change({ paper: 'near-end' });
    await until('degraded');
    expect(health(states)).toEqual(['connecting', 'ready', 'degraded LT-2207']);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DeviceState } from '../../contract/devices/drivers.ts';
import { emulatedLine } from '../testing/emulated-line.ts';
import { openLine } from '../transport/open.ts';
import { bitmapRows } from './bitmap.ts';
import { createPrinterDevice } from './device.ts';
import { createPrinterEmulator } from './emulator.ts';
import { soon } from './testing/bench.ts';
import { readPng } from './testing/decode.ts';
import { health, quick } from './testing/desk.ts';
import { drawn, loanSlip } from './testing/documents.ts';

/** A printer on a real pseudo-terminal or socket, through the same door as hardware. */
async function station(kind: 'serial' | 'tcp') {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-faults-'));
  const files: string[] = [];
  const printer = createPrinterEmulator({
    dots: 384,
    paperDir: folder,
    onSlip: ({ file }) => files.push(file),
  });
  const line = await emulatedLine(kind, (bytes) => void printer.receive(bytes));
  printer.connect({ reply: (bytes) => line.wire.send(bytes), onDrain: () => undefined });
  const states: DeviceState[] = [];
  const device = createPrinterDevice({
    config: { id: 'p1', kind: 'printer', name: 'Máy in', transport: line.transport, dots: 384 },
    openLine,
    timing: { ...quick, answerMs: 300, graceMs: 1_200 },
    onState: (state) => states.push(state),
  });
  onTestFinished(async () => {
    device.close();
    line.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const until = (wanted: DeviceState['health']) =>
    vi.waitUntil(() => states.at(-1)?.health === wanted, { timeout: 8_000, interval: 5 });
  await until('ready');
  const slip = await drawn(loanSlip, 384);
  return {
    printer,
    line,
    device,
    states,
    until,
    papers: () => files.length,
    /** Papers that show the slip from their top, dot for dot. */
    whole: () =>
      files
        .map((file) => readPng(join(folder, file)))
        .filter((paper) => Buffer.from(bitmapRows(paper, 0, slip.height).bits).equals(slip.bits)).length,
    /** Starts the slip on a slow printer and waits until some of it is out. */
    async begin() {
      printer.change({ bytesPerSecond: 15_000, rowsLeft: 100_000 });
      const job = device.print('1', loanSlip);
      await vi.waitUntil(() => (printer.condition().rowsLeft ?? 0) < 99_980, { timeout: 8_000, interval: 2 });
      return { job };
    },
  };
}

/** What the printer had in its memory is gone, as after its mains switch. */
const clearMemory = Uint8Array.of(0x10, 0x05, 0x02);

describe.each(['serial', 'tcp'] as const)('in the middle of a slip, on a %s line', (kind) => {
  it('paper ends: it has begun, and the next try is whole', async () => {
    const { printer, device, states, until, whole } = await station(kind);
    printer.change({ bytesPerSecond: 60_000, rowsLeft: 120 });
    expect(await device.print('1', loanSlip)).toEqual({ ok: false, code: 'LT-2202', begun: true });
    expect(health(states)).toEqual(['connecting', 'ready', 'degraded LT-2202']);
    printer.change({ paper: 'ok', bytesPerSecond: null });
    await until('ready');
    expect(await device.print('2', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(whole()).toBeGreaterThanOrEqual(1));
  });

  it('the cover is opened: it has begun', async () => {
    const { printer, begin, until } = await station(kind);
    const { job } = await begin();
    printer.change({ cover: 'open' });
    expect(await job).toEqual({ ok: false, code: 'LT-2203', begun: true });
    printer.change({ cover: 'closed' });
    await until('ready');
  });

  it('its power goes: it has begun, the loss is told within a second, and after it the slip comes whole and once', async () => {
    const { printer, line, device, states, until, whole, begin } = await station(kind);
    const { job } = await begin();
    const pulled = performance.now();
    line.unplug();
    printer.receive(clearMemory);
    expect(await job).toEqual({ ok: false, code: 'LT-2201', begun: true });
    await until('lost');
    expect(performance.now() - pulled).toBeLessThan(1_000);
    printer.tear();
    printer.change({ bytesPerSecond: null });
    await line.plug();
    await until('ready');
    expect(await device.print('2', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(whole()).toBe(1));
    expect(health(states)).toEqual(['connecting', 'ready', 'lost LT-2201', 'ready']);
  });

  it('silence: it has begun', async () => {
    const { printer, begin } = await station(kind);
    const { job } = await begin();
    printer.change({ talk: 'silent', bytesPerSecond: 1 });
    expect(await job).toEqual({ ok: false, code: 'LT-2201', begun: true });
  });

  it('automatic messages, between and inside its answers: the slip is whole', async () => {
    const { printer, line, device, whole, papers } = await station(kind);
    printer.change({ bytesPerSecond: 60_000 });
    let high = false;
    const noise = setInterval(() => {
      high = !high;
      line.wire.next({ kind: 'split', bytes: 1 }, { kind: 'hold' });
      printer.change({ drawer: high ? 'high' : 'low', paper: high ? 'near-end' : 'ok' });
    }, 7);
    onTestFinished(() => clearInterval(noise));
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    clearInterval(noise);
    await soon(() => expect(papers()).toBe(1));
    expect(whole()).toBe(1);
  });

  it('slowness: it is waited for', async () => {
    const { printer, device, whole, states } = await station(kind);
    printer.change({ bytesPerSecond: 25_000 });
    expect(await device.print('1', loanSlip)).toEqual({ ok: true });
    await soon(() => expect(whole()).toBe(1));
    expect(health(states)).toEqual(['connecting', 'ready']);
  });
});

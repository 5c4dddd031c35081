import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceState, ScanFrame } from '../../contract/devices/drivers.ts';
import type { LineHandlers, OpenLine } from '../transport/line.ts';
import { openLine } from '../transport/open.ts';
import { createVirtualScanner, type VirtualScanner } from '../virtual/scanner.ts';
import { createScannerDevice, type ScannerDevice, type ScannerDeviceOptions } from './device.ts';

const patient = { timeout: 15_000, interval: 5 };
const framing = { prefix: '', suffix: '\r', aim: 'auto' } as const;

interface Heard {
  readonly device: ScannerDevice;
  readonly frames: ScanFrame[];
  readonly states: DeviceState[];
  readonly trouble: string[];
}

function listenTo(
  transport: VirtualScanner['transport'],
  port: OpenLine,
  more: Partial<ScannerDeviceOptions> = {},
): Heard {
  const frames: ScanFrame[] = [];
  const states: DeviceState[] = [];
  const trouble: string[] = [];
  const device = createScannerDevice({
    config: { id: 'scanner', kind: 'scanner', name: 'Máy quét', transport, framing },
    openLine: port,
    onState: (state) => states.push(state),
    onScan: (frame) => frames.push(frame),
    onTrouble: (reason) => trouble.push(reason),
    ...more,
  });
  return { device, frames, states, trouble };
}

function healths({ states }: Heard): string[] {
  return states.map(({ health, problem }) => (problem === null ? health : `${health} ${problem}`));
}

/** On this platform a pseudo-terminal and the real serial binding, where socat exists; on Windows TCP. */
describe.each([process.platform, 'win32'] as const)('over a real line as on %s', (platform) => {
  let folder: string;
  let scanner: VirtualScanner;
  let heard: Heard;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lt-scanner-'));
    scanner = await createVirtualScanner({
      linksFolder: folder,
      gapMs: 1,
      platform,
      onFault: (error) => expect.fail(String(error)),
    });
    heard = listenTo(scanner.transport, openLine, { idleMs: 10_000 });
    await vi.waitUntil(() => heard.states.at(-1)?.health === 'ready', patient);
  });

  afterEach(() => {
    heard.device.close();
    scanner.unplug();
    rmSync(folder, { recursive: true });
  });

  const heardFrames = (count: number): Promise<boolean> =>
    vi.waitUntil(() => heard.frames.length >= count, patient);

  test('is a serial port wherever one can be made', () => {
    const possible = platform !== 'win32' && spawnSync('socat', ['-V']).status === 0;
    expect(scanner.transport.kind).toBe(possible ? 'serial' : 'tcp');
  });

  test('reads a pile in order, Vietnamese letters in NFC, and nothing twice', async () => {
    const pile = Array.from({ length: 50 }, (_, index) => `PM.${String(index).padStart(6, '0')}`);
    scanner.present([...pile, 'Nguyễn Thị Ếch'.normalize('NFD')]);
    await heardFrames(51);
    expect(heard.frames).toEqual([
      ...pile.map((text) => ({ ok: true, text, symbology: 'C0' })),
      { ok: true, text: 'Nguyễn Thị Ếch', symbology: 'Q1' },
    ]);
    expect(healths(heard)).toEqual(['connecting', 'ready']);
  });

  test('finds a scanner that was unplugged in the middle of a code, and reads the next one whole', async () => {
    scanner.present(['PM.000001']);
    await heardFrames(1);
    scanner.presentBytes(Buffer.from('TV.'));
    scanner.unplug();
    await vi.waitUntil(() => heard.states.at(-1)?.health === 'lost', patient);
    scanner.present(['read by nobody']);
    expect(await scanner.plug()).toBe(true);
    await vi.waitUntil(() => heard.states.at(-1)?.health === 'ready', patient);
    scanner.present(['PM.000002']);
    await vi.waitUntil(() => heard.frames.some((frame) => frame.ok && frame.text === 'PM.000002'), patient);
    expect(healths(heard)).toEqual(['connecting', 'ready', 'lost LT-2101', 'ready']);
    expect(heard.frames.filter((frame) => frame.ok).map((frame) => frame.text)).toEqual([
      'PM.000001',
      'PM.000002',
    ]);
  });

  test('is found again however often the cable comes out', async () => {
    for (const code of ['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9']) {
      scanner.present([code]);
      await vi.waitUntil(() => heard.frames.some((frame) => frame.ok && frame.text === code), patient);
      scanner.unplug();
      await vi.waitUntil(() => heard.states.at(-1)?.health === 'lost', patient);
      await scanner.plug();
      await vi.waitUntil(() => heard.states.at(-1)?.health === 'ready', patient);
    }
    expect(heard.frames).toHaveLength(10);
  }, 60_000);

  test('says what is wrong with hostile bytes and reads on', async () => {
    scanner.presentBytes(Buffer.from([0x80, 0x81, 0x0d, 0x41, 0x01, 0x42, 0x0d]));
    scanner.presentBytes(Buffer.alloc(1_000_000, 'x'));
    scanner.presentBytes(Buffer.from('\rPM.000003\r'));
    await heardFrames(4);
    expect(heard.frames).toEqual([
      { ok: false, code: 'LT-1103', bytes: 2 },
      { ok: false, code: 'LT-1105', bytes: 3 },
      { ok: false, code: 'LT-1104', bytes: 1_000_000 },
      { ok: true, text: 'PM.000003', symbology: null },
    ]);
  });
});

test('a process that was busy does not take its own stall for silence', async () => {
  const { promise: opened, resolve } = Promise.withResolvers<LineHandlers>();
  const heard = listenTo(
    { kind: 'tcp', host: '127.0.0.1', port: 9 },
    (_transport, handlers) => {
      resolve(handlers);
      return Promise.resolve({ write: () => Promise.resolve(), close: () => undefined });
    },
    { idleMs: 100 },
  );
  const handlers = await opened;
  handlers.onData(Buffer.from('PM.00'));
  // As a slip being drawn would: both the timer and the rest of the code are due when the loop turns again,
  // and timers come first.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  await setTimeout(0);
  handlers.onData(Buffer.from('2774\r'));
  expect(heard.frames).toEqual([{ ok: true, text: 'PM.002774', symbology: null }]);
  heard.device.close();
});

/** A port whose far end is the test, under held time. */
describe('looking for a scanner', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  interface Port {
    readonly openLine: OpenLine;
    readonly attempts: number[];
    absent: boolean;
    handlers: LineHandlers | null;
  }

  function createPort(): Port {
    const port: Port = {
      attempts: [],
      absent: false,
      handlers: null,
      openLine(_transport, handlers) {
        port.attempts.push(Date.now());
        if (port.absent) return Promise.reject(new Error('EACCES: permission denied'));
        port.handlers = handlers;
        return Promise.resolve({ write: () => Promise.resolve(), close: () => handlers.onClose() });
      },
    };
    return port;
  }

  const somewhere = { kind: 'tcp', host: '127.0.0.1', port: 9 } as const;

  test('waits longer each time, for ever, and says why once', async () => {
    const port = createPort();
    port.absent = true;
    const heard = listenTo(somewhere, port.openLine, { random: () => 0 });
    await vi.advanceTimersByTimeAsync(60_000);
    const waits = port.attempts.slice(1).map((at, index) => at - (port.attempts[index] ?? 0));
    expect(waits.slice(0, 7)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
    expect(healths(heard)).toEqual(['connecting', 'lost LT-2101']);
    expect(heard.trouble).toEqual(['EACCES: permission denied']);
    port.absent = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard.states.at(-1)?.health).toBe('ready');
    heard.device.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not hurry because of a port that opens and breaks at once, but does after a real loss', async () => {
    const port = createPort();
    const heard = listenTo(somewhere, port.openLine, { random: () => 0 });
    const breakNow = async (wait: number): Promise<void> => {
      await vi.advanceTimersByTimeAsync(0);
      port.handlers?.onClose();
      await vi.advanceTimersByTimeAsync(wait);
    };
    await breakNow(200);
    await breakNow(400);
    expect(port.attempts).toHaveLength(3);
    await breakNow(799);
    expect(port.attempts).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(port.attempts).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(2_000);
    await breakNow(200);
    expect(port.attempts).toHaveLength(5);
    heard.device.close();
  });

  test('a code whose bytes come with short pauses is one code, and silence ends it', async () => {
    const port = createPort();
    const heard = listenTo(somewhere, port.openLine);
    await vi.advanceTimersByTimeAsync(0);
    for (const part of ['PM', '.00', '27', '74']) {
      port.handlers?.onData(Buffer.from(part));
      await vi.advanceTimersByTimeAsync(499);
    }
    port.handlers?.onData(Buffer.from('\r'));
    expect(heard.frames).toEqual([{ ok: true, text: 'PM.002774', symbology: null }]);
    port.handlers?.onData(Buffer.from('half'));
    await vi.advanceTimersByTimeAsync(501);
    expect(heard.frames.slice(1)).toEqual([{ ok: false, code: 'LT-1103', bytes: 4 }]);
    heard.device.close();
  });

  test('says nothing more after close, and lets go of a line that opens late', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let closes = 0;
    const heard = listenTo(somewhere, async () => {
      await promise;
      return { write: () => Promise.resolve(), close: () => (closes += 1) };
    });
    heard.device.close();
    resolve();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(closes).toBe(1);
    expect(healths(heard)).toEqual(['connecting']);
  });
});

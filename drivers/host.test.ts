import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceConfig } from '../contract/devices/config.ts';
import type { FromDrivers, FromVirtual, ToDrivers, ToVirtual } from '../contract/devices/drivers.ts';
import type { SlipDocument } from '../contract/devices/slip.ts';

const driversEntry = join(import.meta.dirname, 'host.ts');
const virtualEntry = join(import.meta.dirname, 'virtual', 'host.ts');
const patient = { timeout: 15_000, interval: 5 };

/** A process as the core starts it, with everything it has said. */
class Helper<In, Out> {
  readonly child: ChildProcess;
  readonly heard: In[] = [];
  stderr = '';

  constructor(entry: string, args: readonly string[] = []) {
    this.child = fork(entry, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.on('message', (message: In & object) => this.heard.push(message));
    this.child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
  }

  send(message: Out & object): void {
    this.child.send(message);
  }

  /** The first message that fits, said already or later. */
  async until<Fit extends In>(fits: (message: In) => message is Fit): Promise<Fit> {
    return vi.waitUntil(() => this.heard.find(fits), patient);
  }

  async exitCode(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

type Scan = Extract<FromDrivers, { type: 'scan' }>;
type Answer = Extract<FromDrivers, { type: 'printed' | 'print-failed' }>;

const slip: SlipDocument = {
  reprint: false,
  lines: [
    { kind: 'text', text: 'Thư viện tỉnh', size: 'title', align: 'center', bold: true },
    { kind: 'rule' },
    { kind: 'pair', left: 'Dế Mèn phiêu lưu ký', right: '17/12/2025', bold: false },
    { kind: 'barcode', value: 'PM.000001' },
  ],
};

let folder: string;
let drivers: Helper<FromDrivers, ToDrivers>;
let virtual: Helper<FromVirtual, ToVirtual>;
let devices: readonly DeviceConfig[];

const scans = (): Scan[] => drivers.heard.filter((message) => message.type === 'scan');
const texts = (): string[] => scans().map(({ frame }) => (frame.ok ? frame.text : frame.code));
const healths = (id: string): string[] =>
  drivers.heard.flatMap((message) =>
    message.type === 'device' && message.state.id === id ? [message.state.health] : [],
  );
const answerTo = (job: string): Promise<Answer> =>
  drivers.until(
    (message): message is Answer =>
      (message.type === 'printed' || message.type === 'print-failed') && message.job === job,
  );
const ready = (id: string): Promise<boolean> => vi.waitUntil(() => healths(id).at(-1) === 'ready', patient);

async function startVirtual(): Promise<void> {
  virtual = new Helper(virtualEntry, ['--paper', folder, '--gap-ms', '1']);
  const announced = await virtual.until((message) => message.type === 'ready');
  devices = announced.devices;
}

/** The pseudo-terminals there are; none where socat is absent. */
function portLinks(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map(({ name }) => name);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lt-drivers-'));
  drivers = new Helper(driversEntry);
  await startVirtual();
});

afterEach(async () => {
  drivers.kill();
  virtual.kill();
  await Promise.all([drivers.exitCode(), virtual.exitCode()]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

describe('a scanner and a printer in two real processes', () => {
  beforeEach(async () => {
    drivers.send({ type: 'configure', devices });
    await Promise.all([ready('virtual-scanner'), ready('virtual-printer')]);
  });

  test('every code of a pile arrives once, in order and numbered, also after the cable was out', async () => {
    const pile = Array.from({ length: 40 }, (_, index) => `TV.${String(index).padStart(6, '0')}`);
    virtual.send({ type: 'present', device: 'virtual-scanner', codes: pile });
    await vi.waitUntil(() => scans().length === 40, patient);

    virtual.send({ type: 'unplug', device: 'virtual-scanner' });
    await vi.waitUntil(() => healths('virtual-scanner').at(-1) === 'lost', patient);
    virtual.send({ type: 'plug', device: 'virtual-scanner' });
    await ready('virtual-scanner');
    virtual.send({ type: 'present', device: 'virtual-scanner', codes: ['TV.999999'] });
    await vi.waitUntil(() => scans().length === 41, patient);

    expect(texts()).toEqual([...pile, 'TV.999999']);
    expect(scans().map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    const plugs = virtual.heard.filter((message) => message.type === 'plugged');
    expect(plugs.map(({ plugged }) => plugged)).toEqual([false, true]);
  });

  test('hostile bytes are a refusal, and lending goes on', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xc3, 0x28, 0x0d]),
      Buffer.alloc(1_000_000, 'x'),
      Buffer.from('\rPM.1\r'),
    ]);
    virtual.send({ type: 'present-bytes', device: 'virtual-scanner', base64: bytes.toString('base64') });
    await vi.waitUntil(() => texts().at(-1) === 'PM.1', patient);
    // Where the megabyte is held up on its way, silence ends it once more.
    expect(new Set(texts().slice(0, -1))).toEqual(new Set(['LT-1103', 'LT-1104']));
  });

  test('a slip comes out as a picture, and waits for paper and for the cable', async () => {
    drivers.send({ type: 'print', job: 'first', device: 'virtual-printer', document: slip });
    expect(await answerTo('first')).toEqual({ type: 'printed', job: 'first' });
    const paper = await virtual.until((message) => message.type === 'paper');
    const picture = PNG.sync.read(readFileSync(join(folder, paper.slip.file)));
    expect(paper.slip).toMatchObject({
      device: 'virtual-printer',
      width: picture.width,
      height: picture.height,
    });
    expect(picture.width).toBe(576);

    virtual.send({ type: 'paper', device: 'virtual-printer', state: 'out' });
    await vi.waitUntil(() => healths('virtual-printer').at(-1) === 'degraded', patient);
    drivers.send({ type: 'print', job: 'no paper', device: 'virtual-printer', document: slip });
    expect(await answerTo('no paper')).toMatchObject({ type: 'print-failed', code: 'LT-2202' });
    virtual.send({ type: 'paper', device: 'virtual-printer', state: 'ok' });
    await ready('virtual-printer');

    virtual.send({ type: 'unplug', device: 'virtual-printer' });
    await vi.waitUntil(() => healths('virtual-printer').at(-1) === 'lost', patient);
    drivers.send({ type: 'print', job: 'no cable', device: 'virtual-printer', document: slip });
    expect(await answerTo('no cable')).toMatchObject({ type: 'print-failed', code: 'LT-2201' });
    virtual.send({ type: 'plug', device: 'virtual-printer' });
    await ready('virtual-printer');
    drivers.send({ type: 'print', job: 'again', device: 'virtual-printer', document: slip });
    expect(await answerTo('again')).toEqual({ type: 'printed', job: 'again' });
  }, 30_000);

  test('a slip is drawn without any printer, on either paper, and one that cannot be is null', async () => {
    const picture = async (job: string, dots: 576 | 384, document: SlipDocument): Promise<string | null> => {
      drivers.send({ type: 'draw', job, dots, document });
      const drawn = await drivers.until(
        (message): message is Extract<FromDrivers, { type: 'drawn' }> =>
          message.type === 'drawn' && message.job === job,
      );
      return drawn.png;
    };
    for (const dots of [576, 384] as const) {
      const png = PNG.sync.read(Buffer.from((await picture(`preview ${dots}`, dots, slip)) ?? '', 'base64'));
      expect(png.width).toBe(dots);
      expect(png.height).toBeGreaterThan(100);
    }
    const endless = { ...slip, lines: Array.from({ length: 2_000 }, () => ({ kind: 'rule' }) as const) };
    expect(await picture('endless', 576, endless)).toBeNull();
    expect(drivers.heard.filter(({ type }) => type === 'printed')).toEqual([]);
    expect(virtual.heard.filter(({ type }) => type === 'paper')).toEqual([]);
  });

  test('a device that is not set up prints nothing and says so', async () => {
    drivers.send({ type: 'print', job: 'lost', device: 'no-such-printer', document: slip });
    expect(await answerTo('lost')).toEqual({
      type: 'print-failed',
      job: 'lost',
      code: 'LT-2205',
      begun: false,
    });
    drivers.send({ type: 'print', job: 'odd', device: 'virtual-scanner', document: slip });
    expect(await answerTo('odd')).toEqual({
      type: 'print-failed',
      job: 'odd',
      code: 'LT-2205',
      begun: false,
    });
  });

  test('a new set of devices leaves those alone that stay as they were', async () => {
    const scanner = devices.find(({ kind }) => kind === 'scanner');
    if (scanner?.kind !== 'scanner') throw new Error('no scanner was announced');
    const isReady = (id: string): boolean =>
      drivers.heard.some(
        (heard) => heard.type === 'device' && heard.state.id === id && heard.state.health === 'ready',
      );
    await vi.waitUntil(() => devices.every(({ id }) => isReady(id)), patient);
    const before = drivers.heard.length;
    drivers.send({ type: 'configure', devices: [scanner] });
    await vi.waitUntil(() => drivers.heard.length > before, patient);
    expect(drivers.heard.slice(before)).toEqual([
      { type: 'device', state: expect.objectContaining({ id: 'virtual-scanner', health: 'ready' }) },
    ]);
    drivers.send({ type: 'print', job: 'removed', device: 'virtual-printer', document: slip });
    expect(await answerTo('removed')).toMatchObject({ code: 'LT-2205' });

    virtual.send({ type: 'present', device: 'virtual-scanner', codes: ['A1'] });
    await vi.waitUntil(() => scans().length === 1, patient);
    drivers.send({
      type: 'configure',
      devices: [{ ...scanner, framing: { ...scanner.framing, aim: 'off' } }],
    });
    await vi.waitUntil(
      () => healths('virtual-scanner').filter((health) => health === 'connecting').length === 2,
      patient,
    );
    await ready('virtual-scanner');
    virtual.send({ type: 'present', device: 'virtual-scanner', codes: ['A2'] });
    await vi.waitUntil(() => scans().length === 2, patient);
    expect(scans().map(({ seq, frame }) => [seq, frame.ok && frame.text])).toEqual([
      [1, 'A1'],
      [2, ']C0A2'],
    ]);
  });
});

describe('the end', () => {
  test('comes in good order when told, and when the core lets go', async () => {
    drivers.send({ type: 'configure', devices });
    await ready('virtual-scanner');
    drivers.send({ type: 'shutdown' });
    expect(await drivers.exitCode()).toBe(0);
    virtual.child.disconnect();
    expect(await virtual.exitCode()).toBe(0);
    expect(portLinks()).toEqual([]);
  });

  test('is not Ctrl+C, which the core interprets', async () => {
    await drivers.until((message) => message.type === 'ready');
    // On Windows `kill` ends a process whatever the signal; Ctrl+C there has no such message.
    if (process.platform !== 'win32') drivers.child.kill('SIGINT');
    drivers.send({ type: 'print', job: 'still here', device: 'none', document: slip });
    expect(await answerTo('still here')).toMatchObject({ code: 'LT-2205' });
  });

  test('after an error nobody caught is exit code 1 and a line for the log', async () => {
    drivers.child.send({ type: 'configure', devices: null });
    expect(await drivers.exitCode()).toBe(1);
    expect(drivers.stderr).toMatch(/driver process \d+ ends: TypeError/);
  });

  test('of the virtual devices by force takes their serial port along', async () => {
    virtual.kill();
    await virtual.exitCode();
    await vi.waitUntil(() => portLinks().length === 0, patient);
    expect(portLinks()).toEqual([]);
  });

  test('of the core by force leaves no process behind', async () => {
    const core = spawn(
      process.execPath,
      ['--input-type=module', '-e', coreScript, driversEntry, virtualEntry, folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    core.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await vi.waitUntil(() => said.endsWith('\n'), patient);
    const pids = said.trim().split(' ').map(Number);
    expect(pids.map(alive)).toEqual([true, true]);
    const before = portLinks().length;
    core.kill('SIGKILL');
    await vi.waitUntil(() => !pids.some(alive), patient);
    // Two sets of virtual devices share the folder; socat removes its link when it ends.
    await vi.waitUntil(() => portLinks().length === before / 2, patient);
    expect(pids.map(alive)).toEqual([false, false]);
  });
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // An orphan that ended stays listed until process 1 takes note of it, which may take seconds in a container.
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !readFileSync(stat, 'latin1').includes(') Z ');
  } catch {
    return false;
  }
}

/** A core reduced to its processes: starts both, lets the scanner be found, says who they are, and waits to be killed. */
const coreScript = `
  import { fork } from 'node:child_process';
  const [driversEntry, virtualEntry, folder] = process.argv.slice(1);
  const drivers = fork(driversEntry, { execArgv: [] });
  const virtual = fork(virtualEntry, ['--paper', folder], { execArgv: [] });
  virtual.on('message', (message) => {
    if (message.type !== 'ready') return;
    const { id, kind, name, transport } = message.devices[0];
    const framing = { prefix: '', suffix: '\\r', aim: 'auto' };
    drivers.send({ type: 'configure', devices: [{ id, kind, name, transport, framing }] });
    drivers.on('message', (message) => {
      if (message.type !== 'device' || message.state.health !== 'ready') return;
      console.log(drivers.pid + ' ' + virtual.pid);
    });
  });
`;

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceState, FromDrivers, ScanFrame, ToDrivers } from '../../contract/devices/drivers.ts';
import { factoryFraming } from '../config.ts';
import type { FarEnd } from '../testing/channel-pair.ts';
import { farEnd } from '../testing/channel-pair.ts';
import { deviceHost } from './device-host.ts';

const scanner: DeviceConfig = {
  id: 's1',
  kind: 'scanner',
  name: 'Máy quét',
  transport: { kind: 'tcp', host: '127.0.0.1', port: 1 },
  framing: factoryFraming,
};
const printer: DeviceConfig = {
  id: 'p1',
  kind: 'printer',
  name: 'Máy in',
  transport: { kind: 'tcp', host: '127.0.0.1', port: 2 },
  dots: 576,
};
const paper = { lines: [], reprint: false };

function launchable() {
  const launched: FarEnd<FromDrivers, ToDrivers>[] = [];
  const scans: ScanFrame[] = [];
  const lost: (readonly [string, number])[] = [];
  const tags: (readonly string[])[] = [];
  const gone: (readonly string[])[] = [];
  let states: readonly DeviceState[] = [];
  const host = deviceHost({
    launch: () => {
      const end = farEnd<FromDrivers, ToDrivers>();
      launched.push(end);
      return end.near;
    },
    onScan: (frame) => scans.push(frame),
    onTag: (device, tag) => tags.push([device, tag.address]),
    onGate: () => undefined,
    onTrial: () => undefined,
    onTagsLeft: (device, addresses) => gone.push([device, ...addresses]),
    onScansLost: (device, count) => lost.push([device, count]),
    onStates: (next) => {
      states = next;
    },
  });
  return { host, launched, scans, lost, tags, gone, states: () => states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the driver process from the core', () => {
  it('is told its devices and passes scans and health on', () => {
    const { host, launched, scans, states } = launchable();
    host.configure([scanner]);
    expect(launched[0]?.received).toStrictEqual([{ type: 'configure', devices: [scanner] }]);
    expect(states()).toMatchObject([{ id: 's1', health: 'connecting' }]);
    launched[0]?.say({
      type: 'device',
      state: { id: 's1', kind: 'scanner', name: 'Máy quét', health: 'ready', problem: null },
    });
    launched[0]?.say({
      type: 'scan',
      device: 's1',
      seq: 1,
      frame: { ok: true, text: 'VV.1', symbology: null },
    });
    expect(states()).toMatchObject([{ id: 's1', health: 'ready' }]);
    expect(scans).toStrictEqual([{ ok: true, text: 'VV.1', symbology: null }]);
  });

  it('is started again with the same devices after it died, and later each time', () => {
    const { host, launched, states } = launchable();
    host.configure([scanner]);
    launched[0]?.die();
    expect(states()).toMatchObject([{ health: 'lost', problem: 'LT-2102' }]);
    vi.advanceTimersByTime(200);
    expect(launched).toHaveLength(2);
    expect(launched[1]?.received).toStrictEqual([{ type: 'configure', devices: [scanner] }]);
    launched[1]?.die();
    vi.advanceTimersByTime(399);
    expect(launched).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(launched).toHaveLength(3);
    host.close();
    vi.advanceTimersByTime(60_000);
    expect(launched).toHaveLength(3);
  });

  it('is not started twice when devices change while it waits to be started again', () => {
    const { host, launched } = launchable();
    host.configure([scanner]);
    launched[0]?.die();
    host.configure([scanner, printer]);
    vi.advanceTimersByTime(200);
    expect(launched).toHaveLength(2);
    expect(launched[1]?.received).toStrictEqual([{ type: 'configure', devices: [scanner, printer] }]);
  });

  it('says how many scans did not arrive, and counts anew with a new process', () => {
    const { host, launched, scans, lost } = launchable();
    const frame = { ok: true, text: 'VV.1', symbology: null } as const;
    host.configure([scanner]);
    launched[0]?.say({ type: 'scan', device: 's1', seq: 1, frame });
    launched[0]?.say({ type: 'scan', device: 's1', seq: 4, frame });
    launched[0]?.die();
    vi.advanceTimersByTime(200);
    launched[1]?.say({ type: 'scan', device: 's1', seq: 1, frame });
    expect(scans).toHaveLength(3);
    expect(lost).toStrictEqual([['s1', 2]]);
  });

  it('fails a print that the process took with it, instead of waiting for ever', async () => {
    const { host, launched } = launchable();
    host.configure([printer]);
    const result = host.print(paper);
    launched[0]?.die();
    await expect(result).resolves.toStrictEqual({ ok: false, code: 'LT-2102', begun: true });
  });

  it('fails a print that nobody answers', async () => {
    const { host } = launchable();
    host.configure([printer]);
    const result = host.print(paper);
    vi.advanceTimersByTime(60_000);
    await expect(result).resolves.toStrictEqual({ ok: false, code: 'LT-2201', begun: true });
  });

  it('answers a print with what the printer said, job by job', async () => {
    const { host, launched } = launchable();
    host.configure([printer]);
    const results = [host.print(paper), host.print(paper)];
    const jobs =
      launched[0]?.received.flatMap((message) => (message.type === 'print' ? [message.job] : [])) ?? [];
    launched[0]?.say({ type: 'print-failed', job: jobs[1] ?? '', code: 'LT-2202', begun: true });
    launched[0]?.say({ type: 'printed', job: jobs[0] ?? '' });
    await expect(Promise.all(results)).resolves.toStrictEqual([
      { ok: true },
      { ok: false, code: 'LT-2202', begun: true },
    ]);
  });

  it('asks for the drawer and for labels as for slips, and for the printers there are', async () => {
    const { host, launched } = launchable();
    host.configure([printer]);
    const drawer = host.printing({ type: 'drawer', device: 'p1', pin: 2 });
    const listing = host.systemPrinters();
    const asked = launched[0]?.received ?? [];
    const jobOf = (type: string) =>
      asked.flatMap((message) => (message.type === type && 'job' in message ? [message.job] : []))[0] ?? '';
    expect(asked.at(-2)).toMatchObject({ type: 'drawer', device: 'p1', pin: 2 });
    launched[0]?.say({ type: 'print-failed', job: jobOf('drawer'), code: 'LT-2211', begun: false });
    expect(await drawer).toStrictEqual({ ok: false, code: 'LT-2211', begun: false });
    const printers = [{ name: 'Laser', isDefault: true }];
    launched[0]?.say({ type: 'system-printers', job: jobOf('system-printers'), printers });
    expect(await listing).toStrictEqual(printers);
    const lost = host.systemPrinters();
    launched[0]?.die();
    expect(await lost).toBeNull();
  });

  it('says that there is no printer', async () => {
    const { host } = launchable();
    host.configure([scanner]);
    await expect(host.print(paper)).resolves.toStrictEqual({ ok: false, code: 'LT-2205', begun: false });
  });

  it('draws a slip as wide as the printer, or 80 mm where there is none', async () => {
    const { host, launched } = launchable();
    host.configure([scanner]);
    const first = host.draw(paper);
    host.configure([scanner, { ...printer, dots: 384 }]);
    const second = host.draw(paper);
    const asked =
      launched[0]?.received.flatMap((message) => (message.type === 'draw' ? [message] : [])) ?? [];
    expect(asked.map(({ dots, document }) => [dots, document])).toStrictEqual([
      [576, paper],
      [384, paper],
    ]);
    launched[0]?.say({ type: 'drawn', job: asked[1]?.job ?? '', png: null });
    launched[0]?.say({ type: 'drawn', job: asked[0]?.job ?? '', png: Buffer.from('ảnh').toString('base64') });
    expect((await first)?.toString()).toBe('ảnh');
    expect(await second).toBeNull();
  });

  it('draws nothing without a process, after it died, or when it does not answer', async () => {
    const { host, launched } = launchable();
    expect(await host.draw(paper)).toBeNull();
    host.configure([printer]);
    const died = host.draw(paper);
    launched[0]?.die();
    expect(await died).toBeNull();
    expect(await host.draw(paper)).toBeNull();
    vi.advanceTimersByTime(200);
    const silent = host.draw(paper);
    vi.advanceTimersByTime(10_000);
    expect(await silent).toBeNull();
  });
});

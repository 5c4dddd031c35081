import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import type {
  DeviceState,
  FromDrivers,
  GateEvent,
  ScanFrame,
  TagSeen,
  ToDrivers,
  TrialEvent,
} from '../../contract/devices/drivers.ts';
import { factoryFraming } from '../../contract/devices/factory.ts';
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
const reader: DeviceConfig = {
  id: 'r1',
  kind: 'rfid',
  name: 'Bàn đọc',
  transport: { kind: 'tcp', host: '127.0.0.1', port: 3 },
  family: 'feig',
  settings: {
    address: 0xff,
    accessPassword: '00000000',
    security: 'afi',
    afi: { on: 7, off: 194 },
    profiles: 'auto',
  },
};
const tag: TagSeen = {
  address: 'E1',
  technology: 'hf',
  kind: 'item',
  code: 'VV.1',
  owner: null,
  part: null,
  security: 'on',
};
const paper = { lines: [], reprint: false };

function launchable() {
  const launched: FarEnd<FromDrivers, ToDrivers>[] = [];
  const scans: ScanFrame[] = [];
  const lost: (readonly [string, number])[] = [];
  const tags: (readonly string[])[] = [];
  const gone: (readonly string[])[] = [];
  const gates: GateEvent[] = [];
  const trials: TrialEvent[] = [];
  let states: readonly DeviceState[] = [];
  const host = deviceHost({
    launch: () => {
      const end = farEnd<FromDrivers, ToDrivers>();
      launched.push(end);
      return end.near;
    },
    onScan: (frame) => scans.push(frame),
    onTag: (device, tag) => tags.push([device, tag.address]),
    onGate: (_, event) => gates.push(event),
    onTrial: (event) => trials.push(event),
    onTagsLeft: (device, addresses, why) => gone.push([device, ...addresses, why]),
    onScansLost: (device, count) => lost.push([device, count]),
    onStates: (next) => {
      states = next;
    },
  });
  return { host, launched, scans, lost, tags, gone, gates, trials, states: () => states };
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

  it('passes tags on, and knows of none when the process is gone', () => {
    const { host, launched, tags, gone } = launchable();
    const seen = (address: string) => ({ ...tag, address });
    host.configure([reader]);
    launched[0]?.say({ type: 'tag', device: 'r1', tag: seen('E1') });
    launched[0]?.say({ type: 'tag', device: 'r1', tag: seen('E2') });
    launched[0]?.say({ type: 'tags-left', device: 'r1', addresses: ['E1'], why: 'taken' });
    launched[0]?.die();
    expect(tags).toStrictEqual([
      ['r1', 'E1'],
      ['r1', 'E2'],
    ]);
    expect(gone).toStrictEqual([
      ['r1', 'E1', 'taken'],
      ['r1', 'E2', 'line-lost'],
    ]);
    vi.advanceTimersByTime(200);
    launched[1]?.die();
    expect(gone).toHaveLength(2);
  });

  it('asks every reader to write, and takes together what they did', async () => {
    const { host, launched } = launchable();
    host.configure([reader, scanner, { ...reader, id: 'r2' }]);
    const secured = host.secure('VV.1', 'off');
    const asked =
      launched[0]?.received.flatMap((message) => (message.type === 'secure' ? [message] : [])) ?? [];
    expect(asked.map(({ device, code, state }) => [device, code, state])).toStrictEqual([
      ['r1', 'VV.1', 'off'],
      ['r2', 'VV.1', 'off'],
    ]);
    const done = { address: 'E1', failure: null };
    launched[0]?.say({ type: 'secured', job: asked[1]?.job ?? '', tags: [done] });
    launched[0]?.die();
    expect(await secured).toStrictEqual([done]);
    expect(await host.secure('VV.1', 'on')).toStrictEqual([]);
  });

  it('passes gates and trials on to whom they concern', () => {
    const { host, launched, tags, gates, trials } = launchable();
    host.configure([reader]);
    const event = { type: 'tag', device: 'r1', tag } as const;
    host.trial(reader);
    expect(launched[0]?.received.at(-1)).toStrictEqual({ type: 'trial', config: reader });
    launched[0]?.say({ type: 'trial', event });
    launched[0]?.say({ type: 'gate', device: 'g1', event: { kind: 'missed', at: 'x' } });
    expect(tags).toStrictEqual([]);
    expect(trials).toStrictEqual([event]);
    expect(gates).toStrictEqual([{ kind: 'missed', at: 'x' }]);
  });

  it('does not take the answer to one question for another’s', async () => {
    const { host, launched } = launchable();
    host.configure([reader]);
    const detected = host.detect();
    const probed = host.probe({ kind: 'tcp', host: '127.0.0.1', port: 1 });
    launched[0]?.say({ type: 'probed', job: 'nobody asked', probed: null });
    const jobs = launched[0]?.received.flatMap((message) => ('job' in message ? [message.job] : [])) ?? [];
    launched[0]?.say({ type: 'detected', job: jobs[0] ?? '', detected: { devices: [], problems: [] } });
    // Of the wrong kind: as good as none.
    launched[0]?.say({ type: 'bytes', job: jobs[1] ?? '', bytes: [] });
    expect(await detected).toStrictEqual({ devices: [], problems: [] });
    expect(await probed).toBeNull();
    const slow = host.detect();
    vi.advanceTimersByTime(30_000);
    expect(await slow).toBeNull();
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

import { describe, expect, it } from 'vitest';
import type { DeviceHealth } from '../../contract/devices/drivers.ts';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import { openBenchScanner } from '../../bench/scanner.ts';
import type { PageClient } from '../../main/testing/web-station.ts';
import { openPage, startWebStation } from '../../main/testing/web-station.ts';
import type { MadeStation, MadeStationOptions } from './made-station.ts';
import { madeStation } from './made-station.ts';

async function opened(options: MadeStationOptions): Promise<{ page: PageClient; made: MadeStation }> {
  const made = madeStation(options);
  const started = await startWebStation(made.folder);
  if (!started.ok) throw new Error(started.sentence);
  return { made, page: await openPage(started.station.address) };
}

/** Resolves when something that happened, or happens, makes `check` true. */
async function becomes(page: PageClient, check: () => Promise<boolean>): Promise<void> {
  let seen = 0;
  while (!(await check())) {
    const before = seen;
    seen = page.events.length;
    if (seen === before)
      await page.event((event): event is StationEvent => page.events.indexOf(event) >= before);
  }
}

const healthIs = (page: PageClient, kind: string, health: DeviceHealth) => async (): Promise<boolean> =>
  (await page.api.devices.list()).some((device) => device.kind === kind && device.health === health);

const decided = (event: StationEvent, text: string): event is StationEvent & { type: 'row' } =>
  event.type === 'row' && event.row.state !== 'pending' && event.row.text === text;

async function rowOf(page: PageClient, text: string): Promise<DeskRow> {
  const { row } = await page.event((event): event is StationEvent & { type: 'row' } => decided(event, text));
  return row;
}

describe('the virtual devices of a training station', () => {
  it('lend by scanner bytes and give a slip as a picture', async () => {
    const { page, made } = await opened({ training: true, devices: [] });
    await becomes(page, healthIs(page, 'scanner', 'ready'));
    await becomes(page, healthIs(page, 'printer', 'ready'));
    const scanner = (await page.api.training.state()).devices.find(({ kind }) => kind === 'scanner');
    const [pair, other] = made.pairs;
    await page.api.training.present({
      device: scanner?.id ?? '',
      codes: [pair?.card ?? '', pair?.barcode ?? '', other?.barcode ?? ''],
    });
    expect(await rowOf(page, other?.barcode ?? '')).toMatchObject({ act: 'checkout', state: 'done' });
    expect(await rowOf(page, pair?.barcode ?? '')).toMatchObject({ act: 'checkout', state: 'done' });
    await page.api.desk.finish({ print: true });
    await becomes(page, async () => (await page.api.training.state()).slips.length === 1);
    await becomes(page, async () => (await page.api.printing.slips())[0]?.state === 'printed');
    const [slip] = (await page.api.training.state()).slips;
    const png = Buffer.from(await page.api.training.slipImage({ slip: slip?.id ?? '' }), 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(slip?.width).toBe(576);
    page.close();
  }, 60_000);

  it('keeps the loan and the slip when the paper is out, and prints it by itself when paper is back', async () => {
    const { page, made } = await opened({ training: true, devices: [] });
    await becomes(page, healthIs(page, 'printer', 'ready'));
    const printer = (await page.api.training.state()).devices.find(({ kind }) => kind === 'printer');
    await page.api.training.paper({ device: printer?.id ?? '', state: 'out' });
    const [pair] = made.pairs;
    await page.api.desk.scan({ text: pair?.card ?? '', via: 'typed' });
    await page.api.desk.scan({ text: pair?.barcode ?? '', via: 'typed' });
    await page.api.desk.finish({ print: true });
    await becomes(page, async () => (await page.api.printing.slips())[0]?.state === 'failed');
    expect(await page.api.printing.slips()).toMatchObject([{ state: 'failed', problem: 'LT-2202', acts: 1 }]);
    await page.api.desk.scan({ text: pair?.card ?? '', via: 'typed' });
    expect((await page.api.desk.state()).patron?.loans).toHaveLength(1);
    await page.api.training.paper({ device: printer?.id ?? '', state: 'ok' });
    await becomes(page, async () => (await page.api.printing.slips())[0]?.state === 'printed');
    expect((await page.api.training.state()).slips).toHaveLength(1);
    page.close();
  }, 60_000);

  it('says that the scanner is lost, and goes on when it is plugged in again', async () => {
    const { page, made } = await opened({ training: true, devices: [] });
    await becomes(page, healthIs(page, 'scanner', 'ready'));
    const scanner = (await page.api.training.state()).devices.find(({ kind }) => kind === 'scanner');
    const device = scanner?.id ?? '';
    await page.api.training.unplug({ device });
    await becomes(page, healthIs(page, 'scanner', 'lost'));
    expect((await page.api.devices.list()).find(({ kind }) => kind === 'scanner')?.problem).toBe('LT-2101');
    await page.api.training.plug({ device });
    await becomes(page, healthIs(page, 'scanner', 'ready'));
    const [pair] = made.pairs;
    await page.api.training.present({ device, codes: [pair?.card ?? ''] });
    expect(await rowOf(page, pair?.card ?? '')).toMatchObject({ act: 'patron', state: 'done' });
    page.close();
  }, 60_000);
});

describe('hostile bytes on the scanner line', () => {
  it('become a row that says so, or nothing, and the next code is read', async () => {
    const scanner = await openBenchScanner();
    const { page, made } = await opened({ training: false, devices: [scanner.device] });
    await becomes(page, healthIs(page, 'scanner', 'ready'));
    const [pair] = made.pairs;
    const card = pair?.card ?? '';
    const hostile: readonly (readonly [Uint8Array, string | null])[] = [
      [Buffer.from([0xff, 0xfe, 0x80, 0x81, 0x0d]), 'LT-1103'],
      [Buffer.from('VVé\r', 'latin1'), 'LT-1103'],
      [Buffer.concat([Buffer.alloc(1024 * 1024, 0x41), Buffer.from('\r')]), 'LT-1104'],
      [Buffer.from('VV\u0007.1\r'), 'LT-1105'],
      [Buffer.from('\r\n\r\n\r'), null],
      [Buffer.from([0x1b, 0x5b, 0x41, 0x0d]), 'LT-1105'],
    ];
    for (const [bytes, code] of hostile) {
      const before = page.events.length;
      scanner.sendBytes(bytes);
      scanner.send(card);
      await becomes(page, () =>
        Promise.resolve(page.events.slice(before).some((event) => decided(event, card))),
      );
      const problems = page.events
        .slice(before)
        .flatMap((event) =>
          event.type === 'row' && event.row.act === 'unreadable' ? event.row.findings : [],
        );
      expect(problems.map(({ reason }) => reason.code)).toStrictEqual(code === null ? [] : [code]);
    }
    // A name composed differently is the same name.
    const decomposed = 'Thẻ lạ'.normalize('NFD');
    scanner.send(decomposed);
    expect(await rowOf(page, 'Thẻ lạ'.normalize('NFC'))).toMatchObject({ act: 'unknown', state: 'question' });
    page.close();
    scanner.close();
  }, 60_000);
});

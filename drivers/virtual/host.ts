/**
 * Entry of the virtual devices of a training station: a scanner, a printer, an RFID pad and a gate that a person without hardware works
 * with in the window. Started by the core like the driver process, which then finds them on their lines as it would
 * find real ones.
 *
 * Arguments: `--paper DIR` where slips come out as PNG files (required) · `--links DIR` where the scanner's
 * pseudo-terminal is linked (default `DIR/links` in the paper folder) · `--gap-ms N` between two codes of one pile.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FromVirtual, ToVirtual } from '../../contract/devices/drivers.ts';
import { openCoreChannel } from '../process-channel.ts';
import { startProcessLife } from '../process-life.ts';
import { createVirtualPrinter } from './printer.ts';
import { createVirtualGate } from './gate.ts';
import { createVirtualPad } from './pad.ts';
import { createVirtualScanner } from './scanner.ts';
import { taggedShelf } from './shelf.ts';

const scannerId = 'virtual-scanner';
const printerId = 'virtual-printer';
const padId = 'virtual-rfid';
const gateId = 'virtual-gate';

/** As fast as a practised person passes a pile under a scanner. */
const defaultGapMs = 120;

interface Pluggable {
  unplug(): void;
  /** False when it could not be put back. */
  plug(): Promise<boolean>;
}

function readArguments(): {
  readonly paperFolder: string;
  readonly linksFolder: string;
  readonly gapMs: number;
} {
  const { values } = parseArgs({
    options: { paper: { type: 'string' }, links: { type: 'string' }, 'gap-ms': { type: 'string' } },
  });
  const { paper, links, 'gap-ms': gap } = values;
  if (paper === undefined) throw new Error('--paper DIR is missing');
  const gapMs = gap === undefined ? defaultGapMs : Number(gap);
  if (!(gapMs >= 0)) throw new Error('--gap-ms takes a number of milliseconds');
  return {
    paperFolder: paper,
    linksFolder: links ?? join(paper, 'links'),
    gapMs,
  };
}

async function run(): Promise<void> {
  const { paperFolder, linksFolder, gapMs } = readArguments();
  const core = await openCoreChannel<ToVirtual, FromVirtual>();
  const send = (message: FromVirtual): void => core.send(message);
  const onFault = (error: unknown): void => {
    process.stderr.write(`virtual devices: ${String(error)}\n`);
  };
  const printer = await createVirtualPrinter({
    paperFolder,
    onSlip: (slip) => send({ type: 'paper', slip: { ...slip, device: printerId } }),
    onPaper: (state) => send({ type: 'paper-state', device: printerId, state }),
    onFault,
  });
  const scanner = await createVirtualScanner({ linksFolder, gapMs, platform: process.platform, onFault });
  const shelf = taggedShelf();
  const gate = await createVirtualGate(gateId, shelf);
  const pad = await createVirtualPad({
    linksFolder,
    platform: process.platform,
    onFault,
    shelf,
    onTags: (tags) => send({ type: 'pad', device: padId, tags }),
  });
  const devices = new Map<string, Pluggable>([
    [scannerId, scanner],
    [printerId, printer],
    [padId, pad],
    [gateId, gate],
  ]);

  const end = startProcessLife({ settled: () => printer.close(), close: () => undefined });
  // However this process ends in its own way, its serial port must not outlive it.
  process.on('exit', () => {
    scanner.unplug();
    pad.unplug();
    gate.unplug();
  });

  core.onMessage((message) => {
    if (message.type === 'shutdown') return end();
    const { device } = message;
    switch (message.type) {
      case 'present':
        if (device === scannerId) scanner.present(message.codes);
        return;
      case 'present-bytes':
        if (device === scannerId) scanner.presentBytes(Buffer.from(message.base64, 'base64'));
        return;
      case 'lay':
        if (device === padId) pad.lay(message.codes);
        return;
      case 'walk':
        if (device === gateId) gate.walk(message.codes);
        return;
      case 'lift':
        if (device === padId) pad.lift(message.codes);
        return;
      case 'tag-fault':
        if (device === padId) pad.fault(message.code, message.fault);
        return;
      case 'unplug':
        devices.get(device)?.unplug();
        return send({ type: 'plugged', device, plugged: false });
      case 'plug':
        void devices
          .get(device)
          ?.plug()
          .then((plugged) => send({ type: 'plugged', device, plugged }));
        return;
      case 'paper':
        if (device === printerId) printer.setPaper(message.state);
    }
  });
  core.onClose(end);
  send({
    type: 'ready',
    devices: [
      {
        id: scannerId,
        kind: 'scanner',
        name: 'Máy quét ảo',
        transport: scanner.transport,
        framing: scanner.framing,
      },
      { id: printerId, kind: 'printer', name: 'Máy in ảo', transport: printer.transport, dots: 576 },
      {
        id: padId,
        kind: 'rfid',
        name: 'Bàn đọc RFID ảo',
        transport: pad.transport,
        family: 'feig',
        settings: pad.settings,
      },
      gate.config,
    ],
  });
}

void run();

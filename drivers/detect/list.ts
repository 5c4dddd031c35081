import type { DetectionProblem, Detected, FoundDevice } from '../../contract/devices/detection.ts';
import type { Transport } from '../../contract/devices/config.ts';
import { knownScanner } from '../scanner/known.ts';
import { knownUsb } from './known-usb.ts';
import { rfidLine } from '../../contract/devices/factory.ts';
import { printerOn, rfidOn, scannerOn } from './suggest.ts';

/** A serial port as serialport lists it; USB numbers in hex. */
export interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly friendlyName?: string | undefined;
  readonly pnpId?: string | undefined;
}

/** A HID interface as node-hid lists it. */
export interface ListedHid {
  readonly vendorId: number;
  readonly productId: number;
  readonly product?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly usagePage?: number | undefined;
}

/** Where this computer is asked what is plugged in. Each may reject: its words are told. */
export interface Sources {
  readonly serial: () => Promise<readonly ListedPort[]>;
  readonly hid: () => Promise<readonly ListedHid[]>;
  /** Names of printer queues; null where there is no print system. */
  readonly printers: () => Promise<readonly string[] | null>;
}

/** USB HID Point of Sale usage tables: bar code scanner page. */
const scannerUsagePage = 0x8c;
/** How Windows names a TSL handheld's serial port (`reference/devices.md` §4). */
const tslPort = /PID_1128/iu;

/** Lists what is plugged in and recognises what it can. Opens nothing and writes nothing. */
export async function detect({ serial, hid, printers }: Sources): Promise<Detected> {
  const problems: DetectionProblem[] = [];
  const ask = async <T>(
    source: DetectionProblem['source'],
    list: () => Promise<readonly T[] | null>,
  ): Promise<readonly T[]> => {
    try {
      return (await list()) ?? [];
    } catch (error) {
      problems.push({ source, words: error instanceof Error ? error.message : String(error) });
      return [];
    }
  };
  const ports = await ask('serial', serial);
  const hids = await ask('hid', hid);
  const queues = await ask('printers', printers);
  return {
    devices: [
      ...ports.map(ofPort),
      ...hids.flatMap((listed) => ofHid(listed, hids)),
      ...queues.map((printer): FoundDevice => {
        const transport = { kind: 'spooler', printer } as const;
        return {
          transport,
          label: printer,
          maker: '',
          model: printer,
          kind: 'printer',
          advice: 'add-printer',
          suggestion: printerOn(transport, printer),
        };
      }),
    ],
    problems,
  };
}

function ofPort(port: ListedPort): FoundDevice {
  const vid = Number.parseInt(port.vendorId ?? '', 16);
  const pid = Number.parseInt(port.productId ?? '', 16);
  const transport = serialOn(port, 9_600);
  const label = port.friendlyName ?? port.path;
  const scanner = knownScanner(vid, pid);
  if (scanner && scanner.mode !== 'other') {
    const { maker, model } = scanner;
    return {
      transport,
      label,
      maker,
      model,
      kind: 'scanner',
      advice: 'add',
      suggestion: scannerOn(transport, `${maker} ${model}`),
    };
  }
  if (tslPort.test(port.pnpId ?? '')) {
    const line = serialOn(port, rfidLine.tsl.baudRate);
    return {
      transport: line,
      label,
      maker: 'TSL',
      model: '1128',
      kind: 'rfid',
      advice: 'add',
      suggestion: rfidOn(line, 'tsl', 'TSL 1128'),
    };
  }
  const usb = knownUsb(vid, pid);
  const maker = usb?.maker ?? port.manufacturer ?? '';
  return {
    transport,
    label,
    maker,
    model: usb?.model ?? '',
    kind: usb?.kind ?? null,
    advice: 'probe',
    suggestion: null,
  };
}

function serialOn({ path, vendorId, productId, serialNumber }: ListedPort, baudRate: number): Transport {
  const usb = vendorId && productId ? { usb: { vendorId, productId, serialNumber: serialNumber ?? '' } } : {};
  return { kind: 'serial', path, baudRate, ...usb };
}

function ofHid(listed: ListedHid, all: readonly ListedHid[]): readonly FoundDevice[] {
  const { vendorId, productId, usagePage } = listed;
  const same = all.filter((other) => other.vendorId === vendorId && other.productId === productId);
  const scanner = knownScanner(vendorId, productId);
  const transport = { kind: 'hid', vendorId, productId } as const;
  const label = listed.product ?? scanner?.model ?? '';
  const maker = scanner?.maker ?? listed.manufacturer ?? '';
  if (usagePage === scannerUsagePage) {
    const name = [maker, label].filter(Boolean).join(' ');
    return [
      {
        transport,
        label,
        maker,
        model: label,
        kind: 'scanner',
        advice: 'add',
        suggestion: scannerOn(transport, name),
      },
    ];
  }
  // One line for a scanner that types, however many interfaces it has; other keyboards and mice are nobody's business.
  const reports = same.some((other) => other.usagePage === scannerUsagePage);
  if (scanner === null || reports || same[0] !== listed) return [];
  return [
    {
      transport,
      label,
      maker,
      model: scanner.model,
      kind: 'scanner',
      advice: 'leave-keyboard',
      suggestion: null,
    },
  ];
}

/**
 * How the devices of a station are set up: what `station.json` holds, what the settings screen edits and what is
 * exported to another station. Everything is plain JSON.
 */
import { z } from 'zod';
import { cardReaderFields, gateFields, relayFields, turnstileFields } from './gates.ts';
import { printerModels } from './printing.ts';
import type { PrinterText } from './printing.ts';

const path = z.string().min(1).max(260);
const port = z.number().int().min(1).max(65_535);
const host = z.string().min(1).max(255);
const byte = z.number().int().min(0).max(0xff);

/**
 * How bytes travel. `serial`: `path` is `/dev/ttyUSB0`, `COM3` or a pseudo-terminal; 8 data bits, 1 stop bit; `usb`
 * finds the port again when the system gave it another name. `tcp`: this computer calls. `listen`: the device calls,
 * as a FEIG gate does. `hid`: reports instead of lines. `file`: an operating system's device file or Windows'
 * `\\\\.\\LPT1`, written only. `spooler`: a printer queue of the operating system, by name. `pcsc`: a card reader by
 * (part of) its name, empty for the first there is.
 */
export const transportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('serial'),
    path,
    baudRate: z.number().int().min(300).max(4_000_000),
    /** Absent: none. */
    parity: z.enum(['none', 'even', 'odd']).optional(),
    usb: z
      .object({
        vendorId: z.string().max(8),
        productId: z.string().max(8),
        serialNumber: z.string().max(128),
      })
      .optional(),
  }),
  z.object({ kind: z.literal('tcp'), host, port }),
  z.object({ kind: z.literal('listen'), host, port }),
  z.object({
    kind: z.literal('hid'),
    vendorId: z.number().int().min(0).max(0xff_ff),
    productId: z.number().int().min(0).max(0xff_ff),
  }),
  z.object({ kind: z.literal('file'), path }),
  z.object({ kind: z.literal('spooler'), printer: z.string().min(1).max(260) }),
  z.object({ kind: z.literal('pcsc'), reader: z.string().max(128) }),
]);
export type Transport = z.infer<typeof transportSchema>;

/** How a scanner wraps a code. `prefix` and `suffix` are the literal characters it sends. */
const framingSchema = z.object({
  prefix: z.string().max(16),
  /** Never empty: a line has to end somewhere. CR by factory default. */
  suffix: z.string().min(1).max(4),
  /** `auto`: take off `]cm` when it is there. `off`: the scanner sends none; `]` is part of the code. */
  aim: z.enum(['auto', 'off']),
});
export type ScannerFraming = z.infer<typeof framingSchema>;

/** Families of RFID readers, by their frames (`drivers/rfid/`). */
export const rfidFamilies = [
  'feig',
  'rl866',
  'uhfreader18',
  'uhfreader288',
  'm100',
  'sw-ct',
  'tsl',
  'llrp',
] as const;
export type RfidFamily = (typeof rfidFamilies)[number];

/**
 * How this library's tags and gates agree on "may leave": a gate alarms for a tag that is `on`.
 * HF: `afi` writes the application family identifier, `eas` NXP's EAS bit, `afi-and-eas` both. UHF: `pc-afi` writes
 * the AFI in the PC word, `alliance` the on-loan flag in the EPC, `uhf-eas` NXP's bit. `none`: tags only identify.
 */
const securityMethods = ['none', 'afi', 'eas', 'afi-and-eas', 'pc-afi', 'alliance', 'uhf-eas'] as const;
export type SecurityMethod = (typeof securityMethods)[number];

/** Settings of one RFID reader that differ from library to library. */
const rfidSettingsSchema = z.object({
  /** Address of the reader on its line; 255 reaches any. */
  address: byte,
  /** Gen2 access password. */
  accessPassword: z.string().regex(/^[0-9A-Fa-f]{8}$/),
  security: z.enum(securityMethods),
  /** AFI of a secured and a released tag: 7 and 194 by ISO 15961, 7 and 33 in older systems. */
  afi: z.object({ on: byte, off: byte }),
  /** Names of the tag profiles to try, in order; `auto`: those that cannot be mistaken for one another. */
  profiles: z.union([z.literal('auto'), z.array(z.string().max(40)).min(1).max(20).readonly()]),
  /** What differs between FEIG readers; absent: the usual. */
  feig: z
    .object({
      /** `standard` for readers of before about 2005; answers over 255 bytes come advanced in any case. */
      frames: z.enum(['advanced', 'standard']),
      /** Whether the reader turns the bytes inside each data block round. */
      blockBytes: z.enum(['as-on-tag', 'reversed']),
      /** Whether the storage format identifier may be written: sub-command 29, which not all readers know. */
      writesDsfid: z.boolean(),
    })
    .optional(),
});
export type RfidSettings = z.infer<typeof rfidSettingsSchema>;

const page = z.number().int().min(0).max(255);
const printerTextSchema: z.ZodType<PrinterText> = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('raster') }),
  z.object({ mode: z.literal('code-page'), model: z.enum(printerModels) }),
  z.object({
    mode: z.literal('pages'),
    encoding: z.enum(['tcvn-3', 'windows-1258', 'viscii']),
    page,
    capitals: page,
  }),
  z.object({ mode: z.literal('page'), size: z.enum(['A4', 'A5']) }),
]);

const common = { id: z.string().min(1).max(64), name: z.string().max(64), transport: transportSchema };

export const deviceSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('scanner'), framing: framingSchema }),
  z.object({
    ...common,
    kind: z.literal('printer'),
    /** Printable width: 576 dots on 80 mm paper (72 mm at 203 dpi), 384 on 58 mm. */
    dots: z.union([z.literal(576), z.literal(384)]),
    /** Absent: raster. */
    text: printerTextSchema.optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('rfid'),
    family: z.enum(rfidFamilies),
    settings: rfidSettingsSchema,
  }),
  z.object({ ...common, ...gateFields }),
  z.object({ ...common, ...relayFields }),
  z.object({ ...common, ...turnstileFields }),
  z.object({
    ...common,
    ...cardReaderFields,
    transport: z.object({ kind: z.literal('pcsc'), reader: z.string().max(128) }),
  }),
]);
export type DeviceConfig = z.infer<typeof deviceSchema>;
export type DeviceKind = DeviceConfig['kind'];

/** A gate alarms for a tag that is `on`. */
export type SecurityState = 'on' | 'off';

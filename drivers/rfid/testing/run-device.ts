import { vi } from 'vitest';
import type { RfidSettings } from '../../../contract/devices/config.ts';
import type { TagSeen } from '../../../contract/devices/drivers.ts';
import { emulatedLine, type EmulatedLine } from '../../testing/emulated-line.ts';
import { openLine } from '../../transport/open.ts';
import { defaultAirSettings, type Air, type AirLine, type AirSettings, type CreateAir } from '../air.ts';
import { createRfidDevice, type RfidDevice } from '../device.ts';
import {
  createTagField,
  hfTag,
  uhfTag,
  type EmulatedHfTag,
  type EmulatedUhfTag,
  type TagField,
} from '../emulator/field.ts';
import { createFeigAir } from '../feig/air.ts';
import { createFeigEmulator } from '../feig/emulator.ts';
import { createM100Air } from '../m100/air.ts';
import { createM100Emulator } from '../m100/emulator.ts';
import { tagReader } from '../read-tag.ts';
import { encodeTag } from '../tags/index.ts';

/** Longest that a busy computer may take for anything here. */
export const patient = { timeout: 15_000, interval: 5 };

interface RunningReader {
  readonly device: RfidDevice;
  readonly field: TagField;
  readonly line: EmulatedLine;
  readonly tags: TagSeen[];
  readonly left: string[];
  /** `ready`, `degraded LT-2105` … in the order they were told. */
  readonly states: string[];
  codes(): readonly (string | null)[];
  becomes(state: string): Promise<boolean>;
  /** Resolves after so many more rounds of listing: enough of them for a tag to have come or left. */
  rounds(count: number): Promise<void>;
  close(): void;
}

interface ReaderFamily {
  readonly name: 'feig' | 'm100';
  readonly create: CreateAir;
  readonly emulator: (
    field: TagField,
    send: (bytes: Uint8Array) => void,
  ) => { receive(bytes: Uint8Array): void };
  readonly serial: { readonly baudRate: number; readonly parity: 'none' | 'even' };
  readonly settings: Partial<RfidSettings>;
}

export const feig: ReaderFamily = {
  name: 'feig',
  create: createFeigAir,
  emulator: createFeigEmulator,
  serial: { baudRate: 38_400, parity: 'even' },
  settings: {},
};
export const m100: ReaderFamily = {
  name: 'm100',
  create: createM100Air({ settleMs: 40 }),
  emulator: createM100Emulator,
  serial: { baudRate: 115_200, parity: 'none' },
  settings: { security: 'pc-afi' },
};

export const plainSettings: RfidSettings = {
  address: 0xff,
  accessPassword: '00000000',
  security: 'afi',
  afi: { on: 0x07, off: 0xc2 },
  profiles: 'auto',
};

/** A reader that runs as it does in the driver process, on a real line to its emulator. */
export async function runReader(
  kind: 'serial' | 'tcp',
  family: ReaderFamily,
  settings: Partial<RfidSettings> = {},
  air: Partial<AirSettings> = {},
): Promise<RunningReader> {
  const field = createTagField();
  const line = await emulatedLine(kind, (bytes) => emulator.receive(bytes));
  const emulator = family.emulator(field, (bytes) => line.wire.send(bytes));
  const tags: TagSeen[] = [];
  const left: string[] = [];
  const states: string[] = [];
  let listed = 0;
  const all = { ...plainSettings, ...family.settings, ...settings };
  const device = createRfidDevice({
    config: {
      id: 'pad',
      kind: 'rfid',
      name: 'Bàn đọc',
      transport: line.transport.kind === 'serial' ? { ...line.transport, ...family.serial } : line.transport,
      family: family.name,
      settings: all,
    },
    openLine,
    createAir(on: AirLine): Air {
      const reader = family.create(on, { ...defaultAirSettings, timeoutMs: 250, ...air });
      const { inventory } = reader;
      return {
        ...reader,
        inventory() {
          listed += 1;
          return inventory();
        },
      };
    },
    ...tagReader(all),
    onState: ({ health, problem }) => states.push(problem === null ? health : `${health} ${problem}`),
    onTag: (tag) => tags.push(tag),
    onTagsLeft: (addresses) => left.push(...addresses),
  });
  return {
    device,
    field,
    line,
    tags,
    left,
    states,
    codes: () => tags.map(({ code }) => code),
    becomes: (state) => vi.waitUntil(() => states.at(-1) === state, patient),
    async rounds(count) {
      const until = listed + count;
      await vi.waitUntil(() => listed >= until, patient);
    },
    close() {
      device.close();
      line.close();
    },
  };
}

/** A book of ISO 28560-3 on an HF tag of its own. */
export function hfBook(code: string, number: number): EmulatedHfTag {
  const encoded = encodeTag('iso28560-3', { kind: 'item', itemId: code });
  if (!encoded.ok || encoded.tag.technology !== 'hf') throw new Error(`no tag for ${code}`);
  const { bytes, dsfid, afi } = encoded.tag;
  return hfTag(`E00401000000${(0x1000 + number).toString(16)}`, bytes, { dsfid, afi });
}

/** A secured book on a UHF tag. */
export function uhfBook(code: string, profile: 'alliance' | 'iso28560-4' = 'alliance'): EmulatedUhfTag {
  const encoded = encodeTag(profile, { kind: 'item', itemId: code, owner: 'VN-TVBG' });
  if (!encoded.ok || encoded.tag.technology !== 'uhf') throw new Error(`no tag for ${code}`);
  return uhfTag(encoded.tag.epcBank, encoded.tag.user ?? new Uint8Array());
}

import { epcOf, type TagAnswer, type TagField } from '../emulator/field.ts';
import { takesPassword, uhfTags } from '../emulator/uhf-tags.ts';
import { bytesOf, hexOf } from '../gen2.ts';
import { status, type Uhf18Variant } from './answers.ts';
import { command, createUhf18Framer, encodeUhf18, type Uhf18Frame } from './codec.ts';

interface Uhf18EmulatorOptions {
  readonly variant: Uhf18Variant;
  /** Default 0. */
  readonly address?: number | undefined;
  /** Tags in one inventory frame, fewer when they do not fit. Default 1 (288, as real ones do) or 8 (18). */
  readonly tagsPerFrame?: number | undefined;
}

interface UhfEmulator {
  /** What the computer sends. */
  receive(bytes: Uint8Array): void;
  /** Active mode: tells every tag that is there, unasked. */
  push(): void;
}

/** Data of an info answer: version 3.1, type 09 (18) or 0C (288), Gen2 and 6B, Europe, 30 dBm, 1 s. */
const info: Record<Uhf18Variant, readonly number[]> = {
  '18': [3, 1, 0x09, 0x03, 0x4e, 0x00, 30, 10],
  '288': [3, 1, 0x0c, 0x03, 0x4e, 0x00, 30, 10, 1, 0, 0, 0],
};
const everyAddress = 0xff;
/** Data that fit into a frame behind the status. */
const mostData = 250;
const madeUpRssi = 0x6b;

/** A reader of this family. Its answers go to `send`, best a `faultyWire`. */
export function createUhfReader18Emulator(
  field: TagField,
  send: (bytes: Uint8Array) => void,
  options: Uhf18EmulatorOptions,
): UhfEmulator {
  const { variant, address = 0 } = options;
  const framer = createUhf18Framer();
  const withSignal = variant === '288';
  const tagsPerFrame = options.tagsPerFrame ?? (withSignal ? 1 : 8);

  const answer = (code: number, state: number, data: Uint8Array = new Uint8Array()): void =>
    send(encodeUhf18(address, code, Uint8Array.of(state, ...data)));

  const inventory = (): void => {
    const records = uhfTags(field).map((tag) => {
      const epc = bytesOf(epcOf(tag));
      return Uint8Array.of(epc.length, ...epc, ...(withSignal ? [madeUpRssi] : []));
    });
    if (records.length === 0 && !withSignal) return answer(command.inventory, status.noTag);
    const frames: Uint8Array[][] = [];
    let room = 0;
    for (const record of records) {
      const open = frames.at(-1);
      if (open === undefined || open.length >= tagsPerFrame || record.length > room) {
        frames.push([record]);
        room = mostData - record.length;
      } else {
        open.push(record);
        room -= record.length;
      }
    }
    // The 288 ends with an empty list; the 18's last list says itself that it is the last.
    if (withSignal) frames.push([]);
    for (const [index, list] of frames.entries()) {
      const state = index === frames.length - 1 ? status.inventoryDone : status.moreFrames;
      const head = withSignal ? [1, list.length] : [list.length];
      answer(command.inventory, state, Buffer.concat([Uint8Array.from(head), ...list]));
    }
  };

  const tell = (code: number, result: TagAnswer<Uint8Array | null>): void => {
    if (result.ok) return answer(code, status.ok, result.value ?? undefined);
    switch (result.why) {
      case 'gone':
        return answer(code, status.noTag);
      case 'weak':
        return answer(code, status.poorLink);
      case 'range':
        return answer(code, status.tagError, Uint8Array.of(0x03));
      case 'locked':
        return answer(code, status.tagError, Uint8Array.of(0x04));
    }
  };

  const write = (data: Uint8Array): void => {
    const [words = 0, epcWords = 0] = data;
    const epc = hexOf(data.subarray(2, 2 + epcWords * 2));
    const rest = data.subarray(2 + epcWords * 2);
    const [bank = 0, first = 0] = rest;
    const password = rest.subarray(2 + words * 2);
    if (!takesPassword(field, epc, password)) return answer(command.write, status.wrongPassword);
    tell(command.write, field.writeUhf(epc, bank, first, rest.subarray(2, 2 + words * 2)));
  };

  const obey = ({ command: code, data }: Uhf18Frame): void => {
    const epcWords = data[0] ?? 0;
    const epc = hexOf(data.subarray(1, 1 + epcWords * 2));
    const rest = data.subarray(1 + epcWords * 2);
    switch (code) {
      case command.info:
        return answer(code, status.ok, Uint8Array.from(info[variant]));
      case command.inventory:
        return inventory();
      case command.read:
        return tell(code, field.readUhf(epc, rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0));
      case command.write:
        return write(data);
      case command.eas:
        if (!takesPassword(field, epc, rest.subarray(0, 4))) return answer(code, status.wrongPassword);
        return tell(code, field.setUhfEas(epc, ((rest[4] ?? 0) & 1) === 1));
      default:
        return answer(code, status.unknownCommand);
    }
  };

  return {
    receive(bytes) {
      for (const frame of framer.push(bytes)) {
        if (frame.address === address || frame.address === everyAddress) obey(frame);
      }
    },
    push() {
      for (const tag of uhfTags(field)) {
        const epc = bytesOf(epcOf(tag));
        const data = withSignal ? [1, epc.length, ...epc, madeUpRssi] : [...epc];
        answer(command.seen, status.ok, Uint8Array.from(data));
      }
    },
  };
}

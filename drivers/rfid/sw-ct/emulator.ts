import { epcOf, type EmulatedUhfTag, type TagAnswer, type TagField } from '../emulator/field.ts';
import { takesPassword, uhfTags } from '../emulator/uhf-tags.ts';
import { bytesOf } from '../gen2.ts';
import { status } from './answers.ts';
import { command, createSwCtFramer, encodeSwCt, type SwCtFrame } from './codec.ts';

interface SwCtEmulatorOptions {
  /** Default 0. */
  readonly address?: number | undefined;
}

interface SwCtEmulator {
  /** What the computer sends. */
  receive(bytes: Uint8Array): void;
  /** Active mode: tells every tag that is there, unasked. */
  push(): void;
  heartbeat(): void;
  /** Receipts for what was told. */
  readonly receipts: () => number;
}

/** A 5300 (first byte) that does not exist. */
const serial = [0xc3, 0, 0, 0, 0, 0, 1];
const everyAddress = 0xff;

/** A reader of this family. Its answers go to `send`, best a `faultyWire`. */
export function createSwCtEmulator(
  field: TagField,
  send: (bytes: Uint8Array) => void,
  { address = 0 }: SwCtEmulatorOptions = {},
): SwCtEmulator {
  const framer = createSwCtFramer();
  let receipts = 0;

  const answer = (code: number, ...data: readonly number[]): void =>
    send(encodeSwCt('reader', address, code, Uint8Array.from(data)));
  const record = (tag: EmulatedUhfTag): readonly number[] => {
    const epc = bytesOf(epcOf(tag));
    return [epc.length + 3, 0x01, 0x01, ...epc, 0x49];
  };
  const tell = (code: number, result: TagAnswer<Uint8Array | null>): void => {
    if (result.ok) answer(code, status.ok, ...(result.value ?? []));
    else answer(code, status.failed);
  };

  const obey = ({ from, command: code, data }: SwCtFrame): void => {
    if (from !== 'host') return;
    const tags = uhfTags(field);
    const [bank = 0, first = 0, count = 0] = data;
    // Whichever tag answers: this protocol names none.
    const [tag] = tags;
    const epc = tag === undefined ? '' : epcOf(tag);
    switch (code) {
      case command.system:
        return answer(code, status.ok, 0x14, 0x11, ...serial);
      case command.inventory:
        if (tags.length === 0) return answer(code, status.failed);
        return answer(code, status.ok, tags.length >> 8, tags.length & 0xff, ...tags.flatMap(record));
      case command.read:
        return tell(code, field.readUhf(epc, bank, first, count));
      case command.write:
        if (!takesPassword(field, epc, data.subarray(3, 7))) return answer(code, status.failed);
        return tell(code, field.writeUhf(epc, bank, first, data.subarray(7, 7 + count * 2)));
      case command.active:
        receipts += 1;
        return undefined;
      default:
        return answer(code, status.failed);
    }
  };

  return {
    receive(bytes) {
      for (const frame of framer.push(bytes)) {
        if (frame.address === address || frame.address === everyAddress) obey(frame);
      }
    },
    push() {
      const tags = uhfTags(field);
      answer(command.active, status.ok, ...serial, tags.length, ...tags.flatMap(record));
    },
    heartbeat: () => answer(command.heartbeat, status.ok, ...serial),
    receipts: () => receipts,
  };
}

import { connect, type Socket } from 'node:net';

/** A card to put on a reader. */
export interface VirtualCard {
  /** The card's and the reader's part of the talk: an APDU's answer. */
  answer(apdu: Uint8Array): Uint8Array;
}

const ok = [0x90, 0x00];
const notFound = [0x6a, 0x82];
const unknownCommand = [0x6d, 0x00];
const pageBytes = 4;

/** @param memory from page 0 on; empty: a card that only has a UID */
export function createVirtualCard(uid: Uint8Array, memory: Uint8Array = new Uint8Array()): VirtualCard {
  return {
    answer(apdu) {
      const [kind, command, high = 0, low = 0, length = 0] = apdu;
      if (kind !== 0xff) return Uint8Array.from(unknownCommand);
      if (command === 0xca) return Uint8Array.of(...uid, ...ok);
      if (command !== 0xb0) return Uint8Array.from(unknownCommand);
      const start = (high * 256 + low) * pageBytes;
      if (start + length > memory.length) return Uint8Array.from(notFound);
      return Uint8Array.of(...memory.subarray(start, start + length), ...ok);
    },
  };
}

/** Memory of a Type 2 tag (NTAG213) that holds one NDEF text. */
export function ndefMemory(text: string): Uint8Array {
  const payload = [0x02, 0x76, 0x69, ...Buffer.from(text)];
  const message = [0xd1, 0x01, payload.length, 0x54, ...payload];
  const memory = new Uint8Array(180);
  memory.set([0xe1, 0x10, 0x12, 0x00], 3 * pageBytes);
  memory.set([0x03, message.length, ...message, 0xfe], 4 * pageBytes);
  return memory;
}

/** A MIFARE Classic 1K by PC/SC part 3: what the reader says of a contactless card. */
const answerToReset = Uint8Array.from(Buffer.from('3B8F8001804F0CA000000306030001000000006A', 'hex'));

/** The commands of vsmartcard's virtual reader; anything longer is an APDU. */
const control = { off: 0, on: 1, reset: 2, answerToReset: 4 } as const;

export interface VirtualReader {
  /** Puts a card on; takes the one before away. */
  put(card: VirtualCard): void;
  takeAway(): void;
}

/**
 * The virtual reader of pcscd's vpcd driver (Debian: vsmartcard-vpcd), where a card is put on by calling it.
 * Its frames: length in two bytes, high byte first, and so many bytes.
 */
export function createVirtualReader(port = 35_963): VirtualReader {
  let socket: Socket | null = null;
  const takeAway = (): void => {
    socket?.destroy();
    socket = null;
  };
  return {
    takeAway,
    put(card) {
      takeAway();
      const calling = connect(port, '127.0.0.1');
      socket = calling;
      let held: Buffer = Buffer.alloc(0);
      const send = (bytes: Uint8Array): void => {
        calling.write(Buffer.concat([Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes]));
      };
      calling.on('error', () => undefined);
      calling.on('data', (bytes) => {
        held = Buffer.concat([held, bytes]);
        while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
          const end = 2 + held.readUInt16BE(0);
          const message = held.subarray(2, end);
          held = held.subarray(end);
          if (message.length > 1) send(card.answer(message));
          else if (message[0] === control.answerToReset) send(answerToReset);
        }
      });
    },
  };
}

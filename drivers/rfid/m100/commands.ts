import type { UhfBank } from '../air.ts';
import { bytesOf, type WordRange } from '../gen2.ts';
import { command, encodeM100 } from './codec.ts';

/** Bits of an EPC that a select can compare (M5Stack protocol §2.5: mask of up to 12 bytes). */
const mostMaskBytes = 12;
/** Where the EPC begins in its bank: behind CRC and PC (bits). */
const epcBit = 0x20;

/** Kinds of information. */
export const kind = { hardware: 0, software: 1, maker: 2 } as const;

export function askInfo(of: number): Uint8Array {
  return encodeM100('command', command.info, Uint8Array.of(of));
}

/** Rounds of polling, until they are done or stopped. @param rounds 0 … 65535 */
export function pollMany(rounds: number): Uint8Array {
  return encodeM100('command', command.pollMany, Uint8Array.of(0x22, rounds >> 8, rounds & 0xff));
}

/**
 * Makes the commands that follow, except polls, speak to this tag only. Of an EPC longer than a mask its end is
 * compared, which differs between the books of one library.
 */
export function select(epc: string): Uint8Array {
  const bytes = bytesOf(epc);
  const mask = bytes.subarray(Math.max(0, bytes.length - mostMaskBytes));
  const bit = epcBit + (bytes.length - mask.length) * 8;
  // 01: target S0, action 0, EPC bank. Then the place in bits (4 bytes), bits of the mask, no truncation.
  const head = [0x01, 0, 0, bit >> 8, bit & 0xff, mask.length * 8, 0x00];
  return encodeM100('command', command.select, Uint8Array.of(...head, ...mask));
}

/** `AP(4) MemBank SA(2) DL(2)`, in words. @param password 8 hex digits */
export function read({ bank, first, count }: WordRange, password: string): Uint8Array {
  return encodeM100(
    'command',
    command.read,
    Uint8Array.of(...bytesOf(password), bank, ...two(first), ...two(count)),
  );
}

export function write(bank: UhfBank, first: number, words: Uint8Array, password: string): Uint8Array {
  const head = [...bytesOf(password), bank, ...two(first), ...two(words.length / 2)];
  return encodeM100('command', command.write, Uint8Array.of(...head, ...words));
}

/** NXP's PSF bit. */
export function changeEas(on: boolean, password: string): Uint8Array {
  return encodeM100('command', command.eas, Uint8Array.of(...bytesOf(password), on ? 1 : 0));
}

export function two(value: number): readonly [number, number] {
  return [value >> 8, value & 0xff];
}

import { bytesOf, type WordRange } from '../gen2.ts';
import type { UhfBank } from '../air.ts';
import type { Uhf18Variant } from './answers.ts';

/** Most words of an EPC that a command can name (RRU manual §8.2.2: ENum 0 … 15). */
export const mostEpcWords = 15;

/**
 * Inventory of the 288: Q 15, session 0, no mask, target A, antenna 1 (as wabson/chafon-rfid sends it) and the longest
 * time. The 18 takes none of it and uses the time it was set to. @param scanTime in 100 ms
 */
export function inventoryData(variant: Uhf18Variant, scanTime: number): Uint8Array {
  return variant === '18'
    ? new Uint8Array()
    : Uint8Array.of(0x0f, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80, scanTime);
}

/** `ENum EPC Mem WordPtr Num Pwd`. @param password 8 hex digits */
export function readData(epc: string, { bank, first, count }: WordRange, password: string): Uint8Array {
  return Uint8Array.of(...named(epc), bank, first, count, ...bytesOf(password));
}

/** `WNum ENum EPC Mem WordPtr Words Pwd`. */
export function writeData(
  epc: string,
  bank: UhfBank,
  first: number,
  words: Uint8Array,
  password: string,
): Uint8Array {
  return Uint8Array.of(words.length / 2, ...named(epc), bank, first, ...words, ...bytesOf(password));
}

/** `ENum EPC Pwd EAS`, bit 0 of EAS the new state (UHFReader18 manual V2.0; NXP UCODE only). */
export function easData(epc: string, on: boolean, password: string): Uint8Array {
  return Uint8Array.of(...named(epc), ...bytesOf(password), on ? 1 : 0);
}

/** The tag meant: the length of its EPC in words, and the EPC. */
function named(epc: string): readonly number[] {
  const bytes = bytesOf(epc);
  return [bytes.length / 2, ...bytes];
}

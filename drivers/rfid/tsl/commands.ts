import type { UhfBank } from '../air.ts';

const banks = ['res', 'epc', 'tid', 'usr'] as const satisfies Readonly<Record<UhfBank, string>>;

/** First bit of the EPC in its bank, behind StoredCRC and PC. */
const epcStartsAt = 0x20;

/** `-sl` has two hex digits, and a mask is whole bytes here: 248 bits, which is the longest EPC all the same. */
const longestMaskDigits = 62;

/** Clears what another program left, keeps the handheld quiet and forgets which tags were counted before. */
const fresh = '-x -al off -qs s0';

/** One round: with PC word and signal strength. */
export const inventoryCommand = `${fresh} -e on -r on`;

/** Words from a bank of the tag with this EPC. @param password 8 hex digits */
export function readCommand(
  epc: string,
  bank: UhfBank,
  first: number,
  count: number,
  password: string,
): string {
  return `${selection(epc)} ${place(bank, first, count)} -ap ${password}`;
}

/** @param data hex of whole words */
export function writeCommand(
  epc: string,
  bank: UhfBank,
  first: number,
  data: string,
  password: string,
): string {
  return `${selection(epc)} ${place(bank, first, data.length / 4)} -da ${data} -ap ${password}`;
}

/**
 * Only the tags whose EPC begins so: they go to state B (action 4 of the Gen2 Select command), all others to A, and
 * the query asks B.
 */
function selection(epc: string): string {
  const mask = epc.slice(0, longestMaskDigits);
  const bits = hex(mask.length * 4, 2);
  return `${fresh} -ie on -io off -ql all -qt b -st s0 -sa 4 -sb epc -so ${hex(epcStartsAt, 4)} -sl ${bits} -sd ${mask}`;
}

function place(bank: UhfBank, first: number, words: number): string {
  return `-db ${banks[bank]} -do ${hex(first, 4)} -dl ${hex(words, 2)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

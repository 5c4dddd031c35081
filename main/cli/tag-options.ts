import { parseArgs } from 'node:util';
import { hexBytes, tagProfiles } from '../../drivers/rfid/tags/index.ts';
import type { TagProfile } from '../../drivers/rfid/tags/index.ts';
import { WrongUse } from './command.ts';

/** Longest memory that is read: chips have a few kilobytes at most. */
const mostBytes = 65_536;

/** `--name value` options. Throws `WrongUse` for an unknown one, or a word that belongs to none. */
export function tagOptions(
  args: readonly string[],
  names: readonly string[],
): Readonly<Partial<Record<string, string>>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** Hex digits, with spaces or without. Throws `WrongUse` with a sentence. */
export function hexOption(name: string, text: string | undefined): Uint8Array | null {
  if (text === undefined) return null;
  if (text.trim() === '') throw new WrongUse(`--${name} để trống.`);
  if (text.length > mostBytes * 3) throw new WrongUse(`--${name} quá dài.`);
  if (/[^0-9a-f\s]/iu.test(text)) throw new WrongUse(`--${name} có ký tự không phải chữ số thập lục phân.`);
  const bytes = hexBytes(text);
  if (!bytes) throw new WrongUse(`--${name} có số chữ số lẻ: mỗi byte cần hai chữ số.`);
  return bytes;
}

/** One byte in two hex digits. */
export function byteOption(name: string, text: string | undefined): number | null {
  const bytes = hexOption(name, text);
  if (bytes && bytes.length !== 1) throw new WrongUse(`--${name} phải là đúng hai chữ số thập lục phân.`);
  return bytes?.[0] ?? null;
}

export function profileOption(text: string): TagProfile {
  const profile = tagProfiles.find((one) => one === text);
  if (!profile) throw new WrongUse(`--profile ${text} không có. Có: ${tagProfiles.join(', ')}.`);
  return profile;
}

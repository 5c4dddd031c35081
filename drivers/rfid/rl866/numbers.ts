/** Numbers of the RL866 protocol (reference/devices.md §2.2, after the public driver of the lainuri kiosk). */
import type { AirFailure } from '../air.ts';

export const rl866Command = {
  readConfig: 0x01,
  inventory: 0x31,
  connect: 0x32,
  disconnect: 0x33,
  access: 0x34,
} as const;

/** Access codes of `access`. Their own locks are not published. */
export const accessCode = {
  readMultiple: 0x0003,
  writeMultiple: 0x0004,
  writeAfi: 0x0006,
  systemInfo: 0x000a,
  enableEas: 0x000c,
  disableEas: 0x000d,
  easAlarm: 0x000f,
} as const;

/** Air protocol "ISO 15693" of a tag report. */
export const iso15693 = 1;

/** Error words of a block's STATUS and of a failed access. */
export const rl866Error = {
  timeout: 0x004,
  wrongChecksum: 0x101,
  wrongCommand: 0x103,
  wrongSequence: 0x104,
  wrongParameter: 0x105,
  wrongHandle: 0x415,
  lockedOrNoBlock: 0x41b,
  noBlock: 0x41c,
  notAuthorizedOrLocked: 0x41d,
  noTag: 0x420,
} as const;

const failures: Readonly<Record<number, AirFailure>> = {
  0x003: 'unsupported',
  0x004: 'weak',
  0x006: 'unsupported',
  [rl866Error.wrongHandle]: 'no-tag',
  [rl866Error.lockedOrNoBlock]: 'locked',
  [rl866Error.notAuthorizedOrLocked]: 'locked',
  0x41e: 'locked',
  0x419: 'weak',
  0x41f: 'weak',
  [rl866Error.noTag]: 'no-tag',
  0x421: 'unsupported',
  0x422: 'weak',
  0x423: 'weak',
  0x424: 'weak',
};

/** Everything that went wrong between reader and tag (400 … 40A) is `weak`. */
export function rl866Failure(error: number): { readonly failure: AirFailure; readonly detail: string } {
  const onAir = error >= 0x400 && error <= 0x40a;
  const detail = error.toString(16).toUpperCase().padStart(3, '0');
  return { failure: failures[error] ?? (onAir ? 'weak' : 'refused'), detail };
}

import type { AirResult, SeenTag } from '../air.ts';
import { failed } from '../exchange.ts';
import { hexByte, hexOf, tagFailure } from '../gen2.ts';
import { command, type M100Frame } from './codec.ts';

/** Failure codes (M5Stack protocol §4). */
export const failure = {
  read: 0x09,
  write: 0x10,
  inventory: 0x15,
  access: 0x16,
  unknownCommand: 0x17,
  eas: 0x1b,
  /** Or-ed with the tag's own error code. */
  readError: 0xa0,
  writeError: 0xb0,
} as const;

/** RSSI, PC, at least one word of EPC and the CRC. */
const shortestNotice = 7;

/** The tag of a notice: `RSSI PC(2) EPC CRC(2)`, RSSI in dBm with a sign. Null for anything else. */
export function readNotice({ type, command: code, parameter }: M100Frame): SeenTag | null {
  if (type !== 'notice' || (code !== command.poll && code !== command.pollMany)) return null;
  if (parameter.length < shortestNotice) return null;
  const view = new DataView(parameter.buffer, parameter.byteOffset, parameter.length);
  return {
    address: hexOf(parameter.subarray(3, -2)),
    dsfid: null,
    pc: view.getUint16(1),
    rssi: view.getInt8(0),
    antenna: null,
  };
}

/** What a command did: the tag it reached and what came with it. `UL PC(2) EPC Rest…`, UL the bytes of PC and EPC. */
export interface M100Done {
  readonly epc: string;
  readonly rest: Uint8Array;
}

export function readDone({ parameter }: M100Frame): M100Done | null {
  const length = parameter[0] ?? 0;
  if (length < 2 || parameter.length < 1 + length) return null;
  return { epc: hexOf(parameter.subarray(3, 1 + length)), rest: parameter.subarray(1 + length) };
}

/** The reason of a failure frame; null for any other frame. */
export function failureCode({ type, command: code, parameter }: M100Frame): number | null {
  return type === 'response' && code === command.failure ? (parameter[0] ?? null) : null;
}

/**
 * What a failure code means. 09, 10, 15 and 1B say only that no tag answered rightly: `no-tag` until another look
 * shows that it is there.
 */
export function refusal(code: number): AirResult<never> {
  switch (code) {
    case failure.read:
    case failure.write:
    case failure.inventory:
    case failure.eas:
      return failed('no-tag', hexByte(code));
    case failure.access:
      return failed('locked', hexByte(code));
    default:
      return failed(code >= failure.readError && code < 0xf0 ? tagFailure(code) : 'refused', hexByte(code));
  }
}

/** The text of an info answer: its kind, then ASCII. */
export function readText({ parameter }: M100Frame): string {
  return Buffer.from(parameter.subarray(1))
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '')
    .trim();
}

import type { AirFailure, AirResult } from '../air.ts';
import { failed } from '../exchange.ts';
import type { TslResponse, TslTag } from './response.ts';
import { valueOf } from './response.ts';

/** No public table of `ER:` numbers was found (`reference/devices.md` §10); this one is a guess, so the text counts too. */
const noTransponder = '005';

/** `EA:` codes of the vendor's SDK 1.1, TransponderAccessErrorCode. */
const accessFailures: Readonly<Record<string, AirFailure>> = {
  '001': 'weak', // handle mismatch
  '002': 'weak', // CRC error on the answer
  '003': 'weak', // no answer
  '004': 'locked', // wrong password
  '005': 'refused', // zero kill password
  '006': 'no-tag', // lost
  '007': 'refused', // command format
  '008': 'refused', // read count
  '009': 'weak', // out of retries
  '255': 'weak', // operation failed
};

/** `EB:` codes: the tag's own errors by EPC Gen2, annex I. */
const tagFailures: Readonly<Record<string, AirFailure>> = {
  '000': 'weak', // other error
  '003': 'refused', // no such memory
  '004': 'locked',
  '011': 'weak', // not enough power
  '015': 'weak', // not specific
};

/** The reader found nothing: an answer, not a failure, to an inventory. */
export function foundNothing(response: TslResponse): boolean {
  return response.error === noTransponder || /no transponder/iu.test(valueOf(response, 'ME') ?? '');
}

/** Why a command failed as a whole. `detail` is the number of `ER:`. */
export function refusal(response: TslResponse): AirResult<never> {
  return foundNothing(response) ? failed('no-tag', response.error) : failed('refused', response.error);
}

/** Why one tag could not be read or written, or null. `detail` is `EA` or `EB` with its number. */
export function tagFailure(tag: TslTag): AirResult<never> | null {
  if (tag.tagError !== null) return failed(tagFailures[tag.tagError] ?? 'weak', `EB${tag.tagError}`);
  if (tag.accessError !== null)
    return failed(accessFailures[tag.accessError] ?? 'weak', `EA${tag.accessError}`);
  return null;
}

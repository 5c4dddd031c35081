import type { ObjectFacts } from '../iso15962/facts.ts';
import { factsOf, noFacts } from '../iso15962/facts.ts';
import { readObjects } from '../iso15962/objects.ts';
import type { WhyUnknown } from '../tag.ts';
import { isAllZero, isIdentifier } from '../text.ts';
import { code40Text } from './code40.ts';
import type { EpcBank } from './epc-bank.ts';
import { splitUii } from './uii.ts';

/** ISO 15962 without directory, data format 6: library (ISO 28560-2 and -4). */
export const libraryDsfid = 0x06;

/** A tag of ISO 28560-4: the identifier of its EPC bank, the facts of its user bank. */
interface UiiTag extends ObjectFacts {
  readonly id: string;
  readonly complete: boolean;
}

export type UiiDecoding =
  | { readonly ok: true; readonly tag: UiiTag }
  | { readonly ok: false; readonly why: WhyUnknown };

/** @param libraryAfis AFIs that libraries use here; another one is another trade's tag */
export function decodeUii(
  bank: EpcBank,
  user: Uint8Array | null,
  libraryAfis: readonly number[],
): UiiDecoding {
  if (bank.afi === null || !libraryAfis.includes(bank.afi)) return { ok: false, why: 'foreign' };
  const text = code40Text(bank.epc);
  if (text === null) return { ok: false, why: 'damaged' };
  const uii = splitUii(text);
  if (text === '') return { ok: false, why: 'no-identifier' };
  if (!isIdentifier(uii.id)) return { ok: false, why: 'damaged' };
  const { facts, complete } = userFacts(user);
  return {
    ok: true,
    tag: {
      id: uii.id,
      ...facts,
      owner: uii.owner ?? facts.owner,
      parts: uii.parts ?? facts.parts,
      complete,
    },
  };
}

function userFacts(user: Uint8Array | null): { readonly facts: ObjectFacts; readonly complete: boolean } {
  if (user === null || isAllZero(user)) return { facts: noFacts, complete: true };
  if (user[0] !== libraryDsfid) return { facts: noFacts, complete: false };
  const { objects, complete } = readObjects(user, 1);
  return { facts: factsOf(objects), complete: complete && objects.every(({ text }) => text !== null) };
}

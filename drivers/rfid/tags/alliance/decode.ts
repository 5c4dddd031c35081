import type { TagObject, TagParts, TagUsage, WhyUnknown } from '../tag.ts';
import { isAllZero, isIdentifier } from '../text.ts';
import type { EpcBank } from '../uhf/epc-bank.ts';
import { readAllianceEpc } from './epc.ts';
import { allianceUsage } from './usage.ts';
import type { AllianceObjects } from './user-bank.ts';
import { readAllianceBank } from './user-bank.ts';

/** Element for the code of a library that is no university (dp2). */
export const otherOwner = 27;

interface AllianceTag {
  readonly id: string;
  readonly onLoan: boolean;
  readonly owner: string | null;
  readonly usage: TagUsage | null;
  readonly parts: TagParts | null;
  readonly objects: readonly TagObject[];
  readonly complete: boolean;
}

export type AllianceDecoding =
  | { readonly ok: true; readonly tag: AllianceTag }
  | { readonly ok: false; readonly why: WhyUnknown };

const nothing: AllianceObjects = { objects: [], complete: true };

/**
 * Reads a bank as the alliance model. It has no mark of its own, so everything has to agree: a PC word that is not
 * ISO's, elements announced just when user memory is in use, a number that is written as it says, and a user bank, when
 * it was read, that begins with an element of the model.
 */
export function decodeAlliance(bank: EpcBank, user: Uint8Array | null): AllianceDecoding {
  const foreign = { ok: false, why: 'foreign' } as const;
  if (bank.afi !== null || bank.extended || bank.attributes !== 0) return foreign;
  const epc = readAllianceEpc(bank.epc);
  if (!epc || bank.userInUse !== (epc.bitmap !== 0) || !isIdentifier(epc.id)) return foreign;
  const read = user === null || isAllZero(user) ? nothing : readAllianceBank(user);
  if (!read.complete && read.objects.length === 0) return foreign;
  const textOf = (oid: number): string | null =>
    read.objects.find((object) => object.oid === oid)?.text ?? null;
  const usage = textOf(5);
  return {
    ok: true,
    tag: {
      id: epc.id,
      onLoan: epc.onLoan,
      owner: textOf(3) ?? textOf(otherOwner),
      usage: usage === null ? null : allianceUsage(usage),
      parts: partsOf(textOf(4) ?? ''),
      objects: read.objects,
      complete: read.complete,
    },
  };
}

function partsOf(text: string): TagParts | null {
  const [number = 0, total = 0] = text.split('/').map(Number);
  return number >= 1 && total >= number ? { number, total } : null;
}

import { layOut } from '../iso15962/layout.ts';
import { objectsToWrite } from '../iso15962/write-list.ts';
import type { TagContent, TagEncoding, TagProblem } from '../tag.ts';
import { isIdentifier, joinBytes } from '../text.ts';
import { code40Bytes } from './code40.ts';
import { writeEpcBank } from './epc-bank.ts';
import { libraryDsfid } from './iso28560-4.ts';
import { isIsil, joinUii, splitUii } from './uii.ts';

/**
 * EPC bank and user bank of ISO 28560-4. An owner that is an ISIL goes into the EPC bank with the parts; any other
 * owner, and everything else, into the user bank.
 */
export function encodeUii(
  id: string,
  content: TagContent,
  afi: number,
  size: { readonly userBytes: number; readonly epcBytes: number },
): TagEncoding {
  if (!isIdentifier(id)) return problem('characters', 'id');
  const owner = content.owner && isIsil(content.owner) && !writesOwner(content) ? content.owner : null;
  const given = content.kind === 'item' ? (content.parts ?? null) : null;
  const text = joinUii({ id, owner, parts: given });
  if (text === null) return problem('too-long', 'parts');
  // A number that would be read as an owner and a number, or with digits as its part.
  const again = splitUii(text);
  if (again.id !== id || again.owner !== owner) return problem('characters', 'id');
  const epc = code40Bytes(text);
  if (!epc) return problem('characters', 'id');
  if (epc.length > size.epcBytes) return problem('too-long', 'id');

  const objects = objectsToWrite(content, owner === null ? [] : ['owner', 'parts']);
  if (!objects) return problem('too-long', 'parts');
  const layout = layOut(objects, [], 1);
  if (!layout) return problem('characters', 'objects');
  const user = objects.length === 0 ? null : userBank(layout.bytes);
  if (user && user.length > size.userBytes) return problem('too-long', 'tag');
  const epcBank = writeEpcBank(epc, { userInUse: user !== null, afi });
  if (!epcBank) return problem('too-long', 'id');
  return { ok: true, tag: { technology: 'uhf', epcBank, user, lockedBlocks: [] } };
}

/** An owner among the objects was in the user bank, and stays there. */
function writesOwner({ objects = [] }: TagContent): boolean {
  return objects.some(({ oid }) => oid === 3);
}

/** The storage format in front, 00 behind, whole words. */
function userBank(objects: Uint8Array): Uint8Array {
  const bytes = joinBytes([[libraryDsfid], objects, [0]]);
  return bytes.length % 2 === 0 ? bytes : joinBytes([bytes, [0]]);
}

function problem(kind: TagProblem['problem'], field: TagProblem['field']): TagEncoding {
  return { ok: false, problem: kind, field };
}

import type { TagSettings } from '../settings.ts';
import type { TagContent, TagEncoding, TagObject, TagProblem } from '../tag.ts';
import { isIdentifier } from '../text.ts';
import { patronCardCode } from '../usage.ts';
import { writeEpcBank } from '../uhf/epc-bank.ts';
import { allianceBitmap } from './content-parameter.ts';
import { otherOwner } from './decode.ts';
import { writeAllianceEpc } from './epc.ts';
import { piiBytes, piiCodeOf } from './pii.ts';
import { allianceUsageCode } from './usage.ts';
import { isUniversityCode, writeAllianceBank } from './user-bank.ts';

/** EPC bank and user bank of the alliance model. @param onLoan gates let it pass */
export function encodeAlliance(
  id: string,
  content: TagContent,
  onLoan: boolean,
  size: { readonly userBytes: number; readonly epcBytes: number },
  head: TagSettings['alliance'],
): TagEncoding {
  if (!isIdentifier(id)) return problem('characters', 'id');
  const code = piiCodeOf(id);
  const pii = piiBytes(code, id);
  if (!pii) return problem('characters', 'id');
  const objects = objectsOf(content);
  if (!objects) return problem('not-writable', 'usage');
  const user = objects.length === 0 ? null : writeAllianceBank(objects);
  if (objects.length > 0 && !user) return problem('not-writable', 'objects');
  if (user && user.length > size.userBytes) return problem('too-long', 'tag');
  const bitmap = allianceBitmap(objects.map(({ oid }) => oid));
  const epc = writeAllianceEpc({ ...head, onLoan, bitmap }, code, pii);
  const epcBank =
    epc.length > size.epcBytes ? null : writeEpcBank(epc, { userInUse: user !== null, afi: null });
  if (!epcBank) return problem('too-long', 'id');
  return { ok: true, tag: { technology: 'uhf', epcBank, user, lockedBlocks: [] } };
}

/** In ascending order. Null when the model has no code for the usage. */
function objectsOf(content: TagContent): readonly TagObject[] | null {
  const given = content.objects ?? [];
  const objects = new Map<number, string>();
  if (content.owner) objects.set(isUniversityCode(content.owner) ? 3 : otherOwner, content.owner);
  if (content.kind === 'item' && content.parts)
    objects.set(4, `${content.parts.number}/${content.parts.total}`);
  const asked = content.usage?.code ?? (content.kind === 'patron-card' ? patronCardCode : null);
  if (asked !== null) {
    const usage = allianceUsageCode(asked);
    if (usage === null) return null;
    objects.set(5, usage);
  }
  for (const { oid, text } of given) objects.set(oid, text);
  return [...objects].sort(([a], [b]) => a - b).map(([oid, text]) => ({ oid, text }));
}

function problem(kind: TagProblem['problem'], field: TagProblem['field']): TagEncoding {
  return { ok: false, problem: kind, field };
}

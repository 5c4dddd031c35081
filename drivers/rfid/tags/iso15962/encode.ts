import type { TagContent, TagProblem } from '../tag.ts';
import { isIdentifier } from '../text.ts';
import { element } from './elements.ts';
import { layOut } from './layout.ts';
import { objectsToWrite } from './write-list.ts';

export type ObjectsWritten =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly lockedBlocks: readonly number[] }
  | ({ readonly ok: false } & TagProblem);

/**
 * User memory of ISO 28560-2: the primary identifier, the content parameter, the others. Where the stream does not
 * fill memory, 00 has to follow. @param size bytes of user memory and of a block
 */
export function encodeObjects(
  id: string,
  content: TagContent,
  size: { readonly capacity: number; readonly blockSize: number },
  locked: readonly number[],
): ObjectsWritten {
  if (!isIdentifier(id)) return { ok: false, problem: 'characters', field: 'id' };
  const objects = objectsToWrite(content);
  if (!objects) return { ok: false, problem: 'too-long', field: 'parts' };
  const scheme = content.objects?.find(({ oid }) => oid === element.id)?.scheme;
  const layout = layOut([{ oid: element.id, text: id, scheme }, ...objects], locked, size.blockSize);
  if (!layout) return { ok: false, problem: 'characters', field: 'objects' };
  if (layout.bytes.length > size.capacity) return { ok: false, problem: 'too-long', field: 'tag' };
  return { ok: true, ...layout };
}

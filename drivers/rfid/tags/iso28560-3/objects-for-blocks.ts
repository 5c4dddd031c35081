import { element } from '../iso15962/elements.ts';
import type { TagContent, TagObject } from '../tag.ts';

/** What the basic block says already. */
const inBasicBlock: ReadonlySet<number> = new Set([
  element.id,
  element.contentParameter,
  element.owner,
  element.setInformation,
  element.usage,
]);

/** The elements of a content that go into extension blocks. */
export function objectsForBlocks({ objects = [], title }: TagContent): readonly TagObject[] {
  const given = objects.filter(({ oid }) => !inBasicBlock.has(oid));
  if (!title || given.some(({ oid }) => oid === element.title)) return given;
  return [...given, { oid: element.title, text: title.normalize('NFC') }];
}

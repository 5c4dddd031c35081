import type { TagContent, TagObject } from '../tag.ts';
import { circulationCode, patronCardCode } from '../usage.ts';
import { bitmapOf, elementsOf } from './content-parameter.ts';
import { element } from './elements.ts';
import { digitsOfParts } from './set-information.ts';

type Field = 'owner' | 'parts' | 'usage' | 'title';

/** Elements that say the same as a field of the content: when one of them is given as an object, the field is not written. */
const sameAs: Readonly<Record<Field, readonly number[]>> = {
  owner: [element.owner, 23],
  parts: [element.setInformation],
  usage: [element.usage],
  title: [element.title],
};

/**
 * The objects to lay out for a content, without the primary identifier: the content parameter first, then what the
 * fields say in ascending order, then the given objects in theirs. Null when the parts cannot be told in digits.
 * @param without fields that are written elsewhere
 */
export function objectsToWrite(
  content: TagContent,
  without: readonly Field[] = [],
): readonly TagObject[] | null {
  const given = (content.objects ?? []).filter(
    ({ oid }) => oid !== element.id && oid !== element.contentParameter,
  );
  const has = (field: Field): boolean =>
    without.includes(field) || given.some(({ oid }) => sameAs[field].includes(oid));
  const fields: TagObject[] = [];
  if (content.owner && !has('owner')) fields.push({ oid: element.owner, text: content.owner });
  if (content.kind === 'item' && content.parts && !has('parts')) {
    const text = digitsOfParts(content.parts);
    if (text === null) return null;
    fields.push({ oid: element.setInformation, text });
  }
  const usage = usageCode(content);
  if (usage !== null && !has('usage')) fields.push({ oid: element.usage, text: usage });
  if (content.title && !has('title'))
    fields.push({ oid: element.title, text: content.title.normalize('NFC') });
  const objects = [...fields, ...given];
  if (given.length === 0 || fields.length === 0) return withBitmap(objects, content.objects ?? []);
  return withBitmap(
    objects.sort((a, b) => a.oid - b.oid),
    content.objects ?? [],
  );
}

/** Circulation goes without saying; a patron's card has to be told. */
function usageCode({ kind, usage }: TagContent): string | null {
  if (usage) return usage.code;
  return kind === 'patron-card' ? patronCardCode : null;
}

/** A bitmap that was given, with room reserved in it, is kept as long as it names the same elements. */
function withBitmap(objects: readonly TagObject[], given: readonly TagObject[]): readonly TagObject[] {
  if (objects.length === 0) return [];
  const text = bitmapOf(objects.map(({ oid }) => oid));
  const old = given.find(({ oid }) => oid === element.contentParameter)?.text ?? '';
  const same = old !== '' && String(elementsOf(old)) === String(elementsOf(text));
  return [{ oid: element.contentParameter, text: same ? old : text }, ...objects];
}

/** Main and sub value to write where there is always one. */
export function usageToWrite(content: TagContent): string {
  return usageCode(content) ?? circulationCode;
}
